using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>
/// Who has their preview set, and when. A person has one at a time and at most one waiting, the last they asked for. All together they
/// leave a worker to the documents that people wait for.
/// </summary>
internal sealed class FileApercus(DocumentsOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(Math.Max(1, options.Travailleurs - 1));
    private readonly Lock _verrou = new();

    /// <summary>Those being set, each with the one that waits for it to end: told true when it may start, false when a later one came.</summary>
    private readonly Dictionary<UtilisateurId, TaskCompletionSource<bool>?> _tours = [];

    /// <exception cref="ServiceIndisponibleException">The person asked for a later one.</exception>
    public async Task<T> PasserAsync<T>(UtilisateurId personne, Func<Task<T>> composer, CancellationToken cancellationToken)
    {
        if (Attendre(personne) is { } attente && !await AttendreSonTourAsync(personne, attente, cancellationToken))
        {
            throw new ServiceIndisponibleException("Un aperçu plus récent est en préparation.");
        }

        // the turn is given back when the worker has done, not when the person leaves: going away must not open a second place
        return await Task.Run(() => ComposerEtRendreAsync(personne, composer), CancellationToken.None).WaitAsync(cancellationToken);
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Null when the person has none at work.</summary>
    private TaskCompletionSource<bool>? Attendre(UtilisateurId personne)
    {
        lock (_verrou)
        {
            if (!_tours.TryGetValue(personne, out var precedent))
            {
                _tours[personne] = null;
                return null;
            }

            precedent?.TrySetResult(false);
            return _tours[personne] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private async Task<bool> AttendreSonTourAsync(UtilisateurId personne, TaskCompletionSource<bool> attente, CancellationToken cancellationToken)
    {
        try
        {
            return await attente.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // gone before its turn; when the turn came at this very moment, it goes to the next
            if (!attente.TrySetResult(false) && await attente.Task)
            {
                Rendre(personne);
            }

            throw;
        }
    }

    private async Task<T> ComposerEtRendreAsync<T>(UtilisateurId personne, Func<Task<T>> composer)
    {
        try
        {
            await _places.WaitAsync();
            try
            {
                return await composer();
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Rendre(personne);
        }
    }

    private void Rendre(UtilisateurId personne)
    {
        lock (_verrou)
        {
            var suivant = _tours[personne];
            _tours[personne] = null;
            if (suivant?.TrySetResult(true) != true)
            {
                _tours.Remove(personne);
            }
        }
    }
}
