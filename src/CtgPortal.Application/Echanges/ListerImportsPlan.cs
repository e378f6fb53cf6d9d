using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Application.Echanges;

/// <summary>The sheets of fiches that were sent to a plan, the last first.</summary>
public static class ListerImportsPlan
{
    private const int Montres = 30;

    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Row> Rows, IReadOnlyList<Obstacle> Obstacles);

    public sealed record Row(ImportTableurId Id, string Fichier, string ParNom, DateTimeOffset DeposeLe, DateTimeOffset? EcritLe, DateTimeOffset? AnnuleLe);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var rows = await db.ImportsTableur.OfType<ImportPlan>().Where(i => i.ConventionId == query.Convention)
                .OrderByDescending(i => i.DeposeLe).ThenBy(i => i.Id).Take(Montres)
                .Select(i => new Row(i.Id, i.Fichier, i.ParNom, i.DeposeLe, i.EcritLe, i.AnnuleLe)).ToListAsync(cancellationToken);
            return new(enTete, rows, [.. When(!CycleDeVie.PlanModifiable(enTete.Statut), Domain.Conventions.Obstacles.PlanFige)]);
        }
    }
}
