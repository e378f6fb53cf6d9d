using System.Diagnostics;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Scellements;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>Real portals, killed without warning while they seal.</summary>
public sealed class ScellementTueTests(PostgresServer serveur)
{
    private const int PortailsALaFois = 4;
    private const int MortsDeChacun = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tue_a_vingt_moments_au_hasard_il_reste_toujours_un_seul_fichier_scelle_et_valable() =>
        await Task.WhenAll(Enumerable.Range(1, PortailsALaFois).Select(graine => TuerAsync(new Random(graine))));

    private async Task TuerAsync(Random hasard)
    {
        await using var terrain = await TerrainDeSignature.PreparerAsync(serveur);
        await terrain.OuvrirAsync();
        await terrain.SignerAsync(terrain.Presidente);
        await terrain.SignerAsync(terrain.Directeur);
        var duree = await MesurerAsync(terrain);

        for (var mort = 0; mort < MortsDeChacun; mort++)
        {
            await using (var portail = await PortailASceller.DemarrerAsync(terrain.Application))
            {
                await portail.DemanderAsync();
                await Task.Delay(duree * hasard.NextDouble(), Cancellation);
                await portail.TuerAsync();
            }

            await ExigerToutOuRienAsync(terrain);
        }

        await using (var portail = await PortailASceller.DemarrerAsync(terrain.Application))
        {
            await portail.DemanderAsync();
            await portail.AttendreLeSceauAsync();
        }

        var scelle = Assert.Single(await ScellesAsync(terrain));
        using var atelier = new AtelierSceaux();
        var verdicts = await PdfSig.VerifierAsync(atelier, atelier.Ecrire(scelle), terrain.Application.Autorite, Cancellation);
        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.EstValide && v.EstDeConfiance, v.Texte));
        Assert.True(verdicts[^1].CouvreTout, verdicts[^1].Texte);
    }

    /// <summary>About how long a new portal takes: only the choice of moments rests on it.</summary>
    private static async Task<TimeSpan> MesurerAsync(TerrainDeSignature terrain)
    {
        var chrono = Stopwatch.StartNew();
        Assert.Equal(1, await terrain.Application.AvecAsync(s => s.GetRequiredService<ScellementDesCircuits>().ScellerAsync(Cancellation)));
        await ExigerToutOuRienAsync(terrain);
        return chrono.Elapsed * 3;
    }

    /// <summary>After each death: nothing at all, or the whole; a whole one is then taken away so that the next death finds work.</summary>
    private static async Task ExigerToutOuRienAsync(TerrainDeSignature terrain)
    {
        var etat = await terrain.Application.LireAsync(db => db.Scellements.AsNoTracking().SingleAsync());
        var scelles = await ScellesAsync(terrain);
        var courriels = await terrain.Application.LireAsync(db => db.Courriels.CountAsync(c => c.Objet == "Le document scellé est prêt"));
        Assert.Equal(etat.Etat == EtatScellement.Fait ? (1, 2) : (0, 0), (scelles.Count, courriels));
        if (scelles.Count == 1)
        {
            Assert.True(await terrain.Application.AvecAsync(s => Task.FromResult(s.GetRequiredService<IVerificationPdf>().Examiner(scelles[0]).EstIntact)));
        }

        await terrain.Application.LireAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE scellements SET etat = 'AFaire', piece_id = NULL, prochain_essai_le = '2999-01-01';
            DELETE FROM pieces WHERE nature = 'TexteScelle';
            DELETE FROM courriels WHERE objet = 'Le document scellé est prêt'
            """,
            Cancellation));
    }

    private static Task<List<byte[]>> ScellesAsync(TerrainDeSignature terrain) =>
        terrain.Application.LireAsync(db => db.Pieces.Where(p => p.Nature == NaturePiece.TexteScelle).Select(p => p.Contenu).ToListAsync());

    /// <summary>A portal in a process of its own, on the database of a test.</summary>
    private sealed class PortailASceller : IAsyncDisposable
    {
        private const string Nom = "portail-a-tuer";

        private readonly Process _processus;
        private readonly NpgsqlConnection _base;
        private readonly Task<string> _sortie;

        private PortailASceller(Process processus, NpgsqlConnection connexion) =>
            (_processus, _base, _sortie) = (processus, connexion, processus.StandardOutput.ReadToEndAsync(CancellationToken.None));

        public static async Task<PortailASceller> DemarrerAsync(ApplicationDeTest application)
        {
            var connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(application.Connexion) { Pooling = false }.ConnectionString);
            await connexion.OpenAsync(Cancellation);
            var depart = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtgPortal.Web.dll"), "--urls", "http://127.0.0.1:0"])
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardOutput = true,
            };
            depart.Environment["ASPNETCORE_ENVIRONMENT"] = "Tests";
            depart.Environment["CtgPortal__Donnees"] = application.Donnees;
            depart.Environment["CtgPortal__AdressePublique"] = "http://localhost";
            depart.Environment["ConnectionStrings__CtgPortal"] = new NpgsqlConnectionStringBuilder(application.Connexion) { ApplicationName = Nom }.ConnectionString;
            return new(Process.Start(depart) ?? throw new InvalidOperationException("The portal does not start."), connexion);
        }

        /// <summary>Asks for the seal as the last signature does, and comes back once somebody works at it.</summary>
        public async Task DemanderAsync()
        {
            await AttendreAsync("SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ctg-scellements' AND query LIKE 'LISTEN%'");
            await ExecuterAsync("UPDATE scellements SET prochain_essai_le = now(); NOTIFY ctg_scellements");
            await AttendreAsync(
                """
                SELECT count(*) > 0 FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE l.relation = 'scellements'::regclass AND l.mode = 'RowShareLock' AND a.application_name = 'portail-a-tuer'
                   OR EXISTS (SELECT FROM scellements WHERE etat = 'Fait')
                """);
        }

        public Task AttendreLeSceauAsync() => AttendreAsync("SELECT count(*) > 0 FROM scellements WHERE etat = 'Fait'");

        /// <summary>As when the machine loses its power: nothing of the process finishes; the database sees its connections die.</summary>
        public async Task TuerAsync()
        {
            _processus.Kill(entireProcessTree: true);
            await _processus.WaitForExitAsync(Cancellation);
            await AttendreAsync($"SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('{Nom}', 'ctg-scellements', 'ctg-salles')");
        }

        public async ValueTask DisposeAsync()
        {
            if (!_processus.HasExited)
            {
                await TuerAsync();
            }

            _processus.Dispose();
            await _base.DisposeAsync();
        }

        private async Task AttendreAsync(string condition)
        {
            while (await ExecuterAsync(condition) is not true)
            {
                if (_processus.HasExited && condition.Contains("> 0", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"The portal stopped by itself: {await _sortie}");
                }

                await Task.Delay(2, Cancellation);
            }
        }

        private async Task<object?> ExecuterAsync(string sql)
        {
            await using var commande = new NpgsqlCommand(sql, _base);
            return await commande.ExecuteScalarAsync(Cancellation);
        }
    }
}
