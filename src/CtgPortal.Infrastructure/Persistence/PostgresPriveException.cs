namespace CtgPortal.Infrastructure.Persistence;

/// <summary>The private PostgreSQL cannot be had. The message is one French sentence with the remedy, then what PostgreSQL said.</summary>
public sealed class PostgresPriveException(string message, string? trace = null, Exception? cause = null)
    : Exception(string.IsNullOrWhiteSpace(trace) ? message : $"{message}{Environment.NewLine}{trace.Trim()}", cause);
