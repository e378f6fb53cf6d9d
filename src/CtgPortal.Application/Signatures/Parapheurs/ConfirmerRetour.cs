using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Parapheurs;

/// <summary>The person who takes a signed file back says whose each signature is: only then does it count.</summary>
public static class ConfirmerRetour
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, PieceId Fichier, IReadOnlyList<Attribution> Attributions) : IRequest<bool>, IActeProuve;

    /// <param name="Champ">Field of the signature in the file.</param>
    public sealed record Attribution(string Champ, LigneSignatureId Ligne);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Attributions).NotEmpty().WithMessage("Dites de qui est au moins une signature.");
    }

    internal sealed class Handler(ICtgDbContext db, IVerificationPdf verification, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        /// <returns>True when this completed the circuit.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);
            var contenu = await db.Pieces
                .Where(p => p.ConventionId == command.Convention && p.Id == command.Fichier && p.Nature == NaturePiece.FichierParapheur)
                .Select(p => p.Contenu).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No such file.");
            var remis = await db.Pieces.Where(p => p.Id == signature.Remis).Select(p => p.Contenu).SingleAsync(cancellationToken);

            // read again: another file may have been taken back meanwhile
            signature.RecueillirDuParapheur(
                verification.Lire(contenu, remis), [.. command.Attributions.Select(a => (a.Champ, a.Ligne))], command.Fichier, now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.EstComplete;
        }
    }
}
