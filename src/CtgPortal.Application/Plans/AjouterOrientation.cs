using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class AjouterOrientation
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, AxeId Axe, OrientationId? Parent, string Intitule) : IRequest<OrientationId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez un intitulé.").MaximumLength(Orientation.IntituleLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, OrientationId>
    {
        public async Task<OrientationId> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            var orientation = plan.AjouterOrientation(command.Axe, command.Parent, command.Intitule, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return orientation;
        }
    }
}
