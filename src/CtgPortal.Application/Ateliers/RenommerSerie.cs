using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>Every workshop of the series takes the new name, or none does.</summary>
public static class RenommerSerie
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string? Ancien, string? Nouveau) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Ancien).NotEmpty().WithMessage("Choisissez une série.").OverridePropertyName("Nom");
            RuleFor(c => c.Nouveau).NotEmpty().WithMessage("Donnez un nom à la série.").MaximumLength(DescriptionAtelier.CourtLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var ateliers = await db.Ateliers
                .Where(a => a.Description.Serie == command.Ancien && a.Conventions.Any(c => c.ConventionId == command.Convention))
                .ToListAsync(cancellationToken);
            if (ateliers.Count == 0)
            {
                throw new NotFoundException("Series unknown.");
            }

            foreach (var atelier in ateliers)
            {
                var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);
                atelier.RenommerSerie(command.Nouveau!, etapes, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
            return ateliers.Count;
        }
    }
}
