using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Referentiels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// Brings a database to what this version of the portal needs: migrations, reference data, the invitation of the first
/// administrator. Run by <c>--preparer</c> before a deployment, and at each start in development; twice, or by two instances at once, does no harm.
/// </summary>
public static class PreparationBase
{
    public static async Task PreparerBaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(Personne.Systeme("Préparation de la base"));

        // EF Core takes a lock of its own while it migrates; it looks for its table first, and would log an error not to find it
        var database = scope.ServiceProvider.GetRequiredService<CtgDbContext>().Database;
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
        await database.MigrateAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<ChargementReferentiel>()
            .ExecuterAsync(PaquetsNpm.Dossier("@etalab/decoupage-administratif"), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<PremierAdministrateur>().InviterAsync(cancellationToken);
    }
}
