namespace CtgPortal.Domain.Common;

/// <summary>A reason why something cannot be done, or may be done with a reservation.</summary>
/// <param name="Code">Stable, in kebab-case: tests and pages rely on it, never on the message.</param>
/// <param name="Message">A French sentence for the person who acts.</param>
/// <param name="Bloquant">False for a reservation: shown, never enforced.</param>
/// <param name="Cible">What it is about, when there are several such things: the key of a passage of the text.</param>
public sealed record Obstacle(string Code, string Message, bool Bloquant = true, string? Cible = null);

/// <summary>A rule of the field refuses the action; nothing was changed. Thrown by the domain only.</summary>
public sealed class BusinessRuleException : Exception
{
    public BusinessRuleException(IReadOnlyList<Obstacle> obstacles)
        : base(string.Join(" ", obstacles.Select(o => o.Message)))
        => Obstacles = obstacles;

    public BusinessRuleException(string code, string message)
        : this([new Obstacle(code, message)])
    {
    }

    public IReadOnlyList<Obstacle> Obstacles { get; }

    /// <summary>Throws with every blocking obstacle at once, so that the person learns all the reasons in one go.</summary>
    public static void ThrowIfAny(IEnumerable<Obstacle> obstacles)
    {
        var bloquants = obstacles.Where(o => o.Bloquant).ToList();
        if (bloquants.Count > 0)
        {
            throw new BusinessRuleException(bloquants);
        }
    }
}

/// <summary>Makes lists of obstacles read as sentences: <c>[.. When(condition, obstacle)]</c>.</summary>
public static class Conditions
{
    public static IEnumerable<Obstacle> When(bool condition, Obstacle obstacle) => condition ? [obstacle] : [];

    public static IEnumerable<Obstacle> When(bool condition, string code, string message, bool bloquant = true) =>
        condition ? [new Obstacle(code, message, bloquant)] : [];
}
