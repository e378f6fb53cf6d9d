using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>A second person compares a scan with the frozen text, and takes it or not, signer by signer.</summary>
public static class ControlerScan
{
    /// <param name="Acceptees">Those whose signature the person recognises.</param>
    /// <param name="Motif">Why the others are not taken.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, PieceId Scan, IReadOnlyList<LigneSignatureId> Acceptees, string? Motif)
        : IRequest<bool>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Motif).MaximumLength(Convention.MotifLongueurMax).WithMessage("Le motif compte au plus {MaxLength} caractères.");
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        /// <returns>True when this completed the circuit.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            signature.ControlerScan(command.Scan, command.Acceptees, command.Motif, utilisateur.EnAgent(), now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.EstComplete;
        }
    }
}
