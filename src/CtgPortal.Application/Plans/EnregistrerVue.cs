using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>Keeps a view and its filters under a name; only those who write the plan share one with the team.</summary>
public static class EnregistrerVue
{
    [AutoriseConnecte]
    public sealed record Command(ConventionId Convention, string Nom, string Vue, string Reglages, bool Partagee) : IRequest<VuePlanId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Nom).NotEmpty().WithMessage("Donnez un nom à la vue.").MaximumLength(VuePlan.NomLongueurMax);
    }

    internal sealed class Handler(ICtgDbContext db, IDroits droits, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, VuePlanId>
    {
        public async Task<VuePlanId> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Partagee && !DroitsPlan.PeutModifier(await droits.RolesSurAsync(command.Convention, cancellationToken)))
            {
                throw new AccesRefuseException("La Caf et la coordination partagent des vues avec l’équipe ; gardez celle-ci pour vous.");
            }

            var vue = VuePlan.Enregistrer(
                command.Convention, utilisateur.Id!.Value, command.Nom, command.Vue, command.Reglages, command.Partagee, clock.GetUtcNow());
            db.VuesPlan.Add(vue);
            await db.SaveChangesAsync(cancellationToken);
            return vue.Id;
        }
    }
}
