using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>A fiche is born with its place in the tree and its follow-up, in one transaction.</summary>
public static class CreerFiche
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, AxeId Axe, OrientationId? Orientation, string Intitule)
        : IRequest<FicheActionId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez un intitulé.").MaximumLength(IdentiteFiche.IntituleLongueurMax);
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, FicheActionId>
    {
        public async Task<FicheActionId> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            var fiche = db.Creer(plan, command.Axe, command.Orientation, command.Intitule, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return fiche.Id;
        }
    }
}
