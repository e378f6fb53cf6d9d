using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>A finding, an objective of the room or a group becomes an axe of the plan.</summary>
public static class FaireAxe
{
    /// <param name="Revision">Of the plan.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<Maillon> Origines, string? Intitule)
        : IRequest<AxeId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Origines).OriginesNommees();
            RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez un intitulé.").MaximumLength(Axe.IntituleLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, AxeId>
    {
        public async Task<AxeId> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var now = clock.GetUtcNow();

            var id = plan.AjouterAxe(command.Intitule!, couleur: null, icone: null, etape, now);
            await db.EtablirAsync(command.Convention, command.Origines, Maillon.De(id), etape, now, cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
