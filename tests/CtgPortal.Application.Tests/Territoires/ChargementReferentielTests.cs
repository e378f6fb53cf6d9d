using System.Text.Json;
using System.Text.Json.Nodes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Referentiels;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Territoires;

public sealed class ChargementReferentielTests(PostgresServer serveur)
{
    [Fact]
    public async Task Charge_le_millesime_entier()
    {
        await using var services = await serveur.CreerVideAsync();

        var resultat = await services.ChargerAsync();

        Assert.Equal(("6.0.0", 2026, "Licence Ouverte 2.0 (Etalab)"), (resultat.Millesime.Version, resultat.Millesime.Annee, resultat.Millesime.Licence));
        Assert.Equal(26, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM regions"""));
        Assert.Equal(109, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM departements"""));
        Assert.Equal(102, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM cafs"""));
        Assert.Equal(34_969, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM communes"""));
        Assert.Equal(1_255, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM epci"""));
        Assert.Equal(34_871, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM appartenances_epci"""));
        Assert.Equal(26 + 109 + 102 + 34_969 + 1_255 + 34_871, resultat.Lignes);
    }

    [Fact]
    public async Task Chaque_caf_a_ses_communes_et_chaque_epci_sa_caf()
    {
        await using var services = await serveur.CreerChargeeAsync();

        Assert.Equal(102, await services.CompterAsync($"""SELECT count(DISTINCT caf_code)::int AS "Value" FROM communes"""));
        Assert.Equal(0, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM epci WHERE caf_code IS NULL"""));
        Assert.Equal(0, await services.CompterAsync(
            $"""SELECT count(*)::int AS "Value" FROM communes WHERE caf_code IS NULL AND length(departement_code) < 3"""));

        // 122 communes of the arrondissement de Bayonne and the 8 of the Seignanx
        Assert.Equal(130, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM communes WHERE caf_code = '64-BAYONNE'"""));
        Assert.Equal(1, await services.CompterAsync(
            $"""SELECT count(*)::int AS "Value" FROM epci WHERE siren = '200067106' AND caf_code = '64-BAYONNE'"""));
        Assert.Equal(1, await services.CompterAsync(
            $"""SELECT count(*)::int AS "Value" FROM epci WHERE siren = '200067254' AND caf_code = '64-PAU'"""));
    }

    [Fact]
    public async Task Un_second_chargement_n_ecrit_rien()
    {
        await using var services = await serveur.CreerChargeeAsync();

        var second = await services.ChargerAsync();

        Assert.Equal(0, second.Lignes);
    }

    [Fact]
    public async Task Une_nouvelle_lecture_des_memes_donnees_ne_reecrit_aucune_ligne()
    {
        await using var services = await serveur.CreerChargeeAsync();
        await services.ExecuterAsync($"UPDATE millesimes SET empreinte = 'autre'");

        var second = await services.ChargerAsync();

        Assert.Equal(0, second.Lignes);
        Assert.Equal(64, second.Millesime.Empreinte.Length);
        Assert.Equal(0, (await services.ChargerAsync()).Lignes);
    }

    [Fact]
    public async Task Deux_instances_qui_demarrent_ensemble_chargent_une_fois()
    {
        await using var services = await serveur.CreerVideAsync();

        var resultats = await Task.WhenAll(services.ChargerAsync(), services.ChargerAsync(), services.ChargerAsync());

        Assert.Single(resultats, r => r.Lignes > 0);
        Assert.Equal(1_255, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM epci"""));
    }

    [Fact]
    public async Task Ce_qui_disparait_reste_date_et_ce_qui_revient_ne_l_est_plus()
    {
        await using var services = await serveur.CreerChargeeAsync();
        using var suivant = new DossierTemporaire();
        suivant.Ecrire("7.0.0", epci =>
        {
            epci.Remove(epci.Single(e => (string?)e!["code"] == "240200600")!);
            var saves = epci.Single(e => (string?)e!["code"] == "243200599")!;
            saves["nom"] = "CC du Savès";
            saves["membres"]!.AsArray().RemoveAt(0);
        });

        var resultat = await services.ChargerAsync(suivant.Chemin);

        Assert.Equal((2027, 3), (resultat.Millesime.Annee, resultat.Lignes)); // one EPCI dated, one renamed, one membership less
        Assert.Equal(1, await services.CompterAsync(
            $"""SELECT count(*)::int AS "Value" FROM epci WHERE siren = '240200600' AND disparu_depuis = 2027"""));
        Assert.Equal(26, await services.CompterAsync(
            $"""SELECT count(*)::int AS "Value" FROM appartenances_epci WHERE epci_siren = '240200600'"""));
        Assert.Equal(31, await services.CompterAsync(
            $"""SELECT count(*)::int AS "Value" FROM appartenances_epci WHERE epci_siren = '243200599'"""));

        await services.ChargerAsync();

        Assert.Equal(0, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM epci WHERE disparu_depuis IS NOT NULL"""));
        Assert.Equal(34_871, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM appartenances_epci"""));
    }

    [Fact]
    public async Task Des_donnees_incoherentes_ne_changent_rien()
    {
        await using var services = await serveur.CreerChargeeAsync();
        using var fautif = new DossierTemporaire();
        fautif.Ecrire("7.0.0", epci =>
        {
            epci.RemoveAt(0);
            epci[0]!["nom"] = new string('x', 201);
        });

        await Assert.ThrowsAnyAsync<Exception>(() => services.ChargerAsync(fautif.Chemin));

        Assert.Equal(1_255, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM epci WHERE disparu_depuis IS NULL"""));
        Assert.Equal(1, await services.CompterAsync($"""SELECT count(*)::int AS "Value" FROM millesimes WHERE version = '6.0.0'"""));
    }

    [Fact]
    public async Task Un_paquet_absent_est_nomme()
    {
        await using var services = await serveur.CreerChargeeAsync();
        using var vide = new DossierTemporaire();

        var erreur = await Assert.ThrowsAsync<FileNotFoundException>(() => services.ChargerAsync(vide.Chemin));

        Assert.Contains("package.json of @etalab/decoupage-administratif is missing", erreur.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_modele_et_le_sql_s_annulent()
    {
        await using var services = await serveur.CreerVideAsync();
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CtgDbContext>().Database;

        await database.ExecuteSqlRawAsync(ReferentielSql.Down, TestContext.Current.CancellationToken);
        await database.ExecuteSqlRawAsync(ReferentielSql.Up, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, (await services.ChargerAsync()).Lignes);
    }

    private sealed class DossierTemporaire : IDisposable
    {
        public string Chemin { get; } = Directory.CreateTempSubdirectory("referentiel").FullName;

        /// <summary>The real package with another version and other EPCI.</summary>
        public void Ecrire(string version, Action<JsonArray> modifier)
        {
            Directory.CreateDirectory(Path.Combine(Chemin, "data"));
            foreach (var fichier in new[] { "regions.json", "departements.json", "communes.json" })
            {
                File.Copy(Path.Combine(BaseReferentiel.Dossier, "data", fichier), Path.Combine(Chemin, "data", fichier));
            }

            var epci = JsonNode.Parse(File.ReadAllText(Path.Combine(BaseReferentiel.Dossier, "data", "epci.json")))!.AsArray();
            modifier(epci);
            File.WriteAllText(Path.Combine(Chemin, "data", "epci.json"), epci.ToJsonString());
            File.WriteAllText(Path.Combine(Chemin, "package.json"), JsonSerializer.Serialize(new { version }));
        }

        public void Dispose() => Directory.Delete(Chemin, recursive: true);
    }
}
