using System.Globalization;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;
using CtgPortal.Application.Textes;

namespace CtgPortal.Application.Versions;

/// <summary>What is not the same in two dossiers of one convention. Nothing but the two dossiers decides, and nothing is read.</summary>
public static class ComparerDossiers
{
    public static ComparaisonDossiers Entre(DossierConvention avant, DossierConvention apres)
    {
        ArgumentNullException.ThrowIfNull(avant);
        ArgumentNullException.ThrowIfNull(apres);
        var vecu = avant.Etat != EtatDocument.Figee && apres.Etat != EtatDocument.Figee;
        var parId = Fiches(avant).Concat(Fiches(apres)).SelectMany(f => f.Indicateurs).All(i => i.Id is not null);
        List<ElementDossier> anciens = [.. Elements(AvecLesMotsDe(avant, apres), vecu, parId)];
        List<ElementDossier> nouveaux = [.. Elements(apres, vecu, parId)];
        var rapprochement = new RapprochementElements(anciens, nouveaux);
        var deplaces = Deplaces(nouveaux, anciens, rapprochement);

        return new(
            [
                .. nouveaux.Select(e => Comparer(rapprochement.Avant(e), e, deplaces.Contains(e)))
                    .Concat(anciens.Where(e => !rapprochement.EstRetrouve(e)).Select(e => Comparer(e, null, deplace: false)))
                    .Concat(Numerotations(nouveaux, rapprochement, deplaces))
                    .OfType<DifferenceDossier>()
                    .OrderBy(d => d.Partie),
            ],
            new(avant.Montants.Prevu, apres.Montants.Prevu),
            !vecu);
    }

    private static IEnumerable<ElementDossier> Elements(DossierConvention d, bool vecu, bool parId) =>
        [.. ElementsConvention.De(d, vecu), .. new ElementsPlan(d, vecu, parId).Tous(), .. ElementsDiagnostic.De(d)];

    /// <summary>A finding that changed is told once, where it is written, and not again at each end of the thread.</summary>
    private static DossierConvention AvecLesMotsDe(DossierConvention avant, DossierConvention apres)
    {
        var mots = apres.Fil.SelectMany(l => l.Origines).Where(o => o.Id is not null).DistinctBy(o => o.Id).ToDictionary(o => o.Id!);
        return avant with
        {
            Fil =
            [
                .. avant.Fil.Select(l => l with
                {
                    Origines = [.. l.Origines.Select(o => o.Id is not null && mots.TryGetValue(o.Id, out var m) ? o with { Nature = m.Nature, Texte = m.Texte, Contexte = m.Contexte } : o)],
                }),
            ],
        };
    }

    private static DifferenceDossier? Comparer(ElementDossier? avant, ElementDossier? apres, bool deplace)
    {
        var element = apres ?? avant!;
        var anciens = (avant?.Champs ?? []).ToDictionary(c => c.Code);
        var nouveaux = (apres?.Champs ?? []).ToDictionary(c => c.Code);
        var place = deplace ? new Deplacement(avant!.Parent?.Sujet, apres!.Parent?.Sujet, avant.Numero, apres.Numero, avant.Parent?.Titre != apres.Parent?.Titre) : null;
        var champs = nouveaux.Keys.Concat(anciens.Keys.Where(c => !nouveaux.ContainsKey(c)))
            .Select(code => Comparer(anciens.GetValueOrDefault(code), nouveaux.GetValueOrDefault(code)))
            .OfType<ChampCompare>().ToList();
        var nature = avant is null ? NatureDifference.Ajout : apres is null ? NatureDifference.Retrait : NatureDifference.Modification;
        if (nature == NatureDifference.Modification && champs.Count == 0 && !deplace)
        {
            return null;
        }

        // « preamble », « visas »: what has always been there is written or emptied, not added
        var unique = element.Id == element.Genre;
        return unique && champs.Count == 0
            ? null
            : new(
                element.Partie, unique ? NatureDifference.Modification : nature, element.Genre, element.Sujet, element.Contexte,
                place, champs, Engage(avant, apres, champs, place));
    }

    /// <summary>What comes or goes, what binds in it, and the part of the plan it stands in; its rank among its like binds nobody.</summary>
    private static bool Engage(ElementDossier? avant, ElementDossier? apres, List<ChampCompare> champs, Deplacement? place)
    {
        if ((avant?.Vivant ?? true) && (apres?.Vivant ?? true))
        {
            return false;
        }

        var unique = (apres ?? avant)!.Id == (apres ?? avant)!.Genre;
        return ((avant is null || apres is null) && !unique) || champs.Exists(c => c.Contractuel) || place is { Contractuel: true };
    }

    private static ChampCompare? Comparer(Champ? avant, Champ? apres)
    {
        var champ = apres ?? avant!;
        var (ancien, nouveau) = (Vide(avant?.Texte), Vide(apres?.Texte));
        if (ancien == nouveau)
        {
            return null;
        }

        // read without its marks, unless only the marks changed
        var (clairAvant, clairApres) = champ.Nature is NatureChamp.Texte or NatureChamp.Liste ? (EnClair(ancien), EnClair(nouveau)) : (ancien, nouveau);
        var enClair = clairAvant != clairApres;
        (ancien, nouveau) = enClair ? (clairAvant, clairApres) : (ancien, nouveau);
        var chiffres = avant?.Nombre is not null || apres?.Nombre is not null;
        return new(
            champ.Code, champ.Libelle, champ.Nature, ancien, nouveau,
            champ.Nature switch
            {
                NatureChamp.Texte => MotsCompares.Entre(ancien, nouveau),
                NatureChamp.Liste => MotsCompares.EntreListes(Elements(avant, enClair), Elements(apres, enClair)),
                _ => [],
            },
            chiffres && ancien is not null && nouveau is not null && avant!.Nombre is { } a && apres!.Nombre is { } b ? Ecart(b - a, champ.Unite) : null,
            !champ.Vivant);
    }

    private static string? EnClair(string? texte) => texte is null ? null : string.Join('\n', texte.Split('\n').Select(TexteRiche.LigneEnClair));

    private static IReadOnlyList<string> Elements(Champ? champ, bool enClair) =>
        enClair ? [.. (champ?.Elements ?? []).Select(e => TexteRiche.LigneEnClair(e.ReplaceLineEndings(" ")))] : champ?.Elements ?? [];

    /// <summary>« + 45 000 € », « − 3 places ».</summary>
    public static string Ecart(decimal ecart, string? unite) =>
        $"{(ecart < 0 ? "−" : "+")}{Nombres.EspaceInsecable}{Nombres.Mesure(Math.Abs(ecart), unite)}";

    private static string? Vide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.ReplaceLineEndings("\n");

    /// <summary>Those of another parent, and those that no longer follow their neighbours in the same order.</summary>
    private static HashSet<ElementDossier> Deplaces(IReadOnlyList<ElementDossier> apres, IReadOnlyList<ElementDossier> avant, RapprochementElements rapprochement)
    {
        var rangs = avant.Select((e, rang) => (e, rang)).ToDictionary(x => x.e, x => x.rang, (IEqualityComparer<ElementDossier>)ReferenceEqualityComparer.Instance);
        HashSet<ElementDossier> deplaces = new(ReferenceEqualityComparer.Instance);
        foreach (var fratrie in apres.Where(e => e.EstPlace && rapprochement.Avant(e) is not null).GroupBy(e => (e.Genre, Parent: e.Parent is null ? -1 : IndexDe(apres, e.Parent))))
        {
            List<ElementDossier> restes = [];
            foreach (var element in fratrie)
            {
                var parentAvant = rapprochement.Avant(element)!.Parent;
                var parentApres = element.Parent is null ? null : rapprochement.Avant(element.Parent);
                if (ReferenceEquals(parentAvant, parentApres) && (element.Parent is null || parentApres is not null))
                {
                    restes.Add(element);
                }
                else
                {
                    deplaces.Add(element);
                }
            }

            deplaces.UnionWith(HorsDeLOrdre(restes, [.. restes.Select(e => rangs[rapprochement.Avant(e)!])]));
        }

        return deplaces;
    }

    private static int IndexDe(IReadOnlyList<ElementDossier> elements, ElementDossier cherche)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (ReferenceEquals(elements[i], cherche))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The fewest to move for the others to follow one another as before.</summary>
    private static IEnumerable<ElementDossier> HorsDeLOrdre(IReadOnlyList<ElementDossier> elements, IReadOnlyList<int> rangs)
    {
        var longueurs = new int[rangs.Count];
        var precedents = new int[rangs.Count];
        var fin = -1;
        for (var i = 0; i < rangs.Count; i++)
        {
            (longueurs[i], precedents[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (rangs[j] < rangs[i] && longueurs[j] + 1 > longueurs[i])
                {
                    (longueurs[i], precedents[i]) = (longueurs[j] + 1, j);
                }
            }

            fin = fin < 0 || longueurs[i] > longueurs[fin] ? i : fin;
        }

        HashSet<int> gardes = [];
        for (var i = fin; i >= 0; i = precedents[i])
        {
            gardes.Add(i);
        }

        return elements.Where((_, i) => !gardes.Contains(i));
    }

    /// <summary>One addition may renumber everything after it: told once, and not at each fiche.</summary>
    private static IEnumerable<DifferenceDossier> Numerotations(
        IReadOnlyList<ElementDossier> apres, RapprochementElements rapprochement, HashSet<ElementDossier> deplaces) => apres
        .Where(e => e.EstPlace && !deplaces.Contains(e) && rapprochement.Avant(e) is { } a && a.Numero != e.Numero)
        .GroupBy(e => e.Partie)
        .Select(g => new DifferenceDossier(
            g.Key, NatureDifference.Modification, "numerotation", g.Key == PartieComparee.Plan ? "Numéros du plan" : "Numéros des articles", null, null,
            [
                .. g.Select((e, i) => new ChampCompare(
                    string.Create(CultureInfo.InvariantCulture, $"numero:{i}"), $"{Mots.Majuscule(e.Genre)} « {e.Titre} »", NatureChamp.Valeur, rapprochement.Avant(e)!.Numero, e.Numero, [], null, Contractuel: false)),
            ],
            Contractuelle: false));

    private static IEnumerable<FicheDossier> Fiches(DossierConvention d) => d.Axes.SelectMany(a => a.Toutes);
}
