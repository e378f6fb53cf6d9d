using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class AjouterAxe
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, string Intitule, CouleurAxe? Couleur, string? Icone) : IRequest<AxeId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez un intitulé.").MaximumLength(Axe.IntituleLongueurMax);
            RuleFor(c => c.Couleur).IsInEnum();
            RuleFor(c => c.Icone).Must(i => i is null || IconesAxe.Toutes.ContainsKey(i)).WithMessage("Choisissez une icône de la liste.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, AxeId>
    {
        public async Task<AxeId> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            var axe = plan.AjouterAxe(command.Intitule, command.Couleur, command.Icone, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return axe;
        }
    }
}
