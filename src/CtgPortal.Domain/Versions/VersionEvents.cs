using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Versions;

public sealed record VersionGardee(ConventionId Convention, int Numero, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record VersionDeclareeSansObjet(ConventionId Convention, int Numero, string Nom, string Motif, DateTimeOffset Le)
    : ConventionEvent(Convention, Le);
