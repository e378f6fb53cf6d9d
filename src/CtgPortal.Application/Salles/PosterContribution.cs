using CtgPortal.Application.Acces;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>A participant says something. Sent again with the same id, it is the same contribution and the same answer.</summary>
public static class PosterContribution
{
    [Public]
    public sealed record Command(string? Code, string? Jeton, Guid Id, NatureContribution? Nature, string? Texte) : IRequest<MaContribution>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Id).NotEmpty().WithMessage("Rechargez la page, puis recommencez.");
            RuleFor(c => c.Nature).NotNull().WithMessage("Choisissez une nature.").IsInEnum();
            RuleFor(c => c.Texte).NotEmpty().WithMessage("Écrivez votre contribution.").MaximumLength(Contribution.TexteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, MaContribution>
    {
        public async Task<MaContribution> Handle(Command command, CancellationToken cancellationToken) =>
            await DejaPosteeAsync(command, cancellationToken)
            ?? await db.ParticiperAsync(
                command.Code,
                command.Jeton,
                (salle, atelier, participant) => PosterAsync(command, salle, atelier, participant, cancellationToken),
                cancellationToken);

        /// <summary>A phone that never heard the answer asks again, perhaps after the room closed: what was kept is kept.</summary>
        private async Task<MaContribution?> DejaPosteeAsync(Command command, CancellationToken cancellationToken)
        {
            var id = ContributionId.From(command.Id);
            if (await db.Contributions.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } contribution)
            {
                return null;
            }

            var empreinte = JetonSalle.Empreinte(contribution.AtelierId, command.Jeton ?? "");
            var participant = await db.ParticipantsSalle.Where(p => p.AtelierId == contribution.AtelierId && p.Empreinte == empreinte)
                .Select(p => p.Id).SingleOrDefaultAsync(cancellationToken);
            contribution.ExigerIdentique(contribution.AtelierId, participant, command.Nature!.Value, command.Texte!);
            return Vue(contribution);
        }

        private async Task<MaContribution> PosterAsync(
            Command command, Salle salle, SituationAtelier atelier, ParticipantSalle participant, CancellationToken cancellationToken)
        {
            // under the lock of the participant: of the same post sent twice at once, the second finds the first
            if (await DejaPosteeAsync(command, cancellationToken) is { } deja)
            {
                return deja;
            }

            var recues = await db.RecuesAsync(atelier.Id, participant.Id, cancellationToken);
            var contribution = Contribution.Poster(
                ContributionId.From(command.Id), salle, atelier, participant, command.Nature!.Value, command.Texte!, recues, clock.GetUtcNow());
            db.Contributions.Add(contribution);
            await db.SaveChangesAsync(cancellationToken);
            return Vue(contribution);
        }

        private static MaContribution Vue(Contribution contribution) =>
            new(contribution.Id.Value, contribution.Nature, contribution.Texte, contribution.Etat);
    }
}
