namespace CtgPortal.Infrastructure.Persistence;

/// <summary>One process at a time uses a folder. The system lets the lock go when that process ends, killed or not.</summary>
internal sealed class VerrouPostgres : IAsyncDisposable
{
    private readonly FileStream _fichier;

    private VerrouPostgres(FileStream fichier) => _fichier = fichier;

    /// <exception cref="PostgresPriveException">Another portal uses this folder, or it cannot be written.</exception>
    public static VerrouPostgres Prendre(string dossier)
    {
        var chemin = Path.Combine(dossier, "verrou");
        try
        {
            return new(new(chemin, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException cause) when (File.Exists(chemin))
        {
            throw new PostgresPriveException(
                $"Une autre instance du portail se sert déjà des données de « {dossier} » : arrêtez-la, ou indiquez un autre dossier par le paramètre CtgPortal:Donnees.", cause: cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PostgresPriveException($"« {dossier} » n’est pas accessible en écriture : donnez le droit d’y écrire ou libérez de la place.", cause.Message, cause);
        }
    }

    public ValueTask DisposeAsync() => _fichier.DisposeAsync();
}
