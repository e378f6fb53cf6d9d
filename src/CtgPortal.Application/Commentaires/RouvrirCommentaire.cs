using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Commentaires;

/// <summary>Opens a closed discussion again.</summary>
public static class RouvrirCommentaire
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, CommentaireId Commentaire, int Revision) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, EcritureCommentaire ecriture, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var commentaire = await ecriture.LoadAsync(command.Convention, command.Commentaire, command.Revision, cancellationToken);

            commentaire.Rouvrir(ecriture.Moi, await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
