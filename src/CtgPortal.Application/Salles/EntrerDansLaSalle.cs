using CtgPortal.Application.Acces;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>A browser comes into the room; coming in again with the same secret only changes what it says of itself.</summary>
public static class EntrerDansLaSalle
{
    /// <param name="Jeton">Made for this browser, which keeps it.</param>
    [Public]
    public sealed record Command(string? Code, string Jeton, string? Prenom, string? Organisation) : IRequest<ParticipantId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Prenom).MaximumLength(ParticipantSalle.PrenomLongueurMax);
            RuleFor(c => c.Organisation).MaximumLength(Contribution.OrganisationLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, ParticipantId>
    {
        public async Task<ParticipantId> Handle(Command command, CancellationToken cancellationToken)
        {
            var atelier = await db.AtelierDuCodeAsync(command.Code, cancellationToken);
            var empreinte = JetonSalle.Empreinte(atelier, command.Jeton);
            return await db.DansLaSalleAsync(atelier, participant: null, () => EntrerAsync(command, atelier, empreinte, cancellationToken), cancellationToken);
        }

        private async Task<ParticipantId> EntrerAsync(Command command, AtelierId atelier, string empreinte, CancellationToken cancellationToken)
        {
            var salle = await db.SalleOuverteAsync(atelier, command.Code, cancellationToken);
            var situation = await db.SituationAsync(atelier, cancellationToken);
            var participant = await db.ParticipantsSalle.SingleOrDefaultAsync(p => p.AtelierId == atelier && p.Empreinte == empreinte, cancellationToken);
            if (participant is null)
            {
                var dejaLa = await db.ParticipantsSalle.CountAsync(p => p.AtelierId == atelier, cancellationToken);
                participant = ParticipantSalle.Entrer(salle, situation, empreinte, command.Prenom, command.Organisation, dejaLa, clock.GetUtcNow());
                db.ParticipantsSalle.Add(participant);
            }
            else
            {
                participant.SeNommer(command.Prenom, command.Organisation);
            }

            await db.SaveChangesAsync(cancellationToken);
            return participant.Id;
        }
    }
}
