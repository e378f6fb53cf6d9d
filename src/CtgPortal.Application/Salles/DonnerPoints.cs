using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>The points of a participant, all of them each time: what counts is the last bulletin received, whole.</summary>
public static class DonnerPoints
{
    /// <param name="Tour">The round that the participant was looking at.</param>
    [Public]
    public sealed record Command(string? Code, string? Jeton, int Tour, IReadOnlyList<PointsDonnes> Points) : IRequest<IReadOnlyDictionary<Guid, int>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Points).Must(p => p.Count <= Contribution.ParAtelierMax + Groupe.ParAtelierMax).WithMessage("Ce bulletin est trop long.");
        }
    }

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, IReadOnlyDictionary<Guid, int>>
    {
        public Task<IReadOnlyDictionary<Guid, int>> Handle(Command command, CancellationToken cancellationToken) =>
            db.ParticiperAsync(command.Code, command.Jeton, (salle, atelier, participant) => DonnerAsync(command, salle, atelier, participant, cancellationToken), cancellationToken);

        private async Task<IReadOnlyDictionary<Guid, int>> DonnerAsync(
            Command command, Salle salle, SituationAtelier atelier, ParticipantSalle participant, CancellationToken cancellationToken)
        {
            // the participant is alone with their bulletin: two of their windows follow each other
            var bulletin = await db.Bulletins.SingleOrDefaultAsync(
                b => b.AtelierId == atelier.Id && b.Tour == salle.Tour && b.ParticipantId == participant.Id, cancellationToken);
            if (bulletin is null)
            {
                bulletin = Bulletin.Prendre(salle, participant);
                db.Bulletins.Add(bulletin);
            }

            bulletin.Repartir(command.Points, command.Tour, salle, atelier, await SujetsAsync(command, atelier.Id, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return bulletin.Lignes.ToDictionary(l => l.Sujet.Value, l => l.Nombre);
        }

        /// <summary>Those of the bulletin that are subjects of the room.</summary>
        private async Task<IReadOnlySet<SujetId>> SujetsAsync(Command command, AtelierId atelier, CancellationToken cancellationToken)
        {
            GroupeId[] groupes = [.. command.Points.Select(p => GroupeId.From(p.Sujet.Value))];
            ContributionId[] contributions = [.. command.Points.Select(p => ContributionId.From(p.Sujet.Value))];
            var connus = await db.Groupes.Where(g => g.AtelierId == atelier && groupes.Contains(g.Id)).Select(g => g.Id).ToListAsync(cancellationToken);
            var libres = await db.Contributions
                .Where(c => c.AtelierId == atelier && contributions.Contains(c.Id) && c.GroupeId == null && c.Etat == EtatContribution.Visible)
                .Select(c => c.Id).ToListAsync(cancellationToken);
            return connus.Select(g => SujetId.From(g.Value)).Concat(libres.Select(c => SujetId.From(c.Value))).ToHashSet();
        }
    }
}
