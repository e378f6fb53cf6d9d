using Npgsql;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>The configured PostgreSQL cannot be had. The message is one French sentence with the remedy, then what the driver said.</summary>
public sealed class BaseInaccessibleException(NpgsqlConnectionStringBuilder chaine, NpgsqlException cause) : Exception(
    $"La base de données « {chaine.Database} » de {chaine.Host} (port {chaine.Port}) ne s’ouvre pas : vérifiez que PostgreSQL répond, "
    + $"et la variable d’environnement ConnectionStrings__CtgPortal.{Environment.NewLine}{cause.Message}",
    cause);
