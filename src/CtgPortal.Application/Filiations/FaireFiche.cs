using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>A finding, an idea of the room or a group becomes a fiche action, with its place in the plan and its follow-up.</summary>
public static class FaireFiche
{
    /// <param name="Revision">Of the plan.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, int Revision, IReadOnlyList<Maillon> Origines, AxeId Axe, OrientationId? Orientation, string? Intitule)
        : IRequest<FicheActionId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Origines).OriginesNommees();
            RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez un intitulé.").MaximumLength(IdentiteFiche.IntituleLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, FicheActionId>
    {
        public async Task<FicheActionId> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var now = clock.GetUtcNow();

            var fiche = db.Creer(plan, command.Axe, command.Orientation, command.Intitule!, etape, now);
            await db.EtablirAsync(command.Convention, command.Origines, Maillon.De(fiche.Id), etape, now, cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return fiche.Id;
        }
    }
}
