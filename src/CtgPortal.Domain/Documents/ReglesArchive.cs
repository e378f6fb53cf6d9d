using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Documents;

/// <summary>When the signed file of a convention may be handed over to an archiving service.</summary>
public static class ReglesArchive
{
    private static readonly Obstacle NonSignee = new(
        "archive-non-signee", "Toutes les signatures ne sont pas recueillies dans le portail : il n’y a pas encore de convention à archiver.");

    private static readonly Obstacle NonScellee = new(
        "archive-non-scellee", "Le document scellé n’est pas encore fait : seule une archive provisoire, avec le texte figé, peut être préparée.");

    /// <param name="definitive">To be kept for good: it needs the sealed file.</param>
    /// <param name="estSignee">Every signature is in.</param>
    public static IReadOnlyList<Obstacle> Obstacles(bool definitive, bool estSignee, bool estScellee) =>
        [.. When(!estSignee, NonSignee), .. When(definitive && estSignee && !estScellee, NonScellee)];

    /// <exception cref="BusinessRuleException">Not signed, or not sealed for a final archive.</exception>
    public static void Exiger(bool definitive, bool estSignee, bool estScellee) => BusinessRuleException.ThrowIfAny(Obstacles(definitive, estSignee, estScellee));
}
