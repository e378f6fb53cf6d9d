using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The files of figures of a convention, the last first.</summary>
public static class ListerImports
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Row> Rows, IReadOnlyList<Obstacle> ObstaclesALaModification);

    public sealed record Row(ImportChiffresId Id, string Fichier, string ParNom, DateTimeOffset DeposeLe, EtatImport Etat, BilanImport? Bilan);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || diagnostic is null)
            {
                return null;
            }

            var rows = await db.Imports.Where(i => i.ConventionId == query.Convention && i.Etat != EtatImport.EnDepot)
                .OrderByDescending(i => i.DeposeLe).ThenBy(i => i.Id)
                .Select(i => new Row(i.Id, i.Fichier, i.ParNom, i.DeposeLe, i.Etat, i.Bilan))
                .ToListAsync(cancellationToken);
            return new(enTete, rows, diagnostic.ObstaclesALaModification(enTete.Statut));
        }
    }
}
