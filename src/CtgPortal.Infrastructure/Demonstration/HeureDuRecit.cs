namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>The clock of a story told after the fact: each act is a second after the one before, and one may go on to a later day.</summary>
internal sealed class HeureDuRecit(DateTimeOffset depart) : TimeProvider
{
    private DateTimeOffset _instant = depart;

    public HeureDuRecit(DateOnly jour)
        : this(AuBureau(jour))
    {
    }

    public override DateTimeOffset GetUtcNow() => _instant = _instant.AddSeconds(1);

    /// <exception cref="ArgumentOutOfRangeException">A day before the acts already told.</exception>
    public void Aller(DateOnly jour)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jour, DateOnly.FromDateTime(_instant.UtcDateTime));
        var instant = AuBureau(jour);
        _instant = instant > _instant ? instant : _instant;
    }

    private static DateTimeOffset AuBureau(DateOnly jour) => new(jour, new TimeOnly(8, 0), TimeSpan.Zero);
}
