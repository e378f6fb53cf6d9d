using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Ateliers;

public sealed record AgendaDefini(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record SerieRenommee(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AtelierPartage(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, string Territoire, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AtelierRetireDuPartage(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, string Territoire, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AtelierAnnule(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, string Motif, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);
