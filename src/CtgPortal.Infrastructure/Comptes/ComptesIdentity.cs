using System.Text;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>
/// Accounts on the tables, the hashing and the validators of ASP.NET Core Identity. What Identity does in several saves (attempts,
/// lockout, cooldown of links) is done here by single SQL commands: two instances, or two attempts at once, count right.
/// </summary>
internal sealed class ComptesIdentity(
    CtgDbContext db, UserManager<Utilisateur> comptes, IPasswordHasher<Utilisateur> hachage, MotDePasseLeurre leurre,
    MessagesComptes messages, LiensMotDePasse liens, IUtilisateurCourant courant, TimeProvider clock) : IComptes
{
    public const int EssaisMax = 5;
    public static readonly TimeSpan Suspension = TimeSpan.FromMinutes(15);

    // any fixed number: whoever touches the set of administrators takes this lock first
    private const long VerrouAdministrateurs = 7_204_419;

    public async Task<UtilisateurId?> ReconnaitreAsync(string courriel, string motDePasse, CancellationToken cancellationToken)
    {
        var cle = comptes.NormalizeEmail(courriel);
        var compte = await db.Users.AsNoTracking()
            .Where(u => u.NormalizedEmail == cle && u.EstActif && u.PasswordHash != null)
            .Select(u => new { u.Id, PasswordHash = u.PasswordHash! })
            .SingleOrDefaultAsync(cancellationToken);
        var admis = compte is not null && await CompterUnEssaiAsync(compte.Id, cancellationToken);

        // the hash is computed in every case: an unknown address takes as long to be refused as a wrong password
        var verdict = hachage.VerifyHashedPassword(new(), admis ? compte!.PasswordHash : leurre.Hachage, Normaliser(motDePasse));
        if (!admis || verdict == PasswordVerificationResult.Failed)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await db.Users.Where(u => u.Id == compte!.Id).ExecuteUpdateAsync(
            u => u.SetProperty(x => x.AccessFailedCount, 0)
                .SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null)
                .SetProperty(x => x.DerniereConnexionLe, now),
            cancellationToken);
        return new UtilisateurId(compte!.Id);
    }

    public async Task<UtilisateurId> InviterAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var cle = comptes.NormalizeEmail(invitation.Courriel);
        var compte = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == cle, cancellationToken);
        BusinessRuleException.ThrowIfAny(ReglesCompte.ObstaclesAInviter(compte is { EstActif: false }));

        if (compte is null)
        {
            compte = new()
            {
                Id = UtilisateurId.New().Value,
                UserName = invitation.Courriel,
                Email = invitation.Courriel,
                Prenom = invitation.Prenom,
                Nom = invitation.Nom,
                Fonction = invitation.Fonction,
                CreeLe = clock.GetUtcNow(),
            };
            Exiger(await comptes.CreateAsync(compte));
        }

        compte.Habiliter([.. compte.Habilitations, invitation.Habilitation]);
        compte.RenouvelerVersion();
        if (compte.PasswordHash is null)
        {
            compte.DernierLienLe = clock.GetUtcNow();
            db.Courriels.Add(messages.Invitation(compte, invitation));
        }
        else
        {
            db.Courriels.Add(messages.NouveauRole(compte, invitation));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException cause) when (cause.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new ConcurrencyConflictException(cause);
        }

        return new UtilisateurId(compte.Id);
    }

    public async Task EnvoyerUnLienAsync(string courriel, CancellationToken cancellationToken)
    {
        var (cle, now) = (comptes.NormalizeEmail(courriel), clock.GetUtcNow());
        var limite = now - LienMotDePasse.Attente;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admis = await db.Users
            .Where(u => u.NormalizedEmail == cle && u.EstActif && (u.DernierLienLe == null || u.DernierLienLe <= limite))
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.DernierLienLe, now), cancellationToken);
        if (admis == 1)
        {
            db.Courriels.Add(messages.NouveauLien(
                await db.Users.AsNoTracking().SingleAsync(u => u.NormalizedEmail == cle, cancellationToken)));
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<string> CourrielDuLienAsync(LienMotDePasse lien, CancellationToken cancellationToken)
    {
        var compte = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == lien.Utilisateur, cancellationToken);
        liens.Exiger(lien, compte);
        return compte!.Email!;
    }

    public async Task<UtilisateurId> DefinirMotDePasseAsync(LienMotDePasse lien, string motDePasse, CancellationToken cancellationToken)
    {
        var compte = await db.Users.SingleOrDefaultAsync(u => u.Id == lien.Utilisateur, cancellationToken);
        liens.Exiger(lien, compte);

        var premier = compte!.PasswordHash is null;
        compte.EmailConfirmed = true;
        compte.LockoutEnd = null;
        compte.AccessFailedCount = 0;
        compte.DernierLienLe = null;
        compte.DerniereConnexionLe = clock.GetUtcNow();
        await EnregistrerMotDePasseAsync(compte, motDePasse, prevenir: !premier, cancellationToken);
        return new UtilisateurId(compte.Id);
    }

    public async Task ChangerMotDePasseAsync(UtilisateurId utilisateur, string motDePasse, CancellationToken cancellationToken) =>
        await EnregistrerMotDePasseAsync(await ChargerAsync(utilisateur, cancellationToken), motDePasse, prevenir: true, cancellationToken);

    public async Task HabiliterAsync(
        UtilisateurId utilisateur, string version, IReadOnlyCollection<Habilitation> habilitations, CancellationToken cancellationToken)
    {
        await using var transaction = await VerrouillerLesAdministrateursAsync(cancellationToken);
        var compte = await ChargerAsync(utilisateur, cancellationToken);
        if (compte.ConcurrencyStamp != version)
        {
            throw new ConcurrencyConflictException();
        }

        BusinessRuleException.ThrowIfAny(ReglesCompte.ObstaclesAHabiliter(
            habilitations, await EstDernierAdministrateurAsync(compte, cancellationToken)));

        compte.Habiliter(habilitations);
        compte.RenouvelerVersion();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task DesactiverAsync(UtilisateurId utilisateur, CancellationToken cancellationToken)
    {
        await using var transaction = await VerrouillerLesAdministrateursAsync(cancellationToken);
        var compte = await ChargerAsync(utilisateur, cancellationToken);
        BusinessRuleException.ThrowIfAny(ReglesCompte.ObstaclesADesactiver(
            compte.EstActif, utilisateur == courant.Id, await EstDernierAdministrateurAsync(compte, cancellationToken)));

        compte.EstActif = false;
        compte.RenouvelerSceau();
        compte.RenouvelerVersion();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task ReactiverAsync(UtilisateurId utilisateur, CancellationToken cancellationToken)
    {
        var compte = await ChargerAsync(utilisateur, cancellationToken);
        BusinessRuleException.ThrowIfAny(ReglesCompte.ObstaclesAReactiver(compte.EstActif));

        compte.EstActif = true;
        compte.RenouvelerVersion();
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>False when the account is suspended. The fifth attempt in a row suspends it, whatever its outcome says afterwards.</summary>
    private async Task<bool> CompterUnEssaiAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? fin = now + Suspension;
        return await db.Users
            .Where(u => u.Id == id && (u.LockoutEnd == null || u.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                u => u.SetProperty(x => x.LockoutEnd, x => x.AccessFailedCount + 1 >= EssaisMax ? fin : null)
                    .SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount + 1 >= EssaisMax ? 0 : x.AccessFailedCount + 1),
                cancellationToken) == 1;
    }

    private async Task EnregistrerMotDePasseAsync(
        Utilisateur compte, string motDePasse, bool prevenir, CancellationToken cancellationToken)
    {
        compte.PasswordHash = hachage.HashPassword(compte, Normaliser(motDePasse));
        compte.RenouvelerSceau();
        compte.RenouvelerVersion();
        if (prevenir)
        {
            db.Courriels.Add(messages.MotDePasseChange(compte));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> VerrouillerLesAdministrateursAsync(
        CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({VerrouAdministrateurs})", cancellationToken);
        return transaction;
    }

    private async Task<bool> EstDernierAdministrateurAsync(Utilisateur compte, CancellationToken cancellationToken) =>
        compte.EstActif
        && compte.Habilitations.Any(h => h.Role == Role.Administrateur)
        && !await db.Users.AnyAsync(
            u => u.Id != compte.Id && u.EstActif && u.PasswordHash != null && u.Habilitations.Any(h => h.Role == Role.Administrateur),
            cancellationToken);

    private async Task<Utilisateur> ChargerAsync(UtilisateurId id, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == id.Value, cancellationToken)
        ?? throw new NotFoundException($"Account {id.Value} is unknown.");

    // the same accents typed on two systems may come as different code points
    private static string Normaliser(string motDePasse) => motDePasse.Normalize(NormalizationForm.FormC);

    // the account did not exist a moment ago: a duplicate is someone who invited the same address meanwhile
    private static void Exiger(IdentityResult resultat)
    {
        if (!resultat.Succeeded)
        {
            var codes = resultat.Errors.Select(e => e.Code).ToList();
            throw codes.TrueForAll(c => c is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))
                ? new ConcurrencyConflictException()
                : new InvalidOperationException("Identity refused the account: " + string.Join(", ", codes));
        }
    }
}

/// <summary>What an attempt on an unknown address is compared with, at the price of a real comparison.</summary>
internal sealed class MotDePasseLeurre(Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> options)
{
    public string Hachage { get; } = new PasswordHasher<Utilisateur>(options).HashPassword(new(), "une valeur que personne ne saisit");
}
