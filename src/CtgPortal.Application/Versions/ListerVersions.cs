using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Versions;

/// <summary>The versions of a convention, the latest first, and what changed since.</summary>
public static class ListerVersions
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Depuis">Since the latest version that is worth something; null without one.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<VersionLue> Versions, ChangementsEntreVersions? Depuis);

    internal sealed class Handler(ICtgReadContext db, LectureVersions lecture, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var versions = await lecture.ListerAsync(query.Convention, cancellationToken);
            return new(
                enTete, versions,
                versions.Find(v => v.SansObjet is null) is { } derniere ? await lecture.ComparerAsync(query.Convention, derniere, null, cancellationToken) : null);
        }
    }
}
