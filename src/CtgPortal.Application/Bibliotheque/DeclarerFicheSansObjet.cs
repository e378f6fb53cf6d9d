using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>Says why a fiche that the Caf asks of every convention makes no sense in this one. Adding it later takes this back.</summary>
public static class DeclarerFicheSansObjet
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, FicheModeleId Modele, string? Motif) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Motif).NotEmpty().WithMessage("Dites pourquoi cette fiche est sans objet ici.").MaximumLength(RepriseModele.MotifLongueurMax);
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.FichesModele
                .SingleOrDefaultAsync(m => m.Id == command.Modele && db.Conventions.Any(c => c.Id == command.Convention && c.CafCode == m.CafCode), cancellationToken)
                ?? throw new NotFoundException("A model unknown to this Caf.");
            var reprise = await db.ReprisesModele.FindAsync([command.Convention, command.Modele], cancellationToken);
            if (reprise is null)
            {
                reprise = RepriseModele.Commencer(command.Convention, command.Modele);
                db.ReprisesModele.Add(reprise);
            }

            reprise.DeclarerSansObjet(modele, command.Motif, await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
