using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>What the worker needs for one document: the data to print and the file to attach, both JSON in UTF-8.</summary>
internal sealed record RequeteTypst(byte[] Donnees, byte[] Piece, string Norme = RequeteTypst.Archivage)
{
    public const string Archivage = "a-3a";

    /// <summary>Name of the template, a file of <c>modeles</c> without its extension.</summary>
    public string Modele { get; init; } = "convention";

    /// <summary>A drawing for a screen instead of a file, with the places of its fields.</summary>
    public bool EnImage { get; init; }
}

/// <param name="Reperes">Of a drawing only.</param>
/// <param name="Champs">Of a file only: the places that its template keeps for signatures.</param>
internal sealed record ReponseTypst(byte[] Octets, int Pages, IReadOnlyList<Repere> Reperes, IReadOnlyList<PlaceTypst> Champs);

/// <param name="Rang">In the signature table, from 1; null for the seal.</param>
/// <param name="Page">From 1; the rest in points from the top left corner.</param>
internal sealed record PlaceTypst(int? Rang, int Page, double X, double Y, double Largeur, double Hauteur);

/// <summary>The process stopped, or answers something else than what was agreed.</summary>
internal sealed class TravailleurPerduException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The typesetter refused the document: a defect of the template or of its data, not of the service.</summary>
internal sealed class CompositionException(string message) : Exception(message);

/// <summary>One Node process that sets documents one after the other. Not shared between threads; the pool lends it.</summary>
internal sealed partial class TypstWorker : IDisposable
{
    /// <summary>The words of the fields of a fiche, for the templates: those of the pages.</summary>
    private static readonly string Libelles = JsonSerializer.Serialize(ChampsFiche.Tous.ToDictionary(c => c.Code, c => LibellesFiche.De(c.Code).Libelle));

    private static readonly string Dossier = Path.Combine(AppContext.BaseDirectory, "Documents");

    private readonly Process _process;
    private readonly PipeReader _sortie;
    private readonly ILogger _logger;
    private bool _pret;

    private TypstWorker(Process process, ILogger logger) =>
        (_process, _sortie, _logger) = (process, PipeReader.Create(process.StandardOutput.BaseStream), logger);

    public int ProcessId => _process.Id;

    public bool EstVivant => !_process.HasExited;

    public int DocumentsComposes { get; private set; }

    /// <summary>Resident memory told by the process after its last document, in bytes.</summary>
    public long Memoire { get; private set; }

    public static TypstWorker Start(DocumentsOptions options, ILogger logger)
    {
        var start = new ProcessStartInfo(options.Node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(Dossier, "worker.mjs"), options.RacineNpm, Path.Combine(Dossier, "modeles"), Path.Combine(Dossier, "polices"), Libelles,
            },
        };
        try
        {
            var process = Process.Start(start) ?? throw new TravailleurPerduException("The typesetter did not start.");
            var worker = new TypstWorker(process, logger);
            process.ErrorDataReceived += worker.OnError;
            process.BeginErrorReadLine();
            return worker;
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new TravailleurPerduException("Node.js could not be started.", cause);
        }
    }

    public async Task<ReponseTypst> ComposerAsync(RequeteTypst requete, CancellationToken cancellationToken)
    {
        try
        {
            if (!_pret)
            {
                await ReadAsync(cancellationToken);
                _pret = true;
            }

            var id = ++DocumentsComposes;
            var entree = _process.StandardInput.BaseStream;
            await entree.WriteAsync(
                JsonSerializer.SerializeToUtf8Bytes(
                    new Demande(id, requete.Modele, requete.Donnees.Length, requete.Piece.Length, requete.Norme, requete.EnImage), JsonSerializerOptions.Web),
                cancellationToken);
            await entree.WriteAsync("\n"u8.ToArray(), cancellationToken);
            await entree.WriteAsync(requete.Donnees, cancellationToken);
            await entree.WriteAsync(requete.Piece, cancellationToken);
            await entree.FlushAsync(cancellationToken);

            var reponse = await ReadAsync(cancellationToken);
            if (reponse.Id != id)
            {
                throw new TravailleurPerduException("The typesetter answered another request.");
            }

            Memoire = reponse.Memoire;
            return reponse.Octets is { } taille
                ? new(await ReadBytesAsync(taille, cancellationToken), reponse.Pages, reponse.Reperes ?? [], reponse.Champs ?? [])
                : throw new CompositionException(WithoutText(reponse.Erreur ?? ""));
        }
        catch (Exception cause) when (cause is IOException or JsonException or ObjectDisposedException)
        {
            throw new TravailleurPerduException("The typesetter stopped.", cause);
        }
    }

    /// <summary>Ends an idle worker by closing its input, and kills it if it is still there.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(patience);
        }
        catch (Exception cause) when (cause is TimeoutException or IOException)
        {
            _logger.LogWarning("Typesetting worker {ProcessId} had to be killed", ProcessId);
        }

        Dispose();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task<Reponse> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var lu = await _sortie.ReadAsync(cancellationToken);
            if (lu.Buffer.PositionOf((byte)'\n') is { } fin)
            {
                var reponse = JsonSerializer.Deserialize<Reponse>(lu.Buffer.Slice(0, fin).ToArray(), JsonSerializerOptions.Web);
                _sortie.AdvanceTo(lu.Buffer.GetPosition(1, fin));
                return reponse ?? throw new TravailleurPerduException("The typesetter answered nothing.");
            }

            _sortie.AdvanceTo(lu.Buffer.Start, lu.Buffer.End);
            if (lu.IsCompleted)
            {
                throw new TravailleurPerduException("The typesetter stopped.");
            }
        }
    }

    // straight into the bytes that are served: a document as text is several times its size, in blocks that stay
    private async Task<byte[]> ReadBytesAsync(int taille, CancellationToken cancellationToken)
    {
        var octets = new byte[taille];
        for (var place = 0; place < taille;)
        {
            var lu = await _sortie.ReadAsync(cancellationToken);
            if (lu.Buffer.IsEmpty && lu.IsCompleted)
            {
                throw new TravailleurPerduException("The typesetter stopped.");
            }

            var morceau = lu.Buffer.Slice(0, Math.Min(lu.Buffer.Length, taille - place));
            morceau.CopyTo(octets.AsSpan(place));
            place += (int)morceau.Length;
            _sortie.AdvanceTo(morceau.End);
        }

        return octets;
    }

    private void OnError(object sender, DataReceivedEventArgs line)
    {
        if (!string.IsNullOrWhiteSpace(line.Data))
        {
            _logger.LogWarning("Typesetting worker: {Line}", WithoutText(line.Data));
        }
    }

    /// <summary>Diagnostics quote the text they complain about: it is left out, and what remains is kept short.</summary>
    private static string WithoutText(string message)
    {
        var kept = Quoted().Replace(message, "[…]");
        return kept.Length <= 1000 ? kept : kept[..1000];
    }

    [GeneratedRegex("`.*?`|\".*?\"", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    private sealed record Demande(int Id, string Modele, int Donnees, int Piece, string Norme, bool EnImage);

    private sealed record Reponse(int Id, int? Octets, int Pages, long Memoire, string? Erreur, IReadOnlyList<Repere>? Reperes, IReadOnlyList<PlaceTypst>? Champs);
}
