using CtgPortal.Domain.Plans;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Invented fields, dates, priorities and pilots on the fiches of Trois-Rivières, so that filters, table, calendar and board have
/// something to show. Two fiches stay without dates and pilot, as real plans have some.
/// </summary>
internal static class ExemplesDePlan
{
    private const string Communaute = "Exemple : communauté de communes";
    private const string CentreSocial = "Exemple : centre social";
    private const string Caf = "Exemple : Caf";

    private static readonly Exemple[] Exemples =
    [
        new(1, ["accès aux droits", "parentalité"], PrioriteFiche.Elevee, Communaute, new(2022, 1, 10), new(2023, 6, 30)),
        new(2, ["accès aux droits", "mobilité"], PrioriteFiche.Elevee, Communaute, new(2022, 3, 1), new(2024, 12, 31)),
        new(3, ["animation de la vie sociale"], PrioriteFiche.Moyenne, CentreSocial, new(2022, 3, 15), null),
        new(4, ["animation de la vie sociale"], PrioriteFiche.Moyenne, Communaute, new(2022, 4, 1), new(2023, 12, 31)),
        new(5, ["animation de la vie sociale"], PrioriteFiche.Basse, CentreSocial, new(2022, 9, 1), null, Continu: true),
        new(6, ["logement"], PrioriteFiche.Moyenne, Communaute, new(2022, 9, 1), new(2024, 6, 30)),
        new(7, ["logement"], PrioriteFiche.Elevee, Communaute, new(2023, 1, 1), new(2024, 12, 31)),
        new(8, ["petite enfance"], PrioriteFiche.Elevee, Caf, new(2021, 9, 1), null, Continu: true),
        new(9, ["parentalité", "petite enfance"], PrioriteFiche.Moyenne, Caf, new(2023, 5, 1), new(2024, 12, 31)),
        new(10, ["jeunesse"], PrioriteFiche.Elevee, CentreSocial, new(2022, 6, 1), new(2024, 6, 30)),
        new(11, ["jeunesse"], PrioriteFiche.Basse, CentreSocial, new(2024, 1, 1), new(2024, 12, 31)),
        new(12, ["handicap", "petite enfance"], PrioriteFiche.Moyenne, Caf, new(2024, 1, 8), null),
    ];

    public static void Rediger(DossierDemo dossier)
    {
        foreach (var e in Exemples)
        {
            var fiche = dossier.Fiches[e.Numero - 1].Fiche;
            fiche.Rediger(
                new(
                    Identite: fiche.Identite with { Champs = e.Champs, Priorite = e.Priorite },
                    Qui: fiche.Qui with { PiloteStructure = fiche.Qui.PiloteStructure ?? e.Pilote },
                    Quand: fiche.Quand with { Debut = e.Debut, Fin = e.Fin, AmeliorationContinue = e.Continu }),
                dossier.Convention.Statut, dossier.Maintenant);
        }
    }

    private sealed record Exemple(
        int Numero, IReadOnlyList<string> Champs, PrioriteFiche Priorite, string Pilote, DateOnly Debut, DateOnly? Fin, bool Continu = false);
}
