using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Commentaires;

/// <summary>Takes one’s own words away; that something was said remains.</summary>
public static class RetirerCommentaire
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, CommentaireId Commentaire, MessageId Message) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, EcritureCommentaire ecriture, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var commentaire = await ecriture.LoadAsync(command.Convention, command.Commentaire, null, cancellationToken);

            commentaire.Retirer(command.Message, ecriture.Moi.Id, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
