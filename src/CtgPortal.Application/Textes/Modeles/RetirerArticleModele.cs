using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using MediatR;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>Takes an article off the draft; what was published keeps it.</summary>
public static class RetirerArticleModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(ModeleTexteId Modele, int Revision, string Cle) : IRequest<int>;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesModele.Exiger(utilisateur.Habilitations, modele.CafCode);

            modele.RetirerArticle(command.Cle, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return modele.Revision;
        }
    }
}
