using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>The scan of a page signed by hand, by one or several people. It counts once a second person has controlled it.</summary>
public static class DeposerScan
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, IReadOnlyList<LigneSignatureId> Lignes, DateOnly? SigneeLe, byte[] Scan)
        : IRequest<PieceId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lignes).NotEmpty().WithMessage("Cochez qui a signé cette page.");
            RuleFor(c => c.SigneeLe).NotNull().WithMessage("Indiquez le jour de la signature.");
            RuleFor(c => c.Scan)
                .Must(s => s.Length > 0).WithMessage("Joignez le scan de la page signée.")
                .Must(s => s.Length <= Piece.TailleMax).WithMessage($"Le fichier dépasse {Piece.TailleMax / 1024 / 1024} Mo.")
                .Must(s => TypeFichier.Reconnaitre(s) is not null).WithMessage("Le scan doit être un PDF, une image PNG ou JPEG ; ce fichier n’en est pas un.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, PieceId>
    {
        public async Task<PieceId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);
            var typeMime = TypeFichier.Reconnaitre(command.Scan)!;
            var scan = Piece.Deposer(
                command.Convention, NaturePiece.ScanSignature,
                $"signature-v{signature.NumeroVersion}-{now.HeureDeNom()}{TypeFichier.Extension(typeMime)}", typeMime, command.Scan, now);

            signature.DeposerScan(command.Lignes, command.SigneeLe!.Value, scan.Id, utilisateur.EnAgent(), now);
            db.Pieces.Add(scan);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return scan.Id;
        }
    }
}
