using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Deliberations;

public readonly record struct DeliberationId(Guid Value) : IStronglyTypedId<DeliberationId>
{
    public static DeliberationId From(Guid value) => new(value);

    public static DeliberationId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// The act by which the body of a party authorises the signature (conseil municipal, communautaire, conseil d’administration), and its
/// way through the contrôle de légalité. One for each party, and one more for each avenant, written down at any stage: acts come while people sign and after.
/// </summary>
public sealed class Deliberation : AggregateRoot
{
    private Deliberation()
    {
    }

    public DeliberationId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public PartieId PartieId { get; private init; }

    /// <summary>The avenant whose signature it authorises; null for the convention itself.</summary>
    public AvenantId? AvenantId { get; private init; }

    public int? AvenantNumero { get; private init; }

    public ReferenceActe Reference { get; private set; } = null!;

    public string? Organe { get; private set; }

    public string? Objet { get; private set; }

    /// <summary>Null as long as nobody wrote it down.</summary>
    public Vote? Vote { get; private set; }

    public ControleLegalite Controle { get; private set; } = ControleLegalite.Rien;

    public DescriptionActe Description => new(Reference, Organe, Objet, Vote, Controle);

    /// <param name="avenant">Null for the convention itself.</param>
    /// <exception cref="BusinessRuleException">The convention or the avenant was given up, or a description that cannot be.</exception>
    public static Deliberation Enregistrer(
        ConventionId convention, StatutConvention etape, PartieId partie, string nomPartie, DescriptionActe description, DateTimeOffset now, AvenantExistant? avenant = null)
    {
        BusinessRuleException.ThrowIfAny(ReglesActe.Obstacles(etape, avenant?.Statut));
        var deliberation = new Deliberation
        {
            Id = DeliberationId.New(),
            ConventionId = convention,
            PartieId = partie,
            AvenantId = avenant?.Id,
            AvenantNumero = avenant?.Numero,
        };
        deliberation.Appliquer(description.Normaliser(now.JourEnFrance()));
        deliberation.Record(new DeliberationEnregistree(convention, nomPartie, deliberation.Reference.Numero, deliberation.Reference.Date, now) { Avenant = avenant?.Numero });
        return deliberation;
    }

    /// <exception cref="BusinessRuleException">The convention was given up, or a description that cannot be.</exception>
    public void Modifier(StatutConvention etape, string nomPartie, DescriptionActe description, DateTimeOffset now, StatutAvenant? avenant = null)
    {
        BusinessRuleException.ThrowIfAny(ReglesActe.Obstacles(etape, avenant));
        var apres = description.Normaliser(now.JourEnFrance());
        var comparaison = Description.Comparer(apres);
        if (!comparaison.EstVide)
        {
            Appliquer(apres);
            Record(new DeliberationModifiee(ConventionId, nomPartie, now) { Avenant = AvenantNumero, Changements = comparaison.Changements });
        }
    }

    /// <summary>Written down by mistake, or the party leaves; the caller then deletes it, with its files.</summary>
    /// <exception cref="BusinessRuleException">The convention was given up.</exception>
    public void Retirer(StatutConvention etape, string nomPartie, DateTimeOffset now, StatutAvenant? avenant = null)
    {
        BusinessRuleException.ThrowIfAny(ReglesActe.Obstacles(etape, avenant));
        Record(new DeliberationRetiree(ConventionId, nomPartie, Reference.Numero, now) { Avenant = AvenantNumero });
    }

    private void Appliquer(DescriptionActe description) =>
        (Reference, Organe, Objet, Vote, Controle) =
        (description.Reference, description.Organe, description.Objet, description.Vote, description.Controle);
}
