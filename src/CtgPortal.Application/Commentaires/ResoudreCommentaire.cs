using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Commentaires;

/// <summary>Closes a discussion: what it asked is done, or settled.</summary>
public static class ResoudreCommentaire
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, CommentaireId Commentaire, int Revision) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, EcritureCommentaire ecriture, IDroits droits, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var commentaire = await ecriture.LoadAsync(command.Convention, command.Commentaire, command.Revision, cancellationToken);
            var responsable = DroitsPlan.PeutModifier(await droits.RolesSurAsync(command.Convention, cancellationToken))
                || (commentaire.FicheActionId is { } fiche && await droits.PiloteAsync(command.Convention, fiche, cancellationToken));

            commentaire.Resoudre(ecriture.Moi, responsable, await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
