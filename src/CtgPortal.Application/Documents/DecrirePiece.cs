using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Documents;

/// <summary>Says in words what an attachment is; without words, its file name is shown again.</summary>
public static class DecrirePiece
{
    /// <param name="Revision">Of the attachment.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, PorteurPieces Porteur, PieceJointeId Piece, int Revision, string? Description)
        : IRequest<Unit>, IRequeteSurFiche
    {
        public FicheActionId Fiche { get; private init; } = Porteur.Fiche ?? default;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Description).MaximumLength(PieceJointe.DescriptionLongueurMax)
            .WithMessage($"La description dépasse {PieceJointe.DescriptionLongueurMax} caractères.").OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var porteur = await db.ChargerPorteurAsync(command.Convention, command.Porteur, cancellationToken);
            var piece = await db.LoadAsync(command.Porteur, command.Piece, command.Revision, cancellationToken);

            piece.Decrire(command.Description, porteur, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
