using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

/// <summary>The years a convention covers, both days included. It often begins before the signature.</summary>
public sealed record Periode
{
    /// <summary>Four years until 2021, five today; one to five seen in practice.</summary>
    public const int AnneesMax = 5;

    /// <summary>First CTG: La Réunion, 2008.</summary>
    public const int PremiereAnnee = 2008;

    public const int DerniereAnnee = 2060;

    /// <exception cref="BusinessRuleException">Inverted, longer than five years, or out of any plausible century.</exception>
    public Periode(DateOnly debut, DateOnly fin)
    {
        BusinessRuleException.ThrowIfAny(Obstacles(debut, fin));
        (Debut, Fin) = (debut, fin);
    }

    private Periode()
    {
    }

    public DateOnly Debut { get; private init; }

    public DateOnly Fin { get; private init; }

    /// <summary>Why two days do not make a period; forms show it at the field.</summary>
    public static IReadOnlyList<Obstacle> Obstacles(DateOnly debut, DateOnly fin) =>
    [
        .. Conditions.When(debut.Year < PremiereAnnee || fin.Year > DerniereAnnee, "periode-hors-limites", $"La période doit se situer entre {PremiereAnnee} et {DerniereAnnee}."),
        .. Conditions.When(fin <= debut, "periode-inversee", "La fin de la convention doit suivre son début."),
        .. Conditions.When(debut.Year <= DerniereAnnee && fin >= debut.AddYears(AnneesMax), "periode-trop-longue", $"Une convention couvre au plus {AnneesMax} ans."),
    ];

    public override string ToString() => $"{Debut:yyyy-MM-dd}/{Fin:yyyy-MM-dd}";
}
