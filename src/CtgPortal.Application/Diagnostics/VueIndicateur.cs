using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A figure as it may be shown.</summary>
/// <param name="Cle">Names the place when a value is removed or corrected.</param>
public sealed record LigneValeur(
    int Annee, TypeTerritoire Type, string Cle, string Geographie, EtatValeur Etat, decimal? Valeur, string Source, string? Licence, decimal? Arrondi);

/// <summary>An indicator with the figures that may be shown, and what one reads in them.</summary>
/// <param name="Valeurs">Most recent year first, the holders before the territories they are compared with.</param>
/// <param name="Territoires">Keys of the holders of the convention.</param>
public sealed record VueIndicateur(
    IndicateurId Id,
    string? CodeCatalogue,
    string Champ,
    string Intitule,
    string? Unite,
    NatureIndicateur Nature,
    string? Definition,
    string? SourceUsuelle,
    int? Seuil,
    IReadOnlyList<LigneValeur> Valeurs,
    IReadOnlyList<string> Territoires)
{
    private static readonly TypeTerritoire[] Compares = [TypeTerritoire.Departement, TypeTerritoire.Region, TypeTerritoire.France];

    /// <summary>Figures of the territory itself: its holder, or the first of them that has any.</summary>
    private IEnumerable<LigneValeur> DuTerritoire =>
        Territoires.Select(t => Valeurs.Where(v => v.Cle == t).ToList()).FirstOrDefault(v => v.Exists(x => x.Valeur is not null))
        ?? [.. Valeurs.Where(v => Territoires.Contains(v.Cle))];

    /// <summary>The latest figure of the territory; null when it has none.</summary>
    public LigneValeur? Derniere => DuTerritoire.FirstOrDefault(v => v.Valeur is not null) ?? DuTerritoire.FirstOrDefault();

    /// <summary>The territory beside what it is compared with, for the latest year that they share; empty when there is none.</summary>
    public IReadOnlyList<LigneValeur> Comparaison
    {
        get
        {
            var annee = DuTerritoire.Where(v => v.Valeur is not null).Select(v => v.Annee)
                .FirstOrDefault(a => Valeurs.Any(v => v.Annee == a && v.Valeur is not null && EstCompare(v)));
            return annee == 0 ? [] : [.. Valeurs.Where(v => v.Annee == annee && (Territoires.Contains(v.Cle) || EstCompare(v)))];
        }
    }

    /// <summary>For each territory known for several years, the territory first: the years as they come, holes included.</summary>
    public IReadOnlyList<IReadOnlyList<LigneValeur>> Evolutions =>
    [
        .. new[] { DuTerritoire }.Concat(Compares.Select(t => Valeurs.Where(v => v.Type == t)))
            .Select(s => s.OrderBy(v => v.Annee).ToList())
            .Where(s => s.Count(v => v.Valeur is not null) > 1),
    ];

    /// <summary>The communes for their latest year, highest first, hidden and missing ones last; empty with fewer than two.</summary>
    public IReadOnlyList<LigneValeur> Communes
    {
        get
        {
            var communes = Valeurs.Where(v => v.Type == TypeTerritoire.Commune && (!Territoires.Contains(v.Cle) || Territoires.Count > 1)).ToList();
            var annee = communes.GroupBy(v => v.Annee).Where(g => g.Count() > 1 && g.Any(v => v.Valeur is not null)).Select(g => g.Key).DefaultIfEmpty().Max();
            return
            [
                .. communes.Where(v => v.Annee == annee)
                    .OrderBy(v => v.Valeur is null).ThenByDescending(v => v.Valeur).ThenBy(v => v.Geographie, StringComparer.Create(new("fr-FR"), ignoreCase: true)),
            ];
        }
    }

    /// <summary>What the territory is worth beside the nearest of those it is compared with: « 12 points au-dessus du département ».</summary>
    public IReadOnlyList<string> PhrasesComparaison
    {
        get
        {
            var comparaison = Comparaison;
            return comparaison.FirstOrDefault(v => !EstCompare(v) && v.Valeur is not null) is not { Valeur: { } valeur }
                ? []
                : [.. comparaison.Where(v => EstCompare(v) && v.Valeur is not null).Select(v => MotsChiffres.Comparer(Nature, valeur, v.Valeur!.Value, v.Type)).OfType<string>()];
        }
    }

    /// <summary>« +3,5 points depuis 2018 »; null without two years.</summary>
    public string? PhraseEvolution
    {
        get
        {
            var connues = DuTerritoire.Where(v => v.Valeur is not null).OrderBy(v => v.Annee).ToList();
            return connues.Count < 2 ? null : MotsChiffres.Evoluer(Nature, connues[0].Valeur!.Value, connues[^1].Valeur!.Value, connues[0].Annee);
        }
    }

    internal static VueIndicateur De(Indicateur indicateur, ChiffresMontrables montrables, CadreChiffres cadre) => new(
        indicateur.Id, indicateur.CodeCatalogue, indicateur.Champ, indicateur.Intitule, indicateur.Unite, indicateur.Nature, indicateur.Definition,
        indicateur.SourceUsuelle, indicateur.Seuil, EnOrdre(montrables[indicateur.Id]), cadre.Titulaires);

    /// <summary>From the nearest territory to the widest, so that the eye compares downwards.</summary>
    private static IReadOnlyList<LigneValeur> EnOrdre(IReadOnlyList<ValeurIndicateur> valeurs) =>
    [
        .. valeurs
            .OrderByDescending(v => v.Annee)
            .ThenBy(v => v.Territoire.Type switch
            {
                TypeTerritoire.Epci or TypeTerritoire.Syndicat => 0,
                TypeTerritoire.Commune => 1,
                TypeTerritoire.Autre => 2,
                TypeTerritoire.Departement => 3,
                TypeTerritoire.Region => 4,
                _ => 5,
            })
            .ThenBy(v => v.Territoire.Nom, StringComparer.Create(new("fr-FR"), ignoreCase: true))
            .Select(v => new LigneValeur(
                v.Annee, v.Territoire.Type, v.Territoire.Cle, v.Territoire.Nom, v.Etat, v.Valeur, v.Source, v.Licence, v.Arrondi)),
    ];

    private static bool EstCompare(LigneValeur ligne) => Compares.Contains(ligne.Type);
}
