using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Ateliers;

// The journal is never altered, so no name, organisation as typed, address or token may enter it: these facts carry counts only.

public sealed record PersonnesInscrites(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, int Nombre, bool Presentes, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record PersonneRetiree(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record ArriveeNotee(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, bool Presente, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record InvitationsEnvoyees(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, int Invitations, int Corrections, int Annulations, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record InvitationRepondue(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, ReponseInvitation Reponse, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record ConservationFixee(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AssistanceEffacee(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, int Personnes, int Courriels, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);
