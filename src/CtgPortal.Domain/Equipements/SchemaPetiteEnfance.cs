using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Equipements;

public readonly record struct SchemaPetiteEnfanceId(Guid Value) : IStronglyTypedId<SchemaPetiteEnfanceId>
{
    public static SchemaPetiteEnfanceId From(Guid value) => new(value);

    public static SchemaPetiteEnfanceId New() => new(Guid.CreateVersion7());
}

/// <summary>Who is the autorité organisatrice of the accueil du jeune enfant since 1 January 2025.</summary>
public enum CompetencePetiteEnfance
{
    Inconnue,
    Communes,
    Intercommunalite,
}

/// <summary>What decree 2025-253 asks of a schéma pluriannuel de maintien et de développement (CASF, D214-10-1), one by one.</summary>
public enum ExigenceSchema
{
    Inventaire,
    Besoins,
    ZonesInsuffisantes,
    Orientations,
    EmploisEtCompetences,
    BesoinsSpecifiques,
    Qualite,
    Investissements,
    Moyens,
    Calendrier,
    Evaluation,
    CompatibiliteSdsf,
    Concertation,
}

/// <summary>A person states what the data of the portal cannot tell.</summary>
/// <param name="Territoire">INSEE code of the commune, or SIREN of the intercommunalité.</param>
/// <param name="Motif">Why, or where it is written.</param>
public sealed record ConfirmationExigence(string Territoire, ExigenceSchema Exigence, string Motif, string ParNom, DateTimeOffset Le);

/// <summary>
/// What people say of the schéma of the petite enfance that the convention can stand in for. The rest of its checklist is computed,
/// never typed.
/// </summary>
public sealed class SchemaPetiteEnfance : AggregateRoot
{
    public const int SeuilSchema = 10_000;
    public const int SeuilPlanification = 3_500;
    public const int MotifLongueurMax = 1_000;
    public const int TerritoireLongueurMax = 20;

    private SchemaPetiteEnfance()
    {
    }

    public SchemaPetiteEnfanceId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public CompetencePetiteEnfance Competence { get; private set; }

    public IReadOnlyList<ConfirmationExigence> Confirmations { get; private set; } = [];

    /// <summary>Nothing is said yet.</summary>
    public static SchemaPetiteEnfance Commencer(ConventionId convention) => new() { Id = SchemaPetiteEnfanceId.New(), ConventionId = convention };

    public void DireLaCompetence(CompetencePetiteEnfance competence, DateTimeOffset now)
    {
        if (competence != Competence)
        {
            Competence = competence;
            Record(new CompetencePetiteEnfanceDite(ConventionId, competence, now));
        }
    }

    /// <exception cref="BusinessRuleException">No reason is given.</exception>
    public void Confirmer(string territoire, ExigenceSchema exigence, string? motif, string parNom, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            string.IsNullOrWhiteSpace(motif), "motif-absent", "Dites pourquoi, ou dans quel document on peut le lire."));
        var raison = Texte.Obligatoire(motif, "motif", MotifLongueurMax);
        Confirmations =
        [
            .. Confirmations.Where(c => (c.Territoire, c.Exigence) != (territoire, exigence)),
            new(Texte.Obligatoire(territoire, "territoire", TerritoireLongueurMax), exigence, raison, parNom, now),
        ];
        Record(new ExigenceConfirmee(ConventionId, territoire, exigence, raison, now));
    }

    /// <exception cref="BusinessRuleException">Nobody confirmed it.</exception>
    public void RetirerConfirmation(string territoire, ExigenceSchema exigence, DateTimeOffset now)
    {
        var reste = Confirmations.Where(c => (c.Territoire, c.Exigence) != (territoire, exigence)).ToList();
        BusinessRuleException.ThrowIfAny(When(
            reste.Count == Confirmations.Count, "confirmation-inconnue", "Cette confirmation n’est plus là. Rechargez la page."));
        Confirmations = reste;
        Record(new ConfirmationRetiree(ConventionId, territoire, exigence, now));
    }
}
