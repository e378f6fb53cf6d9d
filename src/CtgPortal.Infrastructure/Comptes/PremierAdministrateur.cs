using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>Invites the administrator of a portal that has no account yet: everybody else is invited by somebody.</summary>
internal sealed class PremierAdministrateur(CtgDbContext db, IComptes comptes, IOptions<PortailOptions> portail)
{
    // any fixed number: two preparations at once invite one person once
    private const long Verrou = 7_204_420;

    /// <summary>Does nothing without the setting, or when there is an account.</summary>
    public async Task InviterAsync(CancellationToken cancellationToken)
    {
        var courriel = portail.Value.Administrateur.Trim().ToLowerInvariant();
        if (courriel.Length == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Verrou})", cancellationToken);
        if (!await db.Users.AnyAsync(cancellationToken))
        {
            await comptes.InviterAsync(
                new(
                    courriel, "Administration", "du portail", null, Habilitation.Nationale(Role.Administrateur), "L’exploitant du portail",
                    LibellesRoles.De(Role.Administrateur), Perimetre.National.Libelle),
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
