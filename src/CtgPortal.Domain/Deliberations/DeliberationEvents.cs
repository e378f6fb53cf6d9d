using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Deliberations;

public sealed record DeliberationEnregistree(ConventionId Convention, string Partie, string Numero, DateOnly Date, DateTimeOffset Le) : ConventionEvent(Convention, Le)
{
    /// <summary>Number of the avenant that the act authorises; null for the convention itself.</summary>
    public int? Avenant { get; init; }
}

public sealed record DeliberationModifiee(ConventionId Convention, string Partie, DateTimeOffset Le) : ConventionEvent(Convention, Le)
{
    /// <summary>Number of the avenant that the act authorises; null for the convention itself.</summary>
    public int? Avenant { get; init; }
}

public sealed record DeliberationRetiree(ConventionId Convention, string Partie, string Numero, DateTimeOffset Le) : ConventionEvent(Convention, Le)
{
    /// <summary>Number of the avenant that the act authorises; null for the convention itself.</summary>
    public int? Avenant { get; init; }
}

public sealed record PieceJointeALaDeliberation(ConventionId Convention, string Intitule, string Fichier, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PieceDeDeliberationDecrite(ConventionId Convention, string Intitule, string Fichier, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PieceRetireeDeLaDeliberation(ConventionId Convention, string Intitule, string Fichier, DateTimeOffset Le) : ConventionEvent(Convention, Le);
