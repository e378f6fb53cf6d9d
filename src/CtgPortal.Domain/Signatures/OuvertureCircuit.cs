using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;

namespace CtgPortal.Domain.Signatures;

/// <summary>What is chosen when a circuit opens. By default everybody designated signs, in any order and without a deadline.</summary>
/// <param name="ExpireLe">Last day to sign; null for none.</param>
/// <param name="Rangs">Of the designated people; those that are not there are of rank 1.</param>
/// <param name="Associes">Visas and observers.</param>
/// <param name="Reserves">Accepted with their reasons.</param>
/// <param name="RelanceDOffice">The portal reminds each week those whose turn it is.</param>
public sealed record OuvertureCircuit(
    OrdreCircuit Ordre,
    DateOnly? ExpireLe,
    IReadOnlyDictionary<SignataireId, int> Rangs,
    IReadOnlyList<PersonneAssociee> Associes,
    IReadOnlyList<ReserveAcceptee> Reserves,
    bool RelanceDOffice = true)
{
    public const int AssociesMax = 20;
    public const int RangMax = 99;

    /// <summary>The acts of the parties, as the frozen text quotes them.</summary>
    public IReadOnlyDictionary<PartieId, ReferenceActe> Deliberations { get; init; } = new Dictionary<PartieId, ReferenceActe>();

    /// <summary>The avenant that is signed; null for the convention itself.</summary>
    public AvenantASigner? Avenant { get; init; }

    public static readonly OuvertureCircuit ParDefaut = new(OrdreCircuit.Parallele, null, new Dictionary<SignataireId, int>(), [], []);
}

/// <param name="Entrantes">They sign with those that are parties already.</param>
public sealed record AvenantASigner(AvenantId Id, int Numero, IReadOnlyList<PartieEntrante> Entrantes);

/// <summary>Somebody who signs for no party: gives a visa, or observes.</summary>
/// <param name="Organisme">Where they work, as the page names it.</param>
public sealed record PersonneAssociee(RoleLigne Role, IdentiteSignataire Identite, string Organisme, int Rang = 1);

/// <summary>A reservation that did not stop the opening, and why.</summary>
/// <param name="Code">Of the obstacle.</param>
/// <param name="Message">As it was read.</param>
/// <param name="Par">Who accepted it.</param>
public sealed record ReserveAcceptee(string Code, string Message, string Motif, string Par)
{
    public const int MotifLongueurMax = 500;
}

/// <summary>Where the parties sign together.</summary>
public sealed record Ceremonie(DateOnly Jour, TimeOnly Heure, string Lieu)
{
    public const int LieuLongueurMax = 300;
}
