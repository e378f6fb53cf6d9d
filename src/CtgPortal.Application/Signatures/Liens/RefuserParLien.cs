using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>The holder of a personal link says no, and why: everyone is told.</summary>
public static class RefuserParLien
{
    /// <param name="Circuit">That the link leads to.</param>
    [Public]
    public sealed record Command(ConventionId Convention, SignatureId Circuit, LigneSignatureId Ligne, string Jeton, string? Motif) : IRequest<Unit>, IActeParLien;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Motif)
            .NotEmpty().WithMessage("Dites pourquoi : chacun lira votre motif.")
            .MaximumLength(Convention.MotifLongueurMax).WithMessage("Le motif compte au plus {MaxLength} caractères.");
    }

    internal sealed class Handler(
        ICtgDbContext db, ICtgReadContext read, IPorteur porteur, MessagesCircuit messages, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.SousVerrouAsync(command.Convention, exclusif: true, () => RefuserAsync(command, cancellationToken), cancellationToken);

        private async Task<Unit> RefuserAsync(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var lu = await read.ExigerLienAsync(command.Jeton, porteur, cancellationToken);
            var signature = await db.LoadDuLienAsync(lu, command.Convention, cancellationToken);

            lu.Lien.Exiger(signature, now);
            signature.Refuser(lu.Lien.LigneId, new(ModeSignature.Lien, command.Motif, utilisateur.Id, null), now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
