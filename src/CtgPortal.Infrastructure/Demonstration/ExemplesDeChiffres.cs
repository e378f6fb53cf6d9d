using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Figures of one diagnostic, so that its pictures can be looked at: the source publishes none. All are invented, and each says so.
/// </summary>
internal static class ExemplesDeChiffres
{
    private const string Source = "Exemple, chiffre inventé pour la démonstration";

    private const string Fichier = "exemple-chiffres.csv";

    private static readonly int[] Annees = [2008, 2011, 2014, 2017];

    /// <summary>Code, territory, département, région, France, change of the territory from one date to the next; communes given when counts are wanted.</summary>
    private static readonly (string Code, decimal Territoire, decimal Departement, decimal Region, decimal France, decimal Pas, bool Communes)[] Chiffres =
    [
        ("population", 20_600, 536_000, 6_004_000, 66_774_000, -210, false),
        ("enfants-0-2", 690, 17_900, 228_000, 2_180_000, -28, false),
        ("naissances", 221, 5_900, 74_500, 730_000, -11, false),
        ("part-familles-monoparentales", 27.4m, 24.6m, 25.9m, 23.7m, 1.1m, false),
        ("taux-couverture", 43.2m, 52.8m, 57.1m, 58.9m, 1.4m, true),
        ("assistants-maternels", 118, 3_240, 36_900, 294_000, -7, false),
        ("rsa", 1_320, 23_400, 268_000, 1_880_000, 55, true),
        ("taux-pauvrete", 22.8m, 18.6m, 18.3m, 14.5m, 0.5m, false),
        ("neet", 29.6m, 24.1m, 21.0m, 17.0m, 0.9m, false),
        ("part-logements-vacants", 11.3m, 9.2m, 7.5m, 8.1m, 0.6m, true),
        ("seuls-75-plus", 40.8m, 39.3m, 38.5m, 38.0m, 0.4m, false),
    ];

    /// <summary>Chosen in the catalogue, some still without a value.</summary>
    private static readonly string[] SansValeur = ["places-alsh", "sans-voiture"];

    public static void Remplir(DossierDemo dossier, Departement departement, Region region)
    {
        var diagnostic = dossier.Diagnostic;
        var codes = Chiffres.Select(c => c.Code).Concat(SansValeur);
        diagnostic.AjouterIndicateurs([.. codes.Select(c => CatalogueIndicateurs.Trouver(c)!.Description)], dossier.Convention.Statut, dossier.Maintenant);
        var (dep, reg) = (new TerritoireRef(TypeTerritoire.Departement, departement.Code, departement.Nom), new TerritoireRef(TypeTerritoire.Region, region.Code, region.Nom));
        var france = new TerritoireRef(TypeTerritoire.France, "FR", "France");
        List<SerieAImporter> series = [];
        foreach (var (c, indicateur) in Chiffres.Select(c => (c, diagnostic.Indicateurs.Single(i => i.CodeCatalogue == c.Code))))
        {
            List<ValeurIndicateur> valeurs = [];
            var total = c.Communes && indicateur.Nature == NatureIndicateur.Effectif ? Repartir(dossier, valeurs, c.Territoire) : c.Territoire;

            // four dates where communes are given, two elsewhere
            for (var i = c.Communes ? 0 : 1; i < Annees.Length; i += c.Communes ? 1 : 2)
            {
                var retard = Annees.Length - 1 - i;
                valeurs.Add(Valeur(dossier, Annees[i], dossier.Convention.Titulaires[0], total - (retard * c.Pas)));
                valeurs.Add(Valeur(dossier, Annees[i], dep, Autrefois(c.Departement, c, retard)));
                valeurs.Add(Valeur(dossier, Annees[i], reg, Autrefois(c.Region, c, retard)));
                valeurs.Add(Valeur(dossier, Annees[i], france, Autrefois(c.France, c, retard)));
            }

            if (c.Communes && indicateur.Nature == NatureIndicateur.Part)
            {
                valeurs.AddRange(dossier.Convention.Perimetre.Select(commune => Valeur(
                    dossier, Annees[^1], new(TypeTerritoire.Commune, commune.Code, commune.Nom), Math.Round(c.Territoire * (0.55m + (Grain(commune.Code) % 90 / 100m)), 1))));
            }

            series.Add(new(indicateur.Id, null, valeurs));
        }

        // one fact in the history, as for a file of figures
        diagnostic.ImporterChiffres(series, Fichier, dossier.Convention.Statut, dossier.Maintenant);
    }

    /// <summary>Half the pace of the territory, in proportion, so that the lines part.</summary>
    private static decimal Autrefois(decimal valeur, (string, decimal Territoire, decimal, decimal, decimal, decimal Pas, bool) c, int retard) =>
        Math.Round(valeur * (1 - (retard * c.Pas / c.Territoire / 2)), valeur < 100 ? 1 : 0);

    /// <summary>Counts by commune, in proportion to its inhabitants; their sum is the count of the territory.</summary>
    private static decimal Repartir(DossierDemo dossier, List<ValeurIndicateur> valeurs, decimal environ)
    {
        decimal habitants = dossier.Convention.Perimetre.Sum(c => c.Population ?? 0), somme = 0;
        foreach (var commune in dossier.Convention.Perimetre)
        {
            var part = Math.Round(environ * (commune.Population ?? 0) / habitants * (0.6m + (Grain(commune.Code) % 80 / 100m)));
            somme += part;
            valeurs.Add(Valeur(dossier, Annees[^1], new(TypeTerritoire.Commune, commune.Code, commune.Nom), part));
        }

        return somme;
    }

    private static ValeurIndicateur Valeur(DossierDemo dossier, int annee, TerritoireRef territoire, decimal valeur) =>
        new(annee, territoire, EtatValeur.Publiee, valeur, Source, dossier.Maintenant.Year);

    /// <summary>The same number for the same commune, each time.</summary>
    private static int Grain(string code) => code.Aggregate(7, (graine, signe) => ((graine * 31) + signe) % 1009);
}
