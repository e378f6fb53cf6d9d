using CtgPortal.Domain.Signatures;
using FluentValidation;
using FluentValidation.Results;

namespace CtgPortal.Application.Signatures;

/// <summary>What a person gives to confirm who they are at the moment of signing.</summary>
/// <param name="Empreinte">SHA-256 of the text that they sign: a code asked for one text confirms nothing for another.</param>
/// <param name="Secret">The password, the answer of the passkey, or the code.</param>
public sealed record DemandeConfirmation(LigneSignatureId Ligne, string Empreinte, string? Courriel, string Secret);

/// <summary>
/// One way to confirm an identity. There is one implementation for each <see cref="MoyenIdentite"/> that the portal offers; each
/// counts its attempts in a transaction of its own, which stands whatever becomes of the signature.
/// </summary>
public interface IConfirmationIdentite
{
    MoyenIdentite Moyen { get; }

    /// <summary>What the page says when it is refused; the same whatever the reason.</summary>
    string Refus { get; }

    Task<bool> ConfirmerAsync(DemandeConfirmation demande, CancellationToken cancellationToken);
}

internal static class ConfirmationsIdentite
{
    /// <exception cref="ValidationException">At the field of the secret: refused, or a way that the portal does not offer.</exception>
    public static async Task ExigerAsync(
        this IEnumerable<IConfirmationIdentite> confirmations, MoyenIdentite moyen, DemandeConfirmation demande, CancellationToken cancellationToken)
    {
        var confirmation = confirmations.SingleOrDefault(c => c.Moyen == moyen);
        if (confirmation is null || !await confirmation.ConfirmerAsync(demande, cancellationToken))
        {
            throw new ValidationException([new ValidationFailure("Secret", confirmation?.Refus ?? "Ce moyen de confirmer votre identité n’est pas proposé.")]);
        }
    }
}
