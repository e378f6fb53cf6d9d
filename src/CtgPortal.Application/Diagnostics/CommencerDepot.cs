using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A file of figures begins to arrive.</summary>
public static class CommencerDepot
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Fichier) : IRequest<ImportChiffresId>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, ImportChiffresId>
    {
        public async Task<ImportChiffresId> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == command.Convention, cancellationToken)
                ?? throw new NotFoundException("This convention has no diagnostic.");
            BusinessRuleException.ThrowIfAny(diagnostic.ObstaclesALaModification(etape));
            var enAttente = await db.Imports.CountAsync(
                i => i.ConventionId == command.Convention && i.Etat != EtatImport.Ecrit && i.Etat != EtatImport.EnDepot, cancellationToken);

            var import = ImportChiffres.Commencer(command.Convention, command.Fichier, utilisateur.Nom, enAttente, clock.GetUtcNow());

            db.Imports.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            return import.Id;
        }
    }
}
