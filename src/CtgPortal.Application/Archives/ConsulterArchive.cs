using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Archives;

/// <summary>What the archive of a convention would hold today, and whether it may be final.</summary>
public static class ConsulterArchive
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Obstacles">To any archive.</param>
    /// <param name="EstScellee">It would be final.</param>
    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Obstacle> Obstacles, bool EstScellee, IReadOnlyList<Fichier> Fichiers);

    public sealed record Fichier(string Chemin, string Description, int Taille);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, LectureArchive lecture) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var circuit = await lecture.CircuitAsync(query.Convention, cancellationToken);
            var scelle = await lecture.ScelleAsync(circuit, cancellationToken);
            var avenants = await lecture.AvenantsAsync(query.Convention, cancellationToken);
            var scellee = scelle is not null && avenants.All(a => a.Scelle is not null);
            IReadOnlyList<LectureArchive.Contenu> contenus = circuit is null
                ? []
                : await lecture.ListerAsync(await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken), circuit, scelle, avenants, cancellationToken);
            return new(
                enTete, ReglesArchive.Obstacles(definitive: false, circuit is not null, scellee), scellee,
                [.. contenus.OrderBy(c => c.Chemin, StringComparer.Ordinal).Select(c => new Fichier(c.Chemin, c.Description, c.Taille))]);
        }
    }
}
