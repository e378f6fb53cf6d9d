using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>The person signs, or gives their visa, by their personal link and the code received by mail, on the text that the link shows.</summary>
public static class SignerParLien
{
    /// <param name="Circuit">That the link leads to.</param>
    /// <param name="EmpreinteLue">SHA-256 carried by the page the person read.</param>
    /// <param name="Consentement">The person ticked the consent sentence.</param>
    [Public]
    public sealed record Command(
        ConventionId Convention, SignatureId Circuit, LigneSignatureId Ligne, string Jeton, string EmpreinteLue, bool Consentement, string Secret)
        : IRequest<bool>, IActeParLien;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.EmpreinteLue).NotEmpty();
            RuleFor(c => c.Consentement).Equal(true).WithMessage("Cochez cette phrase pour signer.");
            RuleFor(c => c.Secret).NotEmpty().WithMessage("Saisissez le code reçu par courriel.");
        }
    }

    internal sealed class Handler(
        ICtgDbContext db, ICtgReadContext read, IPorteur porteur, IEnumerable<IConfirmationIdentite> confirmations, MessagesCircuit messages, IUtilisateurCourant utilisateur,
        TimeProvider clock)
        : IRequestHandler<Command, bool>
    {
        /// <returns>True when this was the last signature.</returns>
        public Task<bool> Handle(Command command, CancellationToken cancellationToken) =>
            db.SousVerrouAsync(command.Convention, exclusif: true, () => SignerAsync(command, cancellationToken), cancellationToken);

        private async Task<bool> SignerAsync(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var lu = await read.ExigerLienAsync(command.Jeton, porteur, cancellationToken);
            var signature = await db.LoadDuLienAsync(lu, command.Convention, cancellationToken);

            // said before the code is looked at: nobody uses it up on what could not be signed; nothing is kept unless both pass
            lu.Lien.Exiger(signature, now);
            signature.Signer(lu.Lien.LigneId, new(ModeSignature.Lien, MoyenIdentite.CodeCourriel, command.EmpreinteLue, utilisateur.Id, null), now);
            await confirmations.ExigerAsync(
                MoyenIdentite.CodeCourriel, new(lu.Lien.LigneId, command.EmpreinteLue, lu.Ligne.Courriel, command.Secret), cancellationToken);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.EstComplete;
        }
    }
}
