using CtgPortal.Application.Documents;
using CtgPortal.Application.Graphiques;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The diagnostic as a document of its own: theme by theme its figures and findings, then what they rest on.</summary>
internal sealed class DiagnosticCompose(
    Diagnostic diagnostic, IReadOnlyList<VueIndicateur> vues, IReadOnlyList<Enquete> enquetes, IReadOnlyList<Entretien> entretiens,
    IReadOnlyList<DocumentExistant> documents, IReadOnlyList<string> champs, ILookup<PorteurPieces, string> pieces)
{
    private const int AnneesMax = 4;
    private const int LargeurTerritoires = 32;

    public DocumentCompose Composer(string territoire, string caf, DateOnly jour) => new(
        "Diagnostic partagé",
        $"{territoire} – {(diagnostic.ValideLe is { } le ? $"validé le {Mots.Jour(le.JourEnFrance())}" : $"version de travail du {Mots.Jour(jour)}")}",
        caf, jour, $"Diagnostic partagé, {territoire}",
        [.. Demarche(), .. Themes(), .. Enquetes(), .. Entendus(), .. Existants()]);

    private IEnumerable<Bloc> Demarche()
    {
        if (diagnostic.Demarche is null && diagnostic.Sources.Count == 0)
        {
            yield break;
        }

        yield return new BlocTitre(1, "La démarche");
        foreach (var bloc in BlocParagraphe.Depuis(diagnostic.Demarche))
        {
            yield return bloc;
        }

        if (diagnostic.Sources.Count > 0)
        {
            yield return new BlocParagraphe("Sources citées :");
            yield return new BlocListe(diagnostic.Sources);
        }
    }

    private IEnumerable<Bloc> Themes()
    {
        var chiffres = vues.ToLookup(v => v.Champ, StringComparer.OrdinalIgnoreCase);
        var constats = diagnostic.Constats.EnLignes();
        foreach (var champ in OrdreDesChamps.Trier(vues.Select(v => v.Champ).Concat(diagnostic.Constats.Select(c => c.Champ)), champs))
        {
            yield return new BlocTitre(1, Mots.Majuscule(champ));
            foreach (var bloc in chiffres[champ].SelectMany(Indicateur))
            {
                yield return bloc;
            }

            foreach (var nature in constats[champ].GroupBy(c => c.Nature))
            {
                yield return new BlocTitre(2, Mots.PlurielDe(nature.Key));
                yield return new BlocListe([.. nature.Select(c => c.Texte)]);
            }
        }
    }

    private static IEnumerable<Bloc> Indicateur(VueIndicateur vue)
    {
        yield return new BlocTitre(2, vue.Intitule);
        string?[] mots =
        [
            vue.Derniere is { } d ? $"{d.Geographie}, {d.Annee} : {MotsChiffres.De(d, vue.Unite)}" : null, .. vue.PhrasesComparaison, vue.PhraseEvolution,
        ];
        yield return new BlocParagraphe(string.Join(" ; ", mots.OfType<string>().DefaultIfEmpty("Aucune valeur")) + ".");
        if (vue.Definition is { } definition)
        {
            yield return new BlocParagraphe(definition, Discret: true);
        }

        foreach (var dessin in DessinsIndicateur.De(vue, RenduGraphique.Document))
        {
            yield return dessin.EnBloc();
        }

        if (vue.Valeurs.Count > 0)
        {
            yield return Tableau(vue);
            yield return new BlocParagraphe(
                string.Join(" ; ", vue.Valeurs.Select(v => string.Join(", ", new[] { MotsChiffres.Source(v), MotsChiffres.Arrondi(v.Arrondi) }.OfType<string>())).Distinct()) + ".",
                "Source :", Discret: true);
        }
    }

    /// <summary>Territories down, years across: the latest ones that a page can hold.</summary>
    private static BlocTableau Tableau(VueIndicateur vue)
    {
        List<int> annees = [.. vue.Valeurs.Select(v => v.Annee).Distinct().Order().TakeLast(AnneesMax)];
        var largeur = (100 - LargeurTerritoires) / annees.Count;
        return new(
            $"{vue.Intitule} : les chiffres", ["Territoire", .. annees.Select(a => $"{a}")],
            [
                .. vue.Valeurs.GroupBy(v => (v.Cle, v.Geographie)).Select(g => (IReadOnlyList<string>)
                    [g.Key.Geographie, .. annees.Select(a => g.FirstOrDefault(v => v.Annee == a) is { } v ? MotsChiffres.De(v, vue.Unite) : "–")]),
            ],
            [100 - (largeur * annees.Count), .. annees.Select(_ => largeur)]);
    }

    private IEnumerable<Bloc> Enquetes()
    {
        if (enquetes.Count > 0)
        {
            yield return new BlocTitre(1, "Les enquêtes");
        }

        foreach (var enquete in enquetes)
        {
            var description = enquete.Description;
            yield return new BlocTitre(2, description.Intitule);
            yield return new BlocParagraphe(MotsSources.De(description));
            foreach (var bloc in BlocParagraphe.Depuis(description.Methode).Concat(enquete.Questions.SelectMany(Question)))
            {
                yield return bloc;
            }
        }
    }

    private static IEnumerable<Bloc> Question(QuestionEnquete question)
    {
        yield return new BlocTitre(3, question.Intitule);
        if (DessinsEnquete.De(question) is { } dessin)
        {
            yield return dessin.EnBloc();
            yield return new BlocTableau(
                $"{question.Intitule} : les réponses", ["Réponse", "Personnes", "Part"],
                [.. DessinsEnquete.Lignes(question).Select(l => (IReadOnlyList<string>)[l.Libelle, Common.Nombres.Nombre(l.Effectif), l.PartEnMots])], [60, 20, 20]);
        }
        else
        {
            yield return new BlocParagraphe(MotsSources.SansDessin(question), Discret: true);
        }
    }

    private IEnumerable<Bloc> Entendus()
    {
        if (entretiens.Count > 0)
        {
            yield return new BlocTitre(1, "Les entretiens");
        }

        foreach (var entretien in entretiens)
        {
            yield return new BlocTitre(2, entretien.Description.Intitule);
            if (MotsSources.De(entretien) is { } faits)
            {
                yield return new BlocParagraphe(faits, Discret: true);
            }

            foreach (var bloc in BlocParagraphe.Depuis(entretien.Description.Synthese))
            {
                yield return bloc;
            }

            if (MotsSources.Pieces([.. pieces[PorteurPieces.De(entretien.Id)]]) is { } jointes)
            {
                yield return new BlocParagraphe($"{jointes}.", Discret: true);
            }
        }
    }

    private string Apport(DocumentExistant document) =>
        string.Join('\n', new[] { document.Description.Propos, MotsSources.Pieces([.. pieces[PorteurPieces.De(document.Id)]]) }.OfType<string>().DefaultIfEmpty("–"));

    private IEnumerable<Bloc> Existants() => documents.Count == 0
        ? []
        :
        [
            new BlocTitre(1, "Les documents consultés"),
            new BlocTableau(
                "Documents consultés", ["Document", "Auteur", "Année", "Ce qu’il dit"],
                [.. documents.Select(d => (IReadOnlyList<string>)[d.Description.Intitule, d.Description.Auteur ?? "–", $"{d.Description.Annee}", Apport(d)])],
                [30, 20, 10, 40]),
        ];
}
