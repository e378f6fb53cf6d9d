using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Benchmarks;

/// <summary>An edit that the portal said it kept.</summary>
/// <param name="Vu">What the field said in the form; null when the person was shown both versions and chose theirs.</param>
internal sealed record EditionAcquittee(FicheActionId Fiche, string Champ, string Texte, string? Vu);

/// <summary>What forty people did together.</summary>
internal sealed class Compte
{
    public ConcurrentBag<EditionAcquittee> Editions { get; } = [];

    public ConcurrentBag<string> Commentaires { get; } = [];

    public ConcurrentBag<string> Erreurs { get; } = [];

    public ConcurrentBag<double> Durees { get; } = [];

    private int _deplacements;
    private int _deplacementsRefuses;
    private int _heurts;
    private int _fusions;
    private int _renonces;

    public int Deplacements => _deplacements;

    public int DeplacementsRefuses => _deplacementsRefuses;

    public int Heurts => _heurts;

    public int Fusions => _fusions;

    public int Renonces => _renonces;

    public void Deplacer() => Interlocked.Increment(ref _deplacements);

    public void Refuser() => Interlocked.Increment(ref _deplacementsRefuses);

    public void Heurter() => Interlocked.Increment(ref _heurts);

    public void Fusionner() => Interlocked.Increment(ref _fusions);

    public void Renoncer() => Interlocked.Increment(ref _renonces);
}

/// <summary>One person with a browser without script: opens forms, types, sends, chooses when two wrote the same place.</summary>
internal sealed class Editeur(HttpClient client, int numero, string convention, IReadOnlyList<FicheActionId> fiches, Compte compte)
{
    private const int EssaisMax = 6;

    /// <summary>Section, field of the form, code of the field.</summary>
    private static readonly (string Section, string Nom, string Champ)[] Champs =
    [
        ("pourquoi", "Input.Constat", "constat"), ("pourquoi", "Input.Enjeu", "enjeu"), ("quoi", "Input.Descriptif", "descriptif"),
        ("quoi", "Input.Livrables", "livrables"), ("quoi", "Input.ObjectifGeneral", "objectif-general"), ("qui", "Input.Service", "service"),
        ("qui", "Input.Instance", "instance"), ("resultats", "Input.ResultatsAttendus", "resultats-attendus"), ("moyens", "Input.MoyensHumains", "moyens-humains"),
    ];

    private readonly Random _hasard = new(numero);
    private int _rang;

    public async Task TravaillerAsync(Stopwatch chrono, TimeSpan duree, CancellationToken cancellationToken)
    {
        while (chrono.Elapsed < duree)
        {
            var de = _hasard.Next(10);
            await (de < 7 ? RedigerAsync(cancellationToken) : de < 9 ? CommenterAsync(cancellationToken) : DeplacerAsync(cancellationToken));
            await Task.Delay(_hasard.Next(100, 600), cancellationToken);
        }
    }

    private async Task RedigerAsync(CancellationToken cancellationToken)
    {
        var fiche = UneFiche();
        var (section, nom, champ) = Champs[_hasard.Next(Champs.Length)];
        var page = await OuvrirAsync($"{convention}/fiches/{fiche.Value}/{section}", cancellationToken);
        var form = page.QuerySelector<IHtmlFormElement>("form[data-garde]")!;
        string? vu = form.Elements.OfType<IHtmlTextAreaElement>().FirstOrDefault(e => e.Name == nom)?.Value
            ?? form.Elements.OfType<IHtmlInputElement>().First(e => e.Name == nom).Value;
        var texte = Mots("Édition");
        var champs = Lire(form);
        champs.RemoveAll(c => c.Key == nom);
        champs.Add(new(nom, texte));

        // somebody thinks before they send
        await Task.Delay(_hasard.Next(50, 400), cancellationToken);
        for (var essai = 1; ; essai++)
        {
            var depart = Stopwatch.GetTimestamp();
            using var reponse = await client.PostAsync(Vers($"{convention}/fiches/{fiche.Value}/{section}"), new FormUrlEncodedContent(champs), cancellationToken);
            compte.Durees.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
            switch (reponse.StatusCode)
            {
                case HttpStatusCode.Redirect:
                    compte.Editions.Add(new(fiche, champ, texte, vu));
                    if ((await OuvrirAsync($"{convention}/fiches/{fiche.Value}", cancellationToken)).QuerySelector("#annonce")?.TextContent.Contains("Entre-temps", StringComparison.Ordinal) == true)
                    {
                        compte.Fusionner();
                    }

                    return;
                case HttpStatusCode.Conflict when essai < EssaisMax:
                    compte.Heurter();
                    var heurt = await AnalyserAsync(reponse, cancellationToken);
                    var suite = heurt.QuerySelector<IHtmlFormElement>("form[data-garde]")!;
                    var choix = suite.QuerySelectorAll("input[type=radio][name^='Arbitrage.']").Select(e => e.GetAttribute("name")!).Distinct().ToList();
                    if (choix.Count == 0 || _hasard.Next(4) == 0)
                    {
                        compte.Renoncer();
                        return;
                    }

                    champs = [.. Lire(suite), .. choix.Select(c => KeyValuePair.Create(c, "Mien"))];
                    vu = null;
                    break;
                default:
                    compte.Erreurs.Add($"edit answered {(int)reponse.StatusCode}");
                    return;
            }
        }
    }

    private async Task CommenterAsync(CancellationToken cancellationToken)
    {
        var adresse = $"{convention}/fiches/{UneFiche().Value}";
        var form = (await OuvrirAsync(adresse, cancellationToken)).QuerySelector<IHtmlFormElement>(".commentaire-nouveau form")!;
        var texte = Mots("Remarque");
        var champs = Lire(form);
        champs.RemoveAll(c => c.Key == "Input.Texte");
        champs.Add(new("Input.Texte", texte));
        using var reponse = await client.PostAsync(Vers(form.GetAttribute("action")!), new FormUrlEncodedContent(champs), cancellationToken);
        if (reponse.StatusCode == HttpStatusCode.Redirect)
        {
            compte.Commentaires.Add(texte);
        }
        else
        {
            compte.Erreurs.Add($"comment answered {(int)reponse.StatusCode}");
        }
    }

    /// <summary>From one branch to another, so that every move is one.</summary>
    private async Task DeplacerAsync(CancellationToken cancellationToken)
    {
        var page = await OuvrirAsync($"{convention}/plan", cancellationToken);
        var form = page.QuerySelector<IHtmlFormElement>("#glisse")!;
        var fiche = UneFiche().Value.ToString();
        var ici = page.QuerySelector($"[data-element='{fiche}']")!.ParentElement!.GetAttribute("data-dans");
        var places = page.QuerySelectorAll("[data-glisser=fiche]").Select(e => e.GetAttribute("data-dans")!).Where(p => p != ici).ToList();
        var champs = Lire(form);
        champs.RemoveAll(c => c.Key is "quoi" or "element" or "dans" or "rang");
        champs.AddRange([new("quoi", "fiche"), new("element", fiche), new("dans", places[_hasard.Next(places.Count)]), new("rang", "1")]);
        using var reponse = await client.PostAsync(Vers(form.GetAttribute("action")!), new FormUrlEncodedContent(champs), cancellationToken);
        switch (reponse.StatusCode)
        {
            case HttpStatusCode.Redirect:
                compte.Deplacer();
                break;
            case HttpStatusCode.Conflict:
                compte.Refuser();
                break;
            default:
                compte.Erreurs.Add($"move answered {(int)reponse.StatusCode}");
                break;
        }
    }

    private FicheActionId UneFiche() => fiches[_hasard.Next(fiches.Count)];

    private string Mots(string quoi) => $"{quoi} {++_rang} de la personne {numero}";

    private async Task<IHtmlDocument> OuvrirAsync(string adresse, CancellationToken cancellationToken)
    {
        using var reponse = await client.GetAsync(Vers(adresse), cancellationToken);
        return await AnalyserAsync(reponse.EnsureSuccessStatusCode(), cancellationToken);
    }

    private static async Task<IHtmlDocument> AnalyserAsync(HttpResponseMessage reponse, CancellationToken cancellationToken) =>
        new HtmlParser().ParseDocument(await reponse.Content.ReadAsStringAsync(cancellationToken));

    private static Uri Vers(string adresse) => new(adresse, UriKind.Relative);

    /// <summary>What a browser would send without touching anything.</summary>
    private static List<KeyValuePair<string, string>> Lire(IHtmlFormElement form) =>
    [
        .. form.Elements.SelectMany<IHtmlElement, KeyValuePair<string, string>>(e => e switch
        {
            IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } coche => coche.IsChecked ? [new(coche.Name!, coche.Value)] : [],
            IHtmlInputElement { Name.Length: > 0 } saisie when saisie.Type is not ("submit" or "button" or "file") => [new(saisie.Name!, saisie.Value)],
            IHtmlTextAreaElement { Name.Length: > 0 } zone => [new(zone.Name!, zone.Value)],
            IHtmlSelectElement { Name.Length: > 0 } liste => liste.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(liste.Name!, o.Value)),
            _ => [],
        }),
    ];
}
