using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>The designated person says no, and why; everybody is told.</summary>
public static class RefuserSignature
{
    /// <param name="Ligne">The line the person was shown.</param>
    [Exclusif]
    [Autorise(Role.Signataire, Role.Direction, Role.Coordination, Role.Conseiller, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, LigneSignatureId Ligne, string? Motif) : IRequest<int>, IActeProuve
    {
        Guid? IActeProuve.LigneConcernee => Ligne.Value;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Motif).MaximumLength(Convention.MotifLongueurMax).WithMessage("Le motif compte au plus {MaxLength} caractères.");
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            signature.Refuser(command.Ligne, new(ModeSignature.Compte, command.Motif, utilisateur.Id, utilisateur.Courriel), now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.Revision;
        }
    }
}
