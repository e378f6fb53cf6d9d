using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Application.Documents;

/// <summary>Deletes an attachment and its bytes; the journal keeps its name.</summary>
public static class RetirerPiece
{
    /// <param name="Revision">Of the attachment.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, PorteurPieces Porteur, PieceJointeId Piece, int Revision) : IRequest<Unit>, IRequeteSurFiche
    {
        public FicheActionId Fiche { get; private init; } = Porteur.Fiche ?? default;
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var porteur = await db.ChargerPorteurAsync(command.Convention, command.Porteur, cancellationToken);
            var piece = await db.LoadAsync(command.Porteur, command.Piece, command.Revision, cancellationToken);

            piece.Retirer(porteur, clock.GetUtcNow());
            db.PiecesJointes.Remove(piece);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
