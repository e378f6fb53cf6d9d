using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>A room contributes at once: additions do not contradict each other, so they carry no revision and follow each other under the lock of the workshop.</summary>
public static class Contribuer
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, NatureContribution? Nature, string? Texte, string? Organisation)
        : IRequest<ContributionId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nature).NotNull().WithMessage("Choisissez une nature.").IsInEnum();
            RuleFor(c => c.Texte).NotEmpty().WithMessage("Écrivez votre contribution.").MaximumLength(Contribution.TexteLongueurMax);
            RuleFor(c => c.Organisation).MaximumLength(Contribution.OrganisationLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, ContributionId>
    {
        public async Task<ContributionId> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Atelier, cancellationToken);
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            var id = atelier.Contribuer(command.Nature!.Value, command.Texte!, command.Organisation, etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
