using CtgPortal.Application.Acces;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Signatures;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Comptes.Cles;

/// <summary>A passkey of the account, which answered a challenge made for the very text that is signed.</summary>
internal sealed class ConfirmationCleAcces(IServiceScopeFactory portees, IUtilisateurCourant utilisateur) : IConfirmationIdentite
{
    public MoyenIdentite Moyen => MoyenIdentite.CleAcces;

    public string Refus => "La clé d’accès n’a pas confirmé votre identité pour ce document : une confirmation sert une fois, pendant cinq minutes. Recommencez, ou saisissez votre mot de passe.";

    public async Task<bool> ConfirmerAsync(DemandeConfirmation demande, CancellationToken cancellationToken)
    {
        if (utilisateur.Id is not { } id)
        {
            return false;
        }

        // a scope of its own: the challenge is used up even when the signature is given up with its transaction
        await using var portee = portees.CreateAsyncScope();
        return await portee.ServiceProvider.GetRequiredService<IClesAcces>()
            .ConfirmerAsync(id, new(demande.Ligne, demande.Empreinte), demande.Secret, cancellationToken);
    }
}
