using System.Text.Json.Nodes;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CtgPortal.Application.Tests.Signatures;

public sealed class PreuvesTests(PostgresServer serveur) : IAsyncLifetime
{
    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Chaque_acte_du_circuit_s_ajoute_a_sa_chaine_avec_le_journal()
    {
        var circuit = await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        await _terrain.SignerAsync(_terrain.Directeur);

        var chaine = await ChaineAsync(circuit.Id);
        Assert.Equal(
            ["SignatureOuverte", "SignataireAppele", "SignataireAppele", "SignatureRecueillie", "SignatureRecueillie", "SignatureCompletee"],
            chaine.Select(e => e.Type));
        Assert.Null(ChainePreuve.PremiereRupture(circuit.Id, chaine, []));
        Assert.Equal((_terrain.Presidente.Id, "Claire Morel"), (chaine[3].Par, chaine[3].ParNom));
        Assert.Equal(circuit.Empreinte, JsonNode.Parse(chaine[3].Faits)!["empreinte"]!.GetValue<string>());
        Assert.All(chaine, e => Assert.IsAssignableFrom<IFaitDePreuve>(FaitsDePreuve.Lire(e)));
        Assert.Equal(circuit.Id, FaitsDePreuve.Lire(chaine[0])!.Signature);
    }

    [Fact]
    public async Task Un_acte_annule_avec_sa_transaction_ne_laisse_pas_de_maillon()
    {
        var circuit = await _terrain.OuvrirAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => App.AvecAsync(async services =>
        {
            var db = services.GetRequiredService<Infrastructure.Persistence.CtgDbContext>();
            return await db.SousVerrouAsync<int>(_terrain.Convention, exclusif: true, async () =>
            {
                var signature = await db.Signatures.SingleAsync(s => s.Id == circuit.Id);
                signature.Annuler("Essai", App.Horloge.GetUtcNow());
                await db.SaveChangesAsync();
                throw new InvalidOperationException("after the save");
            }, CancellationToken.None);
        }));

        Assert.DoesNotContain("SignatureAnnulee", (await ChaineAsync(circuit.Id)).Select(e => e.Type));
    }

    [Fact]
    public async Task Un_refus_de_signer_laisse_sa_preuve_et_ne_change_rien()
    {
        var circuit = await _terrain.OuvrirAsync();

        await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.SignerAsync(_terrain.Conseiller));
        await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.SignerAsync(_terrain.Presidente, new('0', 64)));
        await _terrain.SignerAsync(_terrain.Presidente);
        await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.SignerAsync(_terrain.Presidente));
        await _terrain.RevenirAsync();
        await Assert.ThrowsAsync<Application.Common.NotFoundException>(() => _terrain.SignerAsync(_terrain.Directeur, circuit.Empreinte));

        var refus = (await ChaineAsync(circuit.Id)).Where(e => e.Type == nameof(ActeRefuse)).Select(e => (ActeRefuse)FaitsDePreuve.Lire(e)!).ToList();
        Assert.Equal(["non-designe", "autre-texte", "deja-signe", "aucun-circuit-ouvert"], refus.Select(r => r.Raisons[0].Code));
        Assert.All(refus, r => Assert.Equal("SignerConvention", r.Acte));
        Assert.Equal(new string('0', 64), refus[1].EmpreinteLue);
        Assert.Equal(1, (await _terrain.CircuitAsync()).Lignes.Count(l => l.EstSignee));
        Assert.Null(ChainePreuve.PremiereRupture(circuit.Id, await ChaineAsync(circuit.Id), []));
    }

    [Fact]
    public async Task Lire_le_texte_fige_se_prouve_pour_qui_doit_signer_une_fois_par_demi_heure()
    {
        var circuit = await _terrain.OuvrirAsync();

        await LireAsync(_terrain.Conseiller);
        await LireAsync(_terrain.Presidente);
        await LireAsync(_terrain.Presidente);
        App.Horloge.Advance(TimeSpan.FromMinutes(31));
        await LireAsync(_terrain.Presidente);

        var montres = (await ChaineAsync(circuit.Id)).Where(e => e.Type == nameof(DocumentMontre)).ToList();
        Assert.Equal(2, montres.Count);
        Assert.All(montres, e => Assert.Equal(("Claire Morel", circuit.Empreinte), (e.ParNom, ((DocumentMontre)FaitsDePreuve.Lire(e)!).Empreinte)));
        Assert.All(montres, e => Assert.Equal(circuit.LigneDe("president@demo.test")!.Id.Value, e.Ligne));
    }

    [Fact]
    public async Task Vingt_ecritures_au_meme_instant_se_suivent_sans_trou()
    {
        var circuit = await _terrain.OuvrirAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => NoterAsync(new CodeFaux(circuit.Id, null, i + 1, App.Horloge.GetUtcNow())))));

        var chaine = await ChaineAsync(circuit.Id);
        Assert.Equal(23, chaine.Count);
        Assert.Null(ChainePreuve.PremiereRupture(circuit.Id, chaine, []));
        Assert.Equal(Enumerable.Range(1, 20), chaine.Skip(3).Select(e => ((CodeFaux)FaitsDePreuve.Lire(e)!).Essais).Order());
    }

    [Fact]
    public async Task Une_adresse_de_courriel_est_tenue_a_part_de_la_chaine()
    {
        var circuit = await _terrain.OuvrirAsync();

        await NoterAsync(new CodeEnvoye(circuit.Id, null, "claire@exemple.fr", App.Horloge.GetUtcNow()));

        var envoi = (await ChaineAsync(circuit.Id))[^1];
        Assert.DoesNotContain("claire@exemple.fr", envoi.Faits, StringComparison.Ordinal);
        Assert.Contains("claire@exemple.fr", envoi.Reserve, StringComparison.Ordinal);
        Assert.Null(ChainePreuve.PremiereRupture(circuit.Id, await ChaineAsync(circuit.Id), []));
    }

    // Seen red without the triggers of PreuvesSql.
    [Theory]
    [InlineData("UPDATE preuves SET par_nom = 'Un autre'")]
    [InlineData("UPDATE preuves SET le = le + interval '1 microsecond'")]
    [InlineData("UPDATE preuves SET faits = '[]'")]
    [InlineData("UPDATE preuves SET ip = '192.0.2.1'")]
    [InlineData("UPDATE preuves SET ip = NULL, ip_cle = NULL, par_nom = 'Un autre'")]
    [InlineData("UPDATE preuves SET reserve = 'x'")]
    [InlineData("DELETE FROM preuves")]
    [InlineData("DELETE FROM preuves WHERE numero = (SELECT max(numero) FROM preuves)")]
    [InlineData("TRUNCATE preuves")]
    [InlineData("TRUNCATE signatures CASCADE")]
    [InlineData("DELETE FROM signatures")]
    [InlineData("INSERT INTO preuves SELECT signature_id, numero + 2, type, le, ligne, par, par_nom, agent, ip_scellee, faits, precedente, empreinte, ip, ip_cle, reserve, reserve_cle FROM preuves WHERE numero = 1")]
    public async Task La_base_refuse_d_alterer_une_preuve(string sql)
    {
        var circuit = await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);

#pragma warning disable EF1002 // words of this test
        await Assert.ThrowsAnyAsync<PostgresException>(() => App.LireAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
#pragma warning restore EF1002

        Assert.Equal(4, (await ChaineAsync(circuit.Id)).Count);
        Assert.Null(ChainePreuve.PremiereRupture(circuit.Id, await ChaineAsync(circuit.Id), []));
    }

    [Fact]
    public async Task Le_texte_fige_porte_la_reference_de_son_circuit()
    {
        var circuit = await _terrain.OuvrirAsync();

        var json = await App.EnvoyerAsync(new ExporterConvention.Query(_terrain.Convention), _terrain.Conseiller);
        var dossier = DossierJson.Lire(json.Contenu);
        Assert.Equal(circuit.Reference, ReferenceDocument.Lire(dossier.ReferenceDocument));
        Assert.Equal($"http://localhost:5080/verifier/{circuit.Reference}", dossier.AdresseVerification);
    }

    private Task<List<EvenementPreuve>> ChaineAsync(SignatureId circuit) =>
        App.LireAsync(db => db.Preuves.AsNoTracking().Where(e => e.SignatureId == circuit).OrderBy(e => e.Numero).ToListAsync());

    private Task<Fichier> LireAsync(Personne par) => App.EnvoyerAsync(new ConsulterConventionPdf.Query(_terrain.Convention), par);

    private Task<bool> NoterAsync(IFaitDePreuve fait) => App.AvecAsync(async services =>
    {
        await services.GetRequiredService<IPreuves>().NoterAsync(fait, CancellationToken.None);
        return true;
    });
}
