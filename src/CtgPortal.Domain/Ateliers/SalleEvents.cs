using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>Without its code: a history is read by more people than a room.</summary>
public sealed record SalleOuverte(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record SalleFermee(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, int Contributions, int Participants, int Points, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record ContributionsTranscrites(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, int Nombre, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record ContributionEcartee(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, ContributionId Contribution, string Texte, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record GroupeRetire(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Titre, int Contributions, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);
