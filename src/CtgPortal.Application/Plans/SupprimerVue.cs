using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>Forgets a view; the fiches it showed stay. One’s own, or one of the team for those who write the plan.</summary>
public static class SupprimerVue
{
    [AutoriseConnecte]
    public sealed record Command(ConventionId Convention, VuePlanId Vue, int Revision) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, IDroits droits) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var vue = await db.LoadVueAsync(command.Convention, command.Vue, command.Revision, utilisateur, droits, cancellationToken);

            db.VuesPlan.Remove(vue);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
