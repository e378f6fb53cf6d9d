using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>How the room works: moderation, natures, points.</summary>
public static class ReglerSalle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, ModerationSalle? Moderation, IReadOnlyList<NatureContribution> Natures, int? Points, int? MaxParSujet)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Moderation).NotNull().WithMessage("Choisissez quand les contributions s’affichent.").IsInEnum();
            RuleFor(c => c.Natures).NotEmpty().WithMessage("Proposez au moins une nature de contribution.");
            RuleForEach(c => c.Natures).IsInEnum();
            RuleFor(c => c.Points).NotNull().InclusiveBetween(1, Salle.PointsMax).WithMessage($"Chaque participant reçoit de 1 à {Salle.PointsMax} points.");
            RuleFor(c => c.MaxParSujet).InclusiveBetween(1, Salle.PointsMax).WithMessage("Le maximum par sujet va de 1 au nombre de points de chacun.");
        }
    }

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);

            salle.Regler(new(command.Moderation!.Value, command.Natures, command.Points!.Value, command.MaxParSujet), atelier);

            await db.SaveChangesAsync(cancellationToken);
            return salle.Revision;
        }
    }
}
