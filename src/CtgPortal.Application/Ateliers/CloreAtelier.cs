using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

public static class CloreAtelier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, string? CompteRendu)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.CompteRendu).MaximumLength(DescriptionAtelier.TexteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Atelier, cancellationToken);
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            var now = clock.GetUtcNow();
            atelier.Clore(command.CompteRendu, etapes, now);

            // its room does not outlive it
            if (await db.Salles.SingleOrDefaultAsync(s => s.AtelierId == command.Atelier && s.Etat == EtatSalle.Ouverte, cancellationToken) is { } salle)
            {
                await db.FermerAsync(salle, new(atelier.Id, atelier.Statut, [.. atelier.Conventions.Select(c => c.ConventionId)], etapes), now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }
    }
}
