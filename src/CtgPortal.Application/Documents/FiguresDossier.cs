using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Graphiques;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Application.Documents;

/// <summary>The figures of a theme for the document: those that may be shown, as data and as pictures.</summary>
internal static class FiguresDossier
{
    public static IReadOnlyList<IndicateurDiagnosticDossier> Chiffres(IEnumerable<VueIndicateur> vues) =>
    [
        .. vues.SelectMany(i => i.Valeurs.Count == 0 ? [new() { Libelle = i.Intitule, Unite = i.Unite, Code = i.CodeCatalogue }] : i.Valeurs.Select(v => new IndicateurDiagnosticDossier
        {
            Libelle = i.Intitule,
            Valeur = v.Valeur,
            Unite = i.Unite,
            Annee = v.Annee,
            Geographie = v.Geographie,
            Source = v.Source,
            Etat = v.Etat == EtatValeur.Publiee ? null : Mots.De(v.Etat),
            Arrondi = v.Arrondi,
            Licence = v.Licence,
            Code = i.CodeCatalogue,
        })),
    ];

    public static IReadOnlyList<FigureDossier> Dessiner(IEnumerable<VueIndicateur> vues) => [.. vues.Select(Dessiner).OfType<FigureDossier>()];

    private static FigureDossier? Dessiner(VueIndicateur vue)
    {
        var dessins = DessinsIndicateur.De(vue, RenduGraphique.Document);
        if (dessins.Count == 0)
        {
            return null;
        }

        // the communes are written out in their picture and in its text
        var lignes = vue.Valeurs.Where(v => v.Type != TypeTerritoire.Commune || vue.Territoires.Contains(v.Cle)).ToList();
        List<int> annees = [.. lignes.Select(v => v.Annee).Distinct().Order()];
        return new()
        {
            Titre = vue.Intitule,
            Definition = vue.Definition,
            Valeur = vue.Derniere is { } derniere ? MotsChiffres.De(derniere, vue.Unite) : null,
            Legende = vue.Derniere is { } d ? $"{d.Geographie}, {d.Annee}" : null,
            Phrases = [.. vue.PhrasesComparaison, .. new[] { vue.PhraseEvolution }.OfType<string>()],
            Graphiques = [.. dessins.Select(g => g.EnDossier() with { ParCommune = g.Titre.StartsWith(DessinsIndicateur.TitreCommunes, StringComparison.Ordinal) })],
            Annees = annees,
            Lignes =
            [
                .. lignes.GroupBy(v => (v.Cle, v.Geographie)).Select(g => new LigneFigureDossier
                {
                    Territoire = g.Key.Geographie,
                    Valeurs = [.. annees.Select(a => g.FirstOrDefault(v => v.Annee == a) is { } v ? MotsChiffres.De(v, vue.Unite) : "")],
                }),
            ],
            Sources = [.. vue.Valeurs.Select(v => string.Join(", ", new[] { MotsChiffres.Source(v), MotsChiffres.Arrondi(v.Arrondi) }.OfType<string>())).Distinct()],
        };
    }
}
