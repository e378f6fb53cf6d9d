using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>Starts a countdown on every screen.</summary>
public static class LancerMinuteur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, string? Libelle, int? Minutes)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Libelle).NotEmpty().WithMessage("Dites à quoi sert ce temps.").MaximumLength(Minuteur.LibelleLongueurMax);
            RuleFor(c => c.Minutes).NotNull().WithMessage("Indiquez un nombre de minutes.").InclusiveBetween(1, Minuteur.MinutesMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);

            salle.LancerMinuteur(command.Libelle!, command.Minutes!.Value, atelier, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return salle.Revision;
        }
    }
}
