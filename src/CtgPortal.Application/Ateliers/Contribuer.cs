using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>A room contributes at once: additions do not contradict each other, so they carry no revision and share the lock of the workshop.</summary>
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
            await db.PartagerAsync(command.Atelier, cancellationToken);
            var atelier = await db.SituationAsync(command.Convention, command.Atelier, cancellationToken);
            var deja = await db.RecuesAsync(command.Atelier, participant: null, cancellationToken);

            var contribution = Contribution.Recueillir(atelier, command.Nature!.Value, command.Texte!, command.Organisation, deja, clock.GetUtcNow());

            db.Contributions.Add(contribution);
            await db.SaveChangesAsync(cancellationToken);
            return contribution.Id;
        }
    }
}
