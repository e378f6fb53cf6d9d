using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>The designated person signs, or gives their visa, with their account, on the text whose fingerprint they were shown.</summary>
public static class SignerConvention
{
    /// <param name="Ligne">The line the person was shown.</param>
    /// <param name="EmpreinteLue">SHA-256 carried by the page the person read.</param>
    /// <param name="Consentement">The person ticked the consent sentence.</param>
    /// <param name="Moyen">What the identity is confirmed with.</param>
    [Exclusif]
    [Autorise(Role.Signataire, Role.Direction, Role.Coordination, Role.Conseiller, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(
        ConventionId Convention, LigneSignatureId Ligne, string EmpreinteLue, bool Consentement, MoyenIdentite Moyen, string Secret)
        : IRequest<bool>, IActeProuve
    {
        Guid? IActeProuve.LigneConcernee => Ligne.Value;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.EmpreinteLue).NotEmpty();
            RuleFor(c => c.Consentement).Equal(true).WithMessage("Cochez cette phrase pour signer.");
            RuleFor(c => c.Secret).NotEmpty().WithMessage("Saisissez votre mot de passe.").When(c => c.Moyen == MoyenIdentite.MotDePasse);
            RuleFor(c => c.Secret).ReponseDeCle().When(c => c.Moyen == MoyenIdentite.CleAcces);
        }
    }

    internal sealed class Handler(
        ICtgDbContext db, IUtilisateurCourant utilisateur, IEnumerable<IConfirmationIdentite> confirmations, MessagesCircuit messages, TimeProvider clock)
        : IRequestHandler<Command, bool>
    {
        /// <returns>True when this was the last signature.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            // said before the secret is looked at: nobody uses up an attempt on what could not be signed; nothing is kept unless both pass
            signature.Signer(command.Ligne, new(ModeSignature.Compte, command.Moyen, command.EmpreinteLue, utilisateur.Id, utilisateur.Courriel), now);
            await confirmations.ExigerAsync(
                command.Moyen, new(command.Ligne, command.EmpreinteLue, utilisateur.Courriel, command.Secret), cancellationToken);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.EstComplete;
        }
    }
}
