using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using UglyToad.PdfPig;

namespace CtgPortal.Benchmarks;

/// <summary>A portal on a private PostgreSQL that writes to the disk as in use, with the demonstration data and one long convention.</summary>
internal sealed class Banc : IAsyncDisposable
{
    private const string Conseiller = "conseiller@demo.test";
    private const int PdfsChauds = 10;

    private readonly string _dossier;
    private readonly PostgresPrive _postgres;
    private readonly Portail _portail;
    private readonly HttpClient _client;
    private readonly NpgsqlDataSource _sql;
    private readonly double _memoireAuDepart;

    private Banc(string dossier, PostgresPrive postgres, Portail portail, HttpClient client, NpgsqlDataSource sql)
    {
        (_dossier, _postgres, _portail, _client, _sql) = (dossier, postgres, portail, client, sql);
        _memoireAuDepart = portail.MemoireMo;
    }

    public static async Task<Banc> OuvrirAsync(CancellationToken cancellationToken)
    {
        var dossier = Portail.NouveauDossier();
        var postgres = await PostgresPrive.StartAsync(PostgresPriveOptions.Durable(Path.Combine(dossier, "postgres")), cancellationToken);
        var connexion = postgres.ConnectionString("ctgportal");
        var reglages = new Dictionary<string, string> { ["ConnectionStrings__CtgPortal"] = connexion };
        await using (await Portail.DemarrerAsync(reglages, cancellationToken))
        {
            // what is measured is a portal in use, not the one that loads the territories and the demonstration data
        }

        var portail = await Portail.DemarrerAsync(reglages, cancellationToken);
        var client = await portail.ConnecterAsync(Conseiller, ComptesDeDemonstration.MotDePasse, cancellationToken);
        return new(dossier, postgres, portail, client, NpgsqlDataSource.Create(connexion));
    }

    public async Task MesurerPagesAsync(CancellationToken cancellationToken)
    {
        var (convention, fiche) = await LaPlusFournieAsync(cancellationToken);
        Console.WriteLine("Pages, signed in, 8 clients for 5 s each (ratio: times slower than one SELECT 1 through the same driver)");
        var reference = await Charge.MesurerAsync(
            async () =>
            {
                await using var commande = _sql.CreateCommand("SELECT 1");
                await commande.ExecuteScalarAsync(cancellationToken);
            },
            cancellationToken);
        Ecrire("SELECT 1 (reference)", reference, reference);
        Ecrire("static file", await Charge.PageAsync(_client, "css/plan.css", cancellationToken), reference);
        Ecrire("list of conventions", await Charge.PageAsync(_client, "conventions", cancellationToken), reference);
        Ecrire("convention", await Charge.PageAsync(_client, $"conventions/{convention.Value}", cancellationToken), reference);
        Ecrire("fiche", await Charge.PageAsync(_client, $"conventions/{convention.Value}/fiches/{fiche.Value}", cancellationToken), reference);
    }

    public async Task MesurerPdfAsync(CancellationToken cancellationToken)
    {
        var (convention, fiche) = await UneLongueAsync(cancellationToken);
        var adresse = new Uri($"conventions/{convention.Value}/convention.pdf", UriKind.Relative);
        var etalon = EtalonMs();
        var froid = Stopwatch.StartNew();
        var contenu = await _client.GetByteArrayAsync(adresse, cancellationToken);
        froid.Stop();
        var changes = await ChaudsAsync(adresse, i => RenommerAsync(fiche, $"Fiche changée {i}", cancellationToken), cancellationToken);
        var memes = await ChaudsAsync(adresse, _ => Task.CompletedTask, cancellationToken);
        using var pdf = PdfDocument.Open(contenu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PDF of {pdf.NumberOfPages} pages, {contenu.Length / 1024} kB (ratio: to the SHA-256 of 64 MB on one core, {etalon:0} ms)"));
        Ecrire("first PDF after the start", froid.Elapsed.TotalMilliseconds, etalon);
        Ecrire($"warm, a fiche changed, median of {PdfsChauds}", Charge.Centile(changes, 0.5), etalon);
        Ecrire("warm, a fiche changed, slowest", changes[^1], etalon);
        Ecrire($"warm, same data, median of {PdfsChauds}", Charge.Centile(memes, 0.5), etalon);
    }

    /// <summary>At the end of the load, then once nobody has asked anything for two turns of the portal's <c>RepriseMemoire</c>.</summary>
    public async Task MesurerApercuAsync(CancellationToken cancellationToken)
    {
        var (convention, fiche) = await UneLongueAsync(cancellationToken);
        await BancApercu.MesurerAsync(_portail, _client, $"conventions/{convention.Value}/fiches/{fiche.Value}/quoi", cancellationToken);
    }

    public async Task MesurerMemoireAsync(CancellationToken cancellationToken)
    {
        Dire("at the end of the run");
        await Task.Delay(TimeSpan.FromSeconds(45), cancellationToken);
        Dire("at rest, 45 s later");

        void Dire(string quand) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Memory of the web process {quand}: {_portail.MemoireMo:0} MB (ratio {_portail.MemoireMo / _memoireAuDepart:0.0} to the {_memoireAuDepart:0} MB it held once started)"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sql.DisposeAsync();
        await _portail.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    /// <summary>What one core of this machine is worth at this moment.</summary>
    public static double EtalonMs()
    {
        var octets = new byte[64 * 1024 * 1024];
        SHA256.HashData(octets);
        var depart = Stopwatch.GetTimestamp();
        SHA256.HashData(octets);
        return Stopwatch.GetElapsedTime(depart).TotalMilliseconds;
    }

    public static void Ecrire(string quoi, double ms, double etalonMs) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {quoi,-40} {ms,9:0} ms   ratio {ms / etalonMs,7:0.00}"));

    private static void Ecrire(string quoi, Debit debit, Debit reference) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {quoi,-32} {debit.ParSeconde,9:0} /s   median {debit.MedianeMs,7:0.0} ms   p99 {debit.P99Ms,7:0.0} ms   ratio {reference.ParSeconde / debit.ParSeconde,6:0.0}   ({debit.Nombre} requests)"));

    private async Task<(ConventionId Convention, FicheActionId Fiche)> LaPlusFournieAsync(CancellationToken cancellationToken)
    {
        await using var db = Contexte();
        var convention = await db.FichesAction.GroupBy(f => f.ConventionId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(cancellationToken);
        var fiche = await db.FichesAction.Where(f => f.ConventionId == convention).OrderBy(f => f.Id).Select(f => f.Id).FirstAsync(cancellationToken);
        return (convention, fiche);
    }

    // the typesetter remembers what it has set: the same data again would flatter it
    private async Task<IReadOnlyList<double>> ChaudsAsync(Uri adresse, Func<int, Task> avant, CancellationToken cancellationToken)
    {
        var durees = new List<double>();
        for (var i = 1; i <= PdfsChauds; i++)
        {
            await avant(i);
            var depart = Stopwatch.GetTimestamp();
            await _client.GetByteArrayAsync(adresse, cancellationToken);
            durees.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
        }

        durees.Sort();
        return durees;
    }

    private async Task RenommerAsync(FicheActionId id, string intitule, CancellationToken cancellationToken)
    {
        await using var db = Contexte();
        var fiche = await db.FichesAction.SingleAsync(f => f.Id == id, cancellationToken);
        fiche.Rediger(
            new(fiche.Identite with { Intitule = intitule }, null, null, null, null, null, null, null), StatutConvention.EnRedaction, UneConvention.Maintenant);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<(ConventionId Convention, FicheActionId Fiche)> UneLongueAsync(CancellationToken cancellationToken)
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(convention.Id, axes: 5, orientations: 2, fiches: 2);
        await using var db = Contexte();
        db.AddRange([convention, UnDiagnostic.Commence(convention.Id), plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        await db.SaveChangesAsync(cancellationToken);
        return (convention.Id, fiches[0].Id);
    }

    private CtgDbContext Contexte() => new(
        new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres(_postgres.ConnectionString("ctgportal")).Options, new Mesures());

    private sealed class Mesures : IUtilisateurCourant
    {
        public UtilisateurId? Id => null;

        public string Nom => "Mesures";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }
}
