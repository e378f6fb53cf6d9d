using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Diagnostics;

/// <summary>From the things that a file counts to the indicators of a diagnostic.</summary>
public static class LiaisonsImport
{
    /// <summary>Beyond it, things that nobody knows are left out until a person chooses among them.</summary>
    private const int NouveauxMax = 12;

    /// <summary>Shown by the report until a person chooses; nothing is written meanwhile.</summary>
    private const string SansChamp = "à classer";

    private const int LignesMontrees = 8;
    private const int CelluleLongueurMax = 60;

    /// <summary>An indicator of the diagnostic by its name or its code, else one of the catalogue, else a new one.</summary>
    public static IReadOnlyList<LiaisonSerie> Proposer(IReadOnlyList<SerieLue> series, Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(diagnostic);
        var parNom = diagnostic.Indicateurs.DistinctBy(i => EnTete.Normaliser(i.Intitule)).ToDictionary(i => EnTete.Normaliser(i.Intitule));
        var parCode = diagnostic.Indicateurs.Where(i => i.CodeCatalogue is not null).DistinctBy(i => i.CodeCatalogue).ToDictionary(i => i.CodeCatalogue!);
        List<LiaisonSerie> liaisons = [];
        HashSet<CibleSerie> prises = [];
        for (var i = 0; i < series.Count; i++)
        {
            var cible = Reconnaitre(series[i]);
            // two columns for one indicator: a person says which
            liaisons.Add(new(i, cible is null || prises.Add(cible) ? cible ?? new(Intitule: series[i].Nom) : CibleSerie.Aucune));
        }

        var inconnues = liaisons.Count(l => l.Cible.Intitule is not null);
        return inconnues <= (liaisons.Count == inconnues ? NouveauxMax : 0)
            ? liaisons
            : [.. liaisons.Select(l => l.Cible.Intitule is null ? l : l with { Cible = CibleSerie.Aucune })];

        CibleSerie? Reconnaitre(SerieLue serie)
        {
            foreach (var nom in (IEnumerable<string>)[serie.Nom, serie.EnTete, SansPrefixe(serie.Nom)])
            {
                if (parNom.TryGetValue(EnTete.Normaliser(nom), out var present))
                {
                    return new(Indicateur: present.Id.Value);
                }

                if (CatalogueIndicateurs.Reconnaitre(nom) is { } entree)
                {
                    return parCode.TryGetValue(entree.Code, out var memeCode) ? new(Indicateur: memeCode.Id.Value) : new(Code: entree.Code);
                }
            }

            return null;
        }
    }

    /// <summary>The figures to write, by indicator.</summary>
    internal static IReadOnlyList<SerieAImporter> SeriesAEcrire(this ImportChiffres import, ResultatLecture resultat, Diagnostic diagnostic, int anneeMax)
    {
        var parSerie = resultat.Valeurs.ToLookup(v => v.Serie);
        List<SerieAImporter> series = [];
        foreach (var liaison in import.Liaisons.OrderBy(l => l.Serie).Where(l => NomDe(l.Cible, diagnostic) is not null))
        {
            IndicateurId? existant = liaison.Cible.Indicateur is { } id ? IndicateurId.From(id) : null;
            var entree = CatalogueIndicateurs.Trouver(liaison.Cible.Code ?? diagnostic.Indicateurs.FirstOrDefault(i => i.Id == existant)?.CodeCatalogue);
            series.Add(new(
                existant,
                existant is not null
                    ? null
                    : entree?.Description ?? new DescriptionIndicateur(import.Champ ?? SansChamp, liaison.Cible.Intitule, SourceUsuelle: import.Plan!.Source),
                [
                    .. parSerie[liaison.Serie].Select(v => new ValeurIndicateur(
                        v.Annee, resultat.Territoires[v.Territoire], v.Etat, v.Valeur, import.Plan!.Source, anneeMax,
                        import.Plan.Licence ?? entree?.Licence, import.Plan.Arrondi ?? entree?.Arrondi)),
                ]));
        }

        return series;
    }

    /// <summary>Title of the indicator that receives; null when the figures go nowhere, or to an indicator that left since.</summary>
    internal static string? NomDe(CibleSerie cible, Diagnostic diagnostic) => cible.Indicateur is { } id
        ? diagnostic.Indicateurs.FirstOrDefault(i => i.Id.Value == id)?.Intitule
        : CatalogueIndicateurs.Trouver(cible.Code)?.Intitule ?? cible.Intitule;

    /// <summary>What the page of columns shows: a few lines, cells cut.</summary>
    internal static ApercuTableau Montrable(this ApercuTableau apercu) => apercu with
    {
        Lignes = [.. apercu.Lignes.Take(LignesMontrees).Select(l => l with { Cellules = [.. l.Cellules.Select(Couper)] })],
    };

    private static string Couper(string cellule) => cellule.Length > CelluleLongueurMax ? $"{cellule[..CelluleLongueurMax]}…" : cellule;

    // « P_POP » is the population of the main census file, « C_ » of the complementary one
    private static string SansPrefixe(string nom) => nom.StartsWith("P_", StringComparison.Ordinal) || nom.StartsWith("C_", StringComparison.Ordinal) ? nom[2..] : nom;
}
