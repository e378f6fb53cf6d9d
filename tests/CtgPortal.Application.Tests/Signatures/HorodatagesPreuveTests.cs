using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Preuves;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CtgPortal.Application.Tests.Signatures;

public sealed class HorodatagesPreuveTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly Personne Admin = ApplicationDeTest.Une("Alix Admin", new Habilitation(Role.Administrateur, Portee.Nationale, ""));

    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Chaque_jour_les_tetes_qui_ont_bouge_sont_datees_une_fois()
    {
        Assert.Equal(0, await HorodaterAsync());
        var circuit = await _terrain.OuvrirAsync();

        Assert.Equal(1, await HorodaterAsync());
        await _terrain.SignerAsync(_terrain.Presidente);
        Assert.Equal(0, await HorodaterAsync());
        App.Horloge.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await HorodaterAsync());
        App.Horloge.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await HorodaterAsync());

        var horodatages = await App.LireAsync(db => db.HorodatagesPreuve.AsNoTracking().OrderBy(h => h.Numero).ToListAsync());
        Assert.Equal([1, 2], horodatages.Select(h => h.Numero));
        Assert.Equal([3, 4], horodatages.Select(h => h.Tetes.Single().Numero));
        Assert.Equal(horodatages[0].Racine, horodatages[1].Precedente);
        Assert.All(horodatages, h => Assert.Equal(EtatHorodatage.Fait, h.Etat));
        var preuve = (await App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention), _terrain.Conseiller))!.Preuve;
        Assert.True(preuve.Chaine.Intacte);
        Assert.Equal([3, 4], preuve.Horodatages.Select(h => h.Maillon));
        Assert.Equal(circuit.Id.Value.ToString(), preuve.Chaine.Circuit);
    }

    [Fact]
    public async Task Une_autorite_qui_ne_repond_pas_est_redemandee_dite_a_l_administrateur_et_jamais_remplacee()
    {
        await _terrain.OuvrirAsync();
        await HorodaterAsync(new AutoriteMuette());
        App.Horloge.Advance(TimeSpan.FromHours(1));
        await HorodaterAsync(new AutoriteMuette());

        var attente = Assert.Single((await App.EnvoyerAsync(new ListerHorodatages.Query(), Admin)).Page.Lignes);
        Assert.Equal((null, 2, "L’autorité d’horodatage ne répond pas."), (attente.HorodateLe, attente.Tentatives, attente.DerniereErreur));
        Assert.Null((await App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention), _terrain.Conseiller))!.Preuve.Horodatages.Single().Jeton);

        // the fingerprint of that day is the one that is stamped the day after
        App.Horloge.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await HorodaterAsync());
        var faite = Assert.Single((await App.EnvoyerAsync(new ListerHorodatages.Query(), Admin)).Page.Lignes);
        Assert.Equal((attente.Racine, attente.Jour, 3, null), (faite.Racine, faite.Jour, faite.Tentatives, faite.DerniereErreur));
        Assert.Equal(App.Horloge.GetUtcNow(), faite.HorodateLe);
    }

    [Theory]
    [InlineData("UPDATE horodatages_preuve SET racine = repeat('0', 64)")]
    [InlineData("UPDATE horodatages_preuve SET horodate_le = horodate_le - interval '1 day'")]
    [InlineData("UPDATE horodatages_preuve SET jeton = NULL")]
    [InlineData("DELETE FROM horodatages_preuve")]
    [InlineData("DELETE FROM horodatages_preuve_tetes")]
    [InlineData("UPDATE horodatages_preuve_tetes SET numero = 2")]
    [InlineData("TRUNCATE horodatages_preuve CASCADE")]
    public async Task La_base_refuse_d_alterer_un_horodatage(string sql)
    {
        await _terrain.OuvrirAsync();
        await HorodaterAsync();

#pragma warning disable EF1002 // words of this test
        await Assert.ThrowsAnyAsync<PostgresException>(() => App.LireAsync(db => db.Database.ExecuteSqlRawAsync(sql, Cancellation)));
#pragma warning restore EF1002
    }

    [Fact]
    public async Task Une_fin_de_chaine_enlevee_apres_l_horodatage_se_voit()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        await HorodaterAsync();

        // as somebody who masters the database would, past the triggers
        await App.LireAsync(db => db.Database.ExecuteSqlAsync($"SET session_replication_role = replica; DELETE FROM preuves WHERE numero = 4; SET session_replication_role = origin", Cancellation));

        var chaine = (await App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention), _terrain.Conseiller))!.Preuve.Chaine;
        Assert.Equal((false, 4, "Un maillon qui avait été horodaté n’est plus dans la chaîne."), (chaine.Intacte, chaine.PremierMaillonRompu, chaine.Defaut));
    }

    [Fact]
    public async Task L_adresse_IP_s_efface_apres_douze_mois_et_la_chaine_reste_intacte()
    {
        var circuit = await _terrain.OuvrirAsync();
        await App.LireAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            var tete = await db.VerrouillerLaChaineAsync(circuit.Id, Cancellation);
            var fait = FaitsDePreuve.Decrire(new LienOuvert(circuit.Id, null, App.Horloge.GetUtcNow()));
            db.Preuves.Add(EvenementPreuve.Suivant(tete, fait, new(null, ""), new("192.0.2.7", "Un navigateur")));
            await db.SaveChangesAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
            return true;
        });

        App.Horloge.Advance(TimeSpan.FromDays(360));
        Assert.Equal(0, await EffacerAsync());
        Assert.Equal("192.0.2.7", (await DernierAsync(circuit.Id)).Ip);
        App.Horloge.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await EffacerAsync());

        var efface = await DernierAsync(circuit.Id);
        Assert.Equal((null, null, "Un navigateur"), (efface.Ip, efface.IpCle, efface.Agent));
        Assert.True((await App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention), _terrain.Conseiller))!.Preuve.Chaine.Intacte);
    }

    /// <summary>What the documentation tells others to type, typed.</summary>
    [Fact]
    public async Task La_methode_hors_ligne_marche_telle_qu_ecrite_et_voit_un_mot_change()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        await using var autorite = await ServeurHorodatage.DemarrerAsync(Cancellation);
        await using var sceaux = SceauxFixture.Services(
            "Development", ("Horodatage:Adresses:0", autorite.Adresse.AbsoluteUri), ("Horodatage:Autorites", autorite.Autorites));
        Assert.Equal(1, await HorodaterAsync(sceaux.GetRequiredService<IHorodateur>()));
        using var atelier = new AtelierSceaux();
        var methode = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Documents", "verification.md"), Cancellation);
        var preuve = await App.EnvoyerAsync(new ExporterPreuve.Query(_terrain.Convention, null, FormatPreuve.Json), _terrain.Conseiller);
        File.Copy(autorite.Autorites, Path.Combine(atelier.Dossier, "autorite.pem"));
        await File.WriteAllTextAsync(Path.Combine(atelier.Dossier, "chaine.py"), RecetteHorsLigne.Blocs(methode, "python")[0], Cancellation);
        await File.WriteAllBytesAsync(Path.Combine(atelier.Dossier, "preuve.json"), preuve!.Contenu, Cancellation);
        var commandes = RecetteHorsLigne.Blocs(methode, "sh");

        var (codeChaine, dit) = await RecetteHorsLigne.LancerAsync(commandes[1], atelier.Dossier, Cancellation);
        Assert.True(codeChaine == 0, dit);
        Assert.Contains("Chaîne intacte : 4 maillons", dit, StringComparison.Ordinal);
        var (codeDate, date) = await RecetteHorsLigne.LancerAsync(commandes[2], atelier.Dossier, Cancellation);
        Assert.True(codeDate == 0 && date.Contains("Verification: OK", StringComparison.Ordinal), date);

        var change = System.Text.Encoding.UTF8.GetString(preuve.Contenu).Replace("\"Claire Morel\"", "\"Claire Moral\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(atelier.Dossier, "preuve.json"), change, Cancellation);
        var (code, rompue) = await RecetteHorsLigne.LancerAsync(commandes[1], atelier.Dossier, Cancellation);
        Assert.True(code != 0 && rompue.Contains("La chaîne est rompue au maillon 4.", StringComparison.Ordinal), rompue);
    }

    private Task<int> HorodaterAsync(IHorodateur? autorite = null) => App.AvecAsync(services => new HorodatageDesPreuves(
        services.GetRequiredService<CtgDbContext>(), autorite ?? services.GetRequiredService<IHorodateur>(), App.Horloge, NullLogger<HorodatageDesPreuves>.Instance)
        .HorodaterAsync(Cancellation));

    private Task<int> EffacerAsync() => App.AvecAsync(services => services.GetRequiredService<EffacementDesAdresses>().EffacerAsync(Cancellation));

    private Task<EvenementPreuve> DernierAsync(SignatureId circuit) =>
        App.LireAsync(db => db.Preuves.AsNoTracking().Where(e => e.SignatureId == circuit).OrderByDescending(e => e.Numero).FirstAsync());

    private sealed class AutoriteMuette : IHorodateur
    {
        public Task<Horodatage> HorodaterAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken) =>
            throw new ServiceIndisponibleException("L’autorité d’horodatage ne répond pas.");
    }
}
