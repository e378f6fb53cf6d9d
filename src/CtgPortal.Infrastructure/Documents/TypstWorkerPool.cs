using System.Collections.Concurrent;
using CtgPortal.Application.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>
/// Lends a bounded number of workers to a bounded queue of documents. A worker that is stuck, dead, old or fat is replaced;
/// the others, and the requests they serve, never notice.
/// </summary>
internal sealed class TypstWorkerPool : IHostedService, IAsyncDisposable
{
    private readonly DocumentsOptions _options;
    private readonly ILogger<TypstWorkerPool> _logger;
    private readonly SemaphoreSlim _places;
    private readonly ConcurrentStack<TypstWorker> _libres = new();
    private readonly ConcurrentDictionary<TypstWorker, bool> _tous = new();
    private readonly CancellationTokenSource _arret = new();
    private int _documents;
    private int _demarrages;
    private int _auTravail;
    private int _arrete;

    public TypstWorkerPool(IOptions<DocumentsOptions> options, ILogger<TypstWorkerPool> logger)
    {
        _options = options.Value;
        _logger = logger;
        _places = new SemaphoreSlim(_options.Travailleurs);
    }

    /// <summary>Ids of the live workers, for the tests that harm them.</summary>
    public IReadOnlyList<int> Processus => [.. _tous.Keys.Where(w => w.EstVivant).Select(w => w.ProcessId)];

    /// <summary>Workers that hold a document.</summary>
    public int AuTravail => Volatile.Read(ref _auTravail);

    /// <summary>Workers started since the beginning.</summary>
    public int Demarrages => _demarrages;

    public async Task<byte[]> ComposerAsync(RequeteTypst requete, CancellationToken cancellationToken) =>
        (await ExecuterAsync(requete, cancellationToken)).Octets;

    public async Task<ReponseTypst> ExecuterAsync(RequeteTypst requete, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _documents) > _options.Travailleurs + _options.FileMax)
        {
            Interlocked.Decrement(ref _documents);
            throw new ServiceIndisponibleException("Trop de documents sont en préparation en ce moment. Réessayez dans quelques instants.");
        }

        try
        {
            using var attente = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _arret.Token);
            await _places.WaitAsync(attente.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Decrement(ref _documents);
            throw Arrete();
        }
        catch
        {
            Interlocked.Decrement(ref _documents);
            throw;
        }

        // A person who leaves the page costs no worker: the document is finished, and its place given back, without them.
        return await Task.Run(() => ComposerEtRendreAsync(requete), CancellationToken.None).WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _arrete, 1) == 1)
        {
            return;
        }

        // those at work see the cancellation and are killed by the request that holds them; once every place is back, the rest are idle
        await _arret.CancelAsync();
        for (var place = 0; place < _options.Travailleurs; place++)
        {
            await _places.WaitAsync(CancellationToken.None);
        }

        while (_libres.TryPop(out var libre))
        {
            await libre.StopAsync(TimeSpan.FromSeconds(2));
            _tous.TryRemove(libre, out _);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private static ServiceIndisponibleException Arrete() => new("Le portail s’arrête : le document n’a pas été composé.");

    private async Task<ReponseTypst> ComposerEtRendreAsync(RequeteTypst requete)
    {
        TypstWorker? worker = null;
        var sain = false;
        try
        {
            using var delai = CancellationTokenSource.CreateLinkedTokenSource(_arret.Token);
            delai.CancelAfter(_options.Delai);
            worker = Emprunter();
            Interlocked.Increment(ref _auTravail);
            var reponse = await worker.ComposerAsync(requete, delai.Token);
            sain = true;
            return reponse;
        }
        catch (CompositionException cause)
        {
            // the template refused the data; the worker itself is well
            sain = true;
            _logger.LogError("A document could not be set: {Diagnostics}", cause.Message);
            throw;
        }
        catch (OperationCanceledException) when (_arret.IsCancellationRequested)
        {
            throw Arrete();
        }
        catch (OperationCanceledException cause)
        {
            _logger.LogError("Typesetting worker {ProcessId} was over time and is killed", worker?.ProcessId);
            throw new ServiceIndisponibleException(
                "La composition du document a dépassé le temps prévu. Réessayez dans quelques instants.", cause);
        }
        catch (TravailleurPerduException cause)
        {
            _logger.LogError(cause, "A typesetting worker was lost");
            throw new ServiceIndisponibleException(
                "Le service qui compose les documents s’est interrompu. Il redémarre : réessayez dans quelques instants.", cause);
        }
        finally
        {
            if (worker is not null)
            {
                Interlocked.Decrement(ref _auTravail);
                Rendre(worker, sain);
            }

            _places.Release();
            Interlocked.Decrement(ref _documents);
        }
    }

    private TypstWorker Emprunter()
    {
        while (_libres.TryPop(out var libre))
        {
            if (libre.EstVivant)
            {
                return libre;
            }

            _logger.LogWarning("An idle typesetting worker was found dead and is replaced");
            Retirer(libre);
        }

        var worker = TypstWorker.Start(_options, _logger);
        _tous[worker] = true;
        Interlocked.Increment(ref _demarrages);
        return worker;
    }

    private void Rendre(TypstWorker worker, bool sain)
    {
        var use = worker.DocumentsComposes >= _options.DocumentsParTravailleur
            || worker.Memoire > _options.MemoireMaxMo * 1024L * 1024L;
        if (!sain || use || _arret.IsCancellationRequested)
        {
            Retirer(worker);
        }
        else
        {
            _libres.Push(worker);
        }
    }

    private void Retirer(TypstWorker worker)
    {
        _tous.TryRemove(worker, out _);
        worker.Dispose();
    }
}
