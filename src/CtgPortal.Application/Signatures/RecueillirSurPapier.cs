using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>Records a signature given by hand, with its day and the scan of the signed page.</summary>
public static class RecueillirSurPapier
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, SignataireId Signataire, DateOnly? SigneeLe, byte[] Scan)
        : IRequest<bool>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SigneeLe).NotNull().WithMessage("Indiquez le jour de la signature.");
            RuleFor(c => c.Scan)
                .Must(s => s.Length > 0).WithMessage("Joignez le scan de la page signée.")
                .Must(s => s.Length <= Piece.TailleMax).WithMessage($"Le fichier dépasse {Piece.TailleMax / 1024 / 1024} Mo.")
                .Must(s => TypeFichier.Reconnaitre(s) is not null).WithMessage("Le scan doit être un PDF, une image PNG ou JPEG ; ce fichier n’en est pas un.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, ILiensPortail liens, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        /// <returns>True when this was the last signature.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);
            var typeMime = TypeFichier.Reconnaitre(command.Scan)!;
            var rang = signature.Lignes.FirstOrDefault(l => l.SignataireId == command.Signataire)?.Rang ?? 0;
            var scan = Piece.Deposer(
                command.Convention, NaturePiece.ScanSignature,
                $"signature-v{signature.NumeroVersion}-{rang:00}{TypeFichier.Extension(typeMime)}", typeMime, command.Scan, now);

            signature.RecueillirSurPapier(command.Signataire, command.SigneeLe!.Value, scan.Id, now);
            db.Pieces.Add(scan);
            await db.ConclureAsync(signature, liens, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.EstComplete;
        }
    }
}
