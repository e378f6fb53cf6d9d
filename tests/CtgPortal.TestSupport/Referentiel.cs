using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Referentiels;
using Microsoft.Extensions.Logging.Abstractions;

namespace CtgPortal.TestSupport;

public static class Referentiel
{
    /// <returns>A new migrated database that also has the territories of France; they are loaded once per test process.</returns>
    public static Task<string> CreateDatabaseAvecReferentielAsync(this PostgresServer serveur)
    {
        ArgumentNullException.ThrowIfNull(serveur);
        return serveur.CreateDatabaseAsync("referentiel", db =>
            new ChargementReferentiel(db, TimeProvider.System, NullLogger<ChargementReferentiel>.Instance)
                .ExecuterAsync(PaquetsNpm.Dossier(DecoupageAdministratif.Source), CancellationToken.None));
    }
}
