using System.Diagnostics.CodeAnalysis;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Filiations;

/// <summary>What a thread passes through, in the order it goes: what comes later answers what comes before.</summary>
public enum NatureMaillon
{
    Contribution,
    Groupe,
    Indicateur,
    Constat,
    Axe,
    Orientation,
    FicheAction,
}

public static class SensDuFil
{
    /// <summary>Findings and words of the room come first; the parts of the plan answer them, and do not come from each other.</summary>
    public static bool PeutVenirDe(this NatureMaillon suite, NatureMaillon origine) => suite switch
    {
        NatureMaillon.Constat => origine is NatureMaillon.Contribution or NatureMaillon.Groupe,
        NatureMaillon.Axe or NatureMaillon.Orientation or NatureMaillon.FicheAction =>
            origine is NatureMaillon.Contribution or NatureMaillon.Groupe or NatureMaillon.Indicateur or NatureMaillon.Constat,
        _ => false,
    };
}

/// <summary>One link of the thread, as a reference: the aggregate it names lives its own life.</summary>
public sealed record Maillon
{
    private static readonly Dictionary<string, NatureMaillon> Natures = Enum.GetValues<NatureMaillon>().ToDictionary(n => n.ToString());

    private Maillon(NatureMaillon nature, Guid id)
    {
        (Nature, Id) = (nature, id);
    }

    public NatureMaillon Nature { get; private init; }

    public Guid Id { get; private init; }

    public static Maillon De(ContributionId id) => new(NatureMaillon.Contribution, id.Value);

    public static Maillon De(GroupeId id) => new(NatureMaillon.Groupe, id.Value);

    /// <summary>A figure of the diagnostic.</summary>
    public static Maillon De(IndicateurId id) => new(NatureMaillon.Indicateur, id.Value);

    public static Maillon De(ConstatId id) => new(NatureMaillon.Constat, id.Value);

    public static Maillon De(AxeId id) => new(NatureMaillon.Axe, id.Value);

    public static Maillon De(OrientationId id) => new(NatureMaillon.Orientation, id.Value);

    public static Maillon De(FicheActionId id) => new(NatureMaillon.FicheAction, id.Value);

    /// <summary>As written in an address or a form: « FicheAction-0192… ».</summary>
    public override string ToString() => $"{Nature}-{Id}";

    /// <returns>False when the text is not one of <see cref="ToString"/>.</returns>
    public static bool TryParse(string? texte, [NotNullWhen(true)] out Maillon? maillon)
    {
        var coupure = texte?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        maillon = coupure > 0 && Natures.TryGetValue(texte![..coupure], out var nature) && Guid.TryParseExact(texte[(coupure + 1)..], "D", out var id)
            ? new Maillon(nature, id)
            : null;
        return maillon is not null;
    }

    /// <exception cref="FormatException">The text is not one of <see cref="ToString"/>.</exception>
    public static Maillon Parse(string texte) =>
        TryParse(texte, out var maillon) ? maillon : throw new FormatException($"« {texte} » names no part of the thread.");
}
