using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Plans.NatureDepense;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Invented money of fiches of Trois-Rivières, over three years: what was planned before the signature, and what was spent of it since.</summary>
internal static class ExemplesDeBudget
{
    private const string Caf = "Exemple : Caf";
    private const string Communaute = "Exemple : communauté de communes";
    private const string Departement = "Exemple : Département";
    private const string Msa = "Exemple : MSA";

    private static readonly Dictionary<int, Financement[]> ParFiche = new()
    {
        [1] =
        [
            new(Caf, 2022, Investissement, 6_000, 6_000),
            new(Communaute, 2022, Investissement, 4_000, 4_350),
            new(Communaute, 2023, Fonctionnement, 1_500, 1_420),
        ],
        [2] =
        [
            new(Communaute, 2022, Fonctionnement, 9_000, 7_650),
            new(Departement, 2022, Investissement, 18_000, 16_240.50m),
            new(Communaute, 2023, Fonctionnement, 12_000, 11_780),
            new(Departement, 2023, Fonctionnement, 6_000, 6_000),
            new(Communaute, 2024, Fonctionnement, 12_000, null),
        ],
        [4] =
        [
            new(Caf, 2022, Fonctionnement, 3_000, 3_000), new(Communaute, 2022, Fonctionnement, 3_000, 2_800),
            new(Caf, 2023, Fonctionnement, 3_000, 3_000), new(Communaute, 2023, Fonctionnement, 3_000, 3_120),
        ],
        [7] =
        [
            new(Caf, 2023, Fonctionnement, 8_000, null), new(Departement, 2023, Fonctionnement, 4_000, null),
            new(Caf, 2024, Fonctionnement, 8_000, null), new(Departement, 2024, Fonctionnement, 4_000, null),
        ],
        [8] =
        [
            new(Caf, 2022, Fonctionnement, 34_000, 33_120), new(Communaute, 2022, Fonctionnement, 21_000, 21_640), new(Communaute, 2022, Investissement, 26_000, 25_480),
            new(Caf, 2023, Fonctionnement, 34_500, 34_500), new(Communaute, 2023, Fonctionnement, 21_000, 22_310), new(Msa, 2023, Fonctionnement, 3_500, 3_500),
            new(Caf, 2024, Fonctionnement, 35_000, null), new(Communaute, 2024, Fonctionnement, 22_000, null), new(Msa, 2024, Fonctionnement, 3_500, null),
        ],
        [9] = [new(Caf, 2023, Fonctionnement, 5_000, 4_200), new(Msa, 2023, Fonctionnement, 1_500, 1_500), new(Caf, 2024, Fonctionnement, 5_000, null)],
        [10] = [new(Communaute, 2022, Fonctionnement, 5_000, 2_100), new(Caf, 2023, Fonctionnement, 20_000, 0), new(Caf, 2024, Fonctionnement, 20_000, null)],
        [12] = [new(Departement, 2024, Fonctionnement, 7_500, null), new(Caf, 2024, Fonctionnement, 2_500, null)],
    };

    /// <summary>What the people sign: nothing is spent yet.</summary>
    public static void Prevoir(DossierDemo dossier) => Ecrire(dossier, [.. ParFiche.Keys], f => new(f.Financeur, f.Annee, f.Nature, f.Prevu, realise: null));

    /// <summary>What was spent, known some time after.</summary>
    public static void Constater(DossierDemo dossier, int fiche) => Ecrire(dossier, [fiche], f => f with { });

    public static IReadOnlyCollection<int> Fiches => ParFiche.Keys;

    private static void Ecrire(DossierDemo dossier, IReadOnlyList<int> fiches, Func<Financement, Financement> ligne)
    {
        foreach (var numero in fiches)
        {
            dossier.Fiches[numero - 1].Fiche.DefinirFinancements([.. ParFiche[numero].Select(ligne)], dossier.Convention.Statut, dossier.Maintenant);
        }
    }
}
