using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class ConsulterPlan
{
    /// <param name="PourModifier">The page is a form: refused to those whose role may not send it.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, bool PourModifier = false) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="PeutModifier">By role and by stage.</param>
    public sealed record Dossier(EnTeteConvention EnTete, ArbrePlan Plan, bool PeutModifier);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var admis = DroitsPlan.PeutModifier(enTete.Roles);
            return query.PourModifier && !admis
                ? throw new AccesRefuseException("Votre rôle ne permet pas de modifier le plan d’actions.")
                : new(enTete, plan, admis && CycleDeVie.PlanModifiable(enTete.Statut));
        }
    }
}
