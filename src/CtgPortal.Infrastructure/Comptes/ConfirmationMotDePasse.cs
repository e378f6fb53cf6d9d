using CtgPortal.Application.Comptes;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Signatures;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>The password of the account, counted as a sign-in is: five wrong ones suspend both.</summary>
internal sealed class ConfirmationMotDePasse(IServiceScopeFactory portees) : IConfirmationIdentite
{
    public MoyenIdentite Moyen => MoyenIdentite.MotDePasse;

    public string Refus => "Ce mot de passe n’est pas le bon. Après cinq essais, la connexion et la signature sont suspendues pendant quinze minutes.";

    public async Task<bool> ConfirmerAsync(DemandeConfirmation demande, CancellationToken cancellationToken)
    {
        if (demande.Courriel is null)
        {
            return false;
        }

        // a scope of its own: the attempt counts even when the signature is given up with its transaction
        await using var portee = portees.CreateAsyncScope();
        return await portee.ServiceProvider.GetRequiredService<IComptes>().ReconnaitreAsync(demande.Courriel, demande.Secret, cancellationToken) is not null;
    }
}
