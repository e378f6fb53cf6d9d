using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CtgPortal.Benchmarks;

/// <summary>The portal as it is deployed (<see cref="Publication"/>), a process of its own on a free port of the loopback.</summary>
internal sealed partial class Portail : IAsyncDisposable
{
    private static readonly TimeSpan DelaiMax = TimeSpan.FromMinutes(3);

    private readonly Process _processus;

    private Portail(Process processus, Uri adresse, TimeSpan premierePage) =>
        (_processus, Adresse, PremierePage) = (processus, adresse, premierePage);

    public Uri Adresse { get; }

    /// <summary>From the start of the process to the whole of its first page.</summary>
    public TimeSpan PremierePage { get; }

    public double MemoireMo
    {
        get
        {
            _processus.Refresh();
            return _processus.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>What the typesetters that it started hold together.</summary>
    public double MemoireDesTypographesMo
    {
        get
        {
            using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "rss=", "--ppid", $"{_processus.Id}"]) { RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("ps does not start.");
            var lignes = ps.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lignes.Sum(l => double.Parse(l, CultureInfo.InvariantCulture)) / 1024;
        }
    }

    /// <param name="reglages">Environment variables of the portal.</param>
    public static async Task<Portail> DemarrerAsync(IReadOnlyDictionary<string, string> reglages, CancellationToken cancellationToken)
    {
        var adresse = new Uri($"http://127.0.0.1:{PortLibre()}/");
        var dossier = await Publication.DossierAsync(cancellationToken);
        var depart = new ProcessStartInfo("dotnet", [Path.Combine(dossier, "CtgPortal.Web.dll"), "--urls", adresse.ToString()])
        {
            WorkingDirectory = dossier,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        depart.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        // as the image sets it
        depart.Environment["MALLOC_ARENA_MAX"] = "2";
        foreach (var (nom, valeur) in reglages)
        {
            depart.Environment[nom] = valeur;
        }

        var chrono = Stopwatch.StartNew();
        var processus = Process.Start(depart) ?? throw new InvalidOperationException("dotnet does not start.");
        processus.OutputDataReceived += (_, ligne) =>
        {
            if (ligne.Data?.Contains(" ERR ", StringComparison.Ordinal) == true)
            {
                Console.Error.WriteLine(ligne.Data);
            }
        };
        processus.BeginOutputReadLine();
        var erreurs = processus.StandardError.ReadToEndAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = adresse };
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (processus.HasExited)
            {
                throw new InvalidOperationException($"The portal stopped with code {processus.ExitCode}: {await erreurs}");
            }

            if (chrono.Elapsed > DelaiMax)
            {
                processus.Kill(entireProcessTree: true);
                throw new TimeoutException($"The portal has shown no page after {DelaiMax.TotalSeconds} s.");
            }

            try
            {
                if ((await client.GetAsync(new Uri("connexion", UriKind.Relative), cancellationToken)).IsSuccessStatusCode)
                {
                    return new(processus, adresse, chrono.Elapsed);
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10, cancellationToken);
            }
        }
    }

    /// <summary>A browser signed in through the form.</summary>
    /// <param name="pot">Where its cookies are kept, for who also listens to a live channel.</param>
    public async Task<HttpClient> ConnecterAsync(string courriel, string motDePasse, CancellationToken cancellationToken, CookieContainer? pot = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = pot ?? new CookieContainer() }) { BaseAddress = Adresse };
        var page = new Uri("connexion", UriKind.Relative);
        var formulaire = await client.GetStringAsync(page, cancellationToken);
        var reponse = await client.PostAsync(
            page,
            new FormUrlEncodedContent(
            [
                new("Input.Courriel", courriel),
                new("Input.MotDePasse", motDePasse),
                new("__RequestVerificationToken", Jeton().Match(formulaire).Groups[1].Value),
            ]),
            cancellationToken);
        return reponse.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new InvalidOperationException($"Signing in answered {(int)reponse.StatusCode}.");
    }

    /// <summary>Stops it as a service manager does, so that what it started stops too; Ctrl-C is ignored by what a script started in the background.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_processus.HasExited)
        {
            if (OperatingSystem.IsWindows())
            {
                _processus.Kill(entireProcessTree: true);
            }
            else
            {
                using var signal = Process.Start("kill", ["-TERM", $"{_processus.Id}"]);
                await signal.WaitForExitAsync();
            }

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await _processus.WaitForExitAsync(patience.Token);
        }

        _processus.Dispose();
    }

    /// <summary>A new folder for the data, that the unprivileged account of PostgreSQL can enter when we are root.</summary>
    public static string NouveauDossier() =>
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"ctgportal-mesures-{Guid.CreateVersion7():N}")).FullName;

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    internal static partial Regex Jeton();
}
