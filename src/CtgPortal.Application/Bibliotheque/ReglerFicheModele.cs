using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Common;
using MediatR;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>Whether a model is asked of every convention of the Caf, only offered, or put away.</summary>
public static class ReglerFicheModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(FicheModeleId Modele, int Revision, bool Imposee, bool Archivee) : IRequest<Unit>;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesBibliotheque.Exiger(utilisateur.Habilitations, modele.CafCode);

            modele.Imposer(command.Imposee, clock.GetUtcNow().JourEnFrance());
            modele.Archiver(command.Archivee);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
