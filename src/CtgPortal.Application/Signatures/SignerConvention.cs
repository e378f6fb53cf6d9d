using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>The designated person signs, with their account, the text whose fingerprint they were shown.</summary>
public static class SignerConvention
{
    /// <param name="EmpreinteLue">SHA-256 carried by the page the person read.</param>
    /// <param name="Consentement">The person ticked the consent sentence.</param>
    /// <param name="Signataire">The row the person was shown; null for the next one of theirs.</param>
    [Exclusif]
    [Autorise(Role.Signataire, Role.Direction, Role.Coordination, Role.Conseiller, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, string EmpreinteLue, bool Consentement, SignataireId? Signataire = null)
        : IRequest<bool>, IActeProuve
    {
        Guid? IActeProuve.LigneConcernee => Signataire?.Value;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.EmpreinteLue).NotEmpty();
            RuleFor(c => c.Consentement).Equal(true).WithMessage("Cochez cette phrase pour signer.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, ILiensPortail liens, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        /// <returns>True when this was the last signature.</returns>
        public async Task<bool> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);
            signature.Signer(utilisateur.Id!.Value, utilisateur.Courriel, command.EmpreinteLue, now, command.Signataire);
            await db.ConclureAsync(signature, liens, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.EstComplete;
        }
    }
}
