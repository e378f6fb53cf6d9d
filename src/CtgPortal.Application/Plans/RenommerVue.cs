using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>Changes the name of a view. One’s own, or one of the team for those who write the plan.</summary>
public static class RenommerVue
{
    [AutoriseConnecte]
    public sealed record Command(ConventionId Convention, VuePlanId Vue, int Revision, string Nom) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Nom).NotEmpty().WithMessage("Donnez un nom à la vue.").MaximumLength(VuePlan.NomLongueurMax);
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, IDroits droits) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var vue = await db.LoadVueAsync(command.Convention, command.Vue, command.Revision, utilisateur, droits, cancellationToken);

            vue.Renommer(command.Nom);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
