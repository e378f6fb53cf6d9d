using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Comptes.Cles;

/// <summary>
/// The accounts as Identity reads them, with their passkeys in a table of the portal: its columns are read and sorted, and say when a key
/// last served. Nothing is saved here: one save per use case, by the use case.
/// </summary>
internal sealed class ComptesEtCles : UserOnlyStore<Utilisateur, CtgDbContext, Guid>
{
    private readonly TimeProvider _clock;

    public ComptesEtCles(CtgDbContext db, TimeProvider clock)
        : base(db) => (_clock, AutoSaveChanges) = (clock, false);

    private DbSet<CleAcces> Cles => Context.Set<CleAcces>();

    /// <summary>A new key, or one that has just served.</summary>
    public override async Task AddOrUpdatePasskeyAsync(Utilisateur user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var connue = await Cles.SingleOrDefaultAsync(c => c.UtilisateurId == user.Id && c.Identifiant == passkey.CredentialId, cancellationToken);
        if (connue is not null)
        {
            (connue.Compteur, connue.EstSauvegardee, connue.UtiliseeLe) = (passkey.SignCount, passkey.IsBackedUp, _clock.GetUtcNow());
            return;
        }

        Cles.Add(new()
        {
            Id = Guid.CreateVersion7(),
            UtilisateurId = user.Id,
            Identifiant = passkey.CredentialId,
            ClePublique = passkey.PublicKey,
            Nom = passkey.Name ?? "",
            CreeeLe = _clock.GetUtcNow(),
            Compteur = passkey.SignCount,
            Transports = passkey.Transports ?? [],
            EstSauvegardable = passkey.IsBackupEligible,
            EstSauvegardee = passkey.IsBackedUp,
        });
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Utilisateur user, CancellationToken cancellationToken) =>
        [.. (await Cles.AsNoTracking().Where(c => c.UtilisateurId == user.Id).OrderBy(c => c.CreeeLe).ToListAsync(cancellationToken)).Select(c => c.EnIdentity())];

    public override async Task<Utilisateur?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Users.SingleOrDefaultAsync(u => Cles.Any(c => c.Identifiant == credentialId && c.UtilisateurId == u.Id), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Utilisateur user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Cles.AsNoTracking().SingleOrDefaultAsync(c => c.UtilisateurId == user.Id && c.Identifiant == credentialId, cancellationToken))?.EnIdentity();

    public override async Task RemovePasskeyAsync(Utilisateur user, byte[] credentialId, CancellationToken cancellationToken) =>
        Cles.RemoveRange(await Cles.Where(c => c.UtilisateurId == user.Id && c.Identifiant == credentialId).ToListAsync(cancellationToken));
}
