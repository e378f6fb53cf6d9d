using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Filiations;

/// <summary>What the page needs to make something of contributions or constats.</summary>
public static class ConsulterSuites
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, IReadOnlyList<Maillon> Origines) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Origines">Those that exist here, in the order of the thread.</param>
    /// <param name="Deja">What they already became.</param>
    /// <param name="Constats">To choose from when nothing was chosen: those that nothing answers first.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, int RevisionDiagnostic, ArbrePlan Plan, IReadOnlyList<MaillonLu> Origines, IReadOnlyList<MaillonLu> Deja,
        IReadOnlyList<MaillonLu> Constats)
    {
        public bool PeutRelier => EnTete.PeutRelier();
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var revision = await db.Diagnostics.Where(d => d.ConventionId == query.Convention).Select(d => d.Revision).SingleAsync(cancellationToken);
            var fil = await db.LireFilAsync(query.Convention, query.Origines, cancellationToken);
            List<MaillonLu> origines = [.. fil.Maillons.Where(m => query.Origines.Contains(m.Maillon))];
            return new(
                enTete, revision, plan, origines,
                [.. origines.SelectMany(o => fil.SuitesDe(o.Maillon)).Select(v => v.Maillon).DistinctBy(m => m.Maillon)],
                [.. fil.ConstatsSansSuite, .. fil.De(NatureMaillon.Constat).Except(fil.ConstatsSansSuite)]);
        }
    }
}
