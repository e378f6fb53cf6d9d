using System.Data.Common;
using System.Runtime.ExceptionServices;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Comptes.Cles;

/// <summary>
/// Passkeys by the handler of ASP.NET Core Identity, which checks what devices say; challenges are ours, in the database and not in a
/// cookie, so that one answer counts once whatever is sent again.
/// </summary>
internal sealed class ClesAccesIdentity(
    CtgDbContext db, ComptesEtCles comptes, IPasskeyHandler<Utilisateur> gestion, MessagesComptes messages, TimeProvider clock) : IClesAcces
{
    // the address and the origin are those of the configuration, never those that a request claims
    private static readonly HttpContext Aucune = new DefaultHttpContext();

    public Task<bool> EnAAsync(UtilisateurId utilisateur, CancellationToken cancellationToken) =>
        db.Set<CleAcces>().AnyAsync(c => c.UtilisateurId == utilisateur.Value, cancellationToken);

    public async Task<IReadOnlyList<CleLue>> ListerAsync(UtilisateurId utilisateur, CancellationToken cancellationToken) =>
        await db.Set<CleAcces>().Where(c => c.UtilisateurId == utilisateur.Value).OrderBy(c => c.CreeeLe)
            .Select(c => new CleLue(c.Id, c.Nom, c.CreeeLe, c.UtiliseeLe, c.EstSauvegardee)).ToListAsync(cancellationToken);

    public async Task<DefiLance> ProposerAsync(UtilisateurId utilisateur, CancellationToken cancellationToken)
    {
        var compte = await ChargerAsync(utilisateur, cancellationToken);
        var options = await gestion.MakeCreationOptionsAsync(
            new() { Id = compte.Id.ToString(), Name = compte.Email!, DisplayName = compte.NomComplet }, Aucune);
        return await LancerAsync(UsageDefi.Ajout, utilisateur, options.AttestationState, [], options.CreationOptionsJson, cancellationToken);
    }

    public async Task<bool> EnregistrerAsync(UtilisateurId utilisateur, string reponse, string nom, CancellationToken cancellationToken)
    {
        if (await ConsommerAsync(UsageDefi.Ajout, reponse, cancellationToken) is not { } defi || defi.UtilisateurId != utilisateur.Value)
        {
            return false;
        }

        var resultat = await gestion.PerformAttestationAsync(new() { HttpContext = Aucune, AttestationState = defi.Etat, CredentialJson = Dire(reponse) });
        if (!resultat.Succeeded)
        {
            Exiger(resultat.Failure);
            return false;
        }

        var compte = await ChargerAsync(utilisateur, cancellationToken);
        resultat.Passkey.Name = nom;
        await comptes.AddOrUpdatePasskeyAsync(compte, resultat.Passkey, cancellationToken);
        db.Courriels.Add(messages.CleAjoutee(compte, nom));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task RenommerAsync(UtilisateurId utilisateur, Guid cle, string nom, CancellationToken cancellationToken)
    {
        if (await db.Set<CleAcces>().Where(c => c.Id == cle && c.UtilisateurId == utilisateur.Value).ExecuteUpdateAsync(c => c.SetProperty(x => x.Nom, nom), cancellationToken) == 0)
        {
            throw new NotFoundException("The account has no such key.");
        }
    }

    public async Task RetirerAsync(UtilisateurId utilisateur, Guid cle, CancellationToken cancellationToken)
    {
        var compte = await ChargerAsync(utilisateur, cancellationToken);
        var retiree = await db.Set<CleAcces>().SingleOrDefaultAsync(c => c.Id == cle && c.UtilisateurId == compte.Id, cancellationToken)
            ?? throw new NotFoundException("The account has no such key.");
        await comptes.RemovePasskeyAsync(compte, retiree.Identifiant, cancellationToken);
        db.Courriels.Add(messages.CleRetiree(compte, retiree.Nom));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<DefiLance> DefierAsync(CancellationToken cancellationToken)
    {
        var options = await gestion.MakeRequestOptionsAsync(null, Aucune);
        return await LancerAsync(UsageDefi.Connexion, null, options.AssertionState, [], options.RequestOptionsJson, cancellationToken);
    }

    public async Task<UtilisateurId?> ReconnaitreAsync(string reponse, CancellationToken cancellationToken)
    {
        if (await ConsommerAsync(UsageDefi.Connexion, reponse, cancellationToken) is not { } defi
            || await VerifierAsync(defi, reponse, cancellationToken) is not { EstActif: true } compte)
        {
            return null;
        }

        compte.DerniereConnexionLe = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return new UtilisateurId(compte.Id);
    }

    public async Task<DefiLance> DefierPourSignerAsync(UtilisateurId utilisateur, IReadOnlyList<TexteASigner> textes, CancellationToken cancellationToken)
    {
        var options = await gestion.MakeRequestOptionsAsync(await ChargerAsync(utilisateur, cancellationToken), Aucune);
        return await LancerAsync(UsageDefi.Signature, utilisateur, options.AssertionState, textes, options.RequestOptionsJson, cancellationToken);
    }

    public async Task<bool> ConfirmerAsync(UtilisateurId utilisateur, TexteASigner texte, string reponse, CancellationToken cancellationToken)
    {
        var id = Nommer(reponse);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var defi = (await db.Set<DefiCleAcces>().FromSql($"SELECT * FROM defis_cle_acces WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
        var bon = defi is { Usage: UsageDefi.Signature } && defi.UtilisateurId == utilisateur.Value && defi.ExpireLe > clock.GetUtcNow() && defi.Textes.Contains(texte)
            && (defi.Reponse is null ? await VerifierAsync(defi, reponse, cancellationToken) is { EstActif: true } : defi.EstLaMeme(reponse));
        if (bon)
        {
            defi!.Servir(texte, reponse);
        }

        if (defi is not null && (!bon || defi.Textes.Count == 0))
        {
            db.Remove(defi);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return bon;
    }

    private async Task<DefiLance> LancerAsync(
        UsageDefi usage, UtilisateurId? utilisateur, string? etat, IReadOnlyList<TexteASigner> textes, string options, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var defi = DefiCleAcces.Lancer(usage, utilisateur?.Value, etat ?? throw new InvalidOperationException("Identity gave no state to compare the answer with."), textes, now);
        await db.Set<DefiCleAcces>().Where(d => d.ExpireLe <= now).ExecuteDeleteAsync(cancellationToken);
        db.Add(defi);
        await db.SaveChangesAsync(cancellationToken);
        return new(defi.Id, options);
    }

    /// <summary>Takes the challenge away before anything is compared: two answers at once do not both count.</summary>
    private async Task<DefiCleAcces?> ConsommerAsync(UsageDefi usage, string reponse, CancellationToken cancellationToken)
    {
        var (id, code) = (Nommer(reponse), usage.ToString());
        var pris = await db.Set<DefiCleAcces>()
            .FromSql($"DELETE FROM defis_cle_acces WHERE id = {id} AND usage = {code} RETURNING *").AsNoTracking().ToListAsync(cancellationToken);
        return pris.SingleOrDefault(d => d.ExpireLe > clock.GetUtcNow());
    }

    /// <returns>Whose key it is, its use noted but not saved; null when the answer is not right.</returns>
    private async Task<Utilisateur?> VerifierAsync(DefiCleAcces defi, string reponse, CancellationToken cancellationToken)
    {
        var resultat = await gestion.PerformAssertionAsync(new() { HttpContext = Aucune, AssertionState = defi.Etat, CredentialJson = Dire(reponse) });
        if (!resultat.Succeeded)
        {
            Exiger(resultat.Failure);
            return null;
        }

        await comptes.AddOrUpdatePasskeyAsync(resultat.User, resultat.Passkey, cancellationToken);
        return resultat.User;
    }

    // a database that does not answer is no wrong key
    private static void Exiger(PasskeyException refus)
    {
        for (var cause = refus.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException or TimeoutException)
            {
                ExceptionDispatchInfo.Throw(refus.InnerException!);
            }
        }
    }

    private async Task<Utilisateur> ChargerAsync(UtilisateurId id, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == id.Value, cancellationToken) ?? throw new NotFoundException("This account is unknown.");

    private static Guid Nommer(string reponse) => Guid.TryParse(reponse.AsSpan(0, Math.Max(reponse.IndexOf(' ', StringComparison.Ordinal), 0)), out var id) ? id : Guid.Empty;

    private static string Dire(string reponse) => reponse[(reponse.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
