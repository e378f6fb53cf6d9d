using System.Text.Json.Nodes;
using CtgPortal.Application.Archives;
using CtgPortal.Application.Avenants;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Tests.Avenants;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Documents;
using CtgPortal.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Archives;

/// <summary>The package of a convention holds what completed it.</summary>
public sealed class ArchiveAvecAvenantsTests(PostgresServer serveur)
{
    [Fact]
    public async Task Chaque_avenant_signe_y_est_avec_son_sceau_sa_preuve_et_ses_actes()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var avenant = await terrain.PreparerAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        var cc = (await terrain.ConventionAsync()).Parties[1].Id;
        await terrain.Application.EnvoyerAsync(
            new EnregistrerDeliberation.Command(terrain.Convention, 0, cc, avenant) { Numero = "2026-40", Date = new(2026, 3, 2) }, terrain.Conseiller);
        await terrain.Application.EnvoyerAsync(
            new DeposerFichierDActe.Command(terrain.Convention, cc, UsagePiece.Acte, new("acte.pdf", "%PDF-1.7 acte"u8.ToArray()), avenant), terrain.Conseiller);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        Assert.DoesNotContain((await LireAsync(terrain)).Fichiers.Keys, c => c.EndsWith("avenant-1-fige.pdf", StringComparison.Ordinal));
        await terrain.SignerAsync(terrain.Presidente);
        await terrain.SignerAsync(terrain.Directeur);

        Assert.Equal(2, await terrain.ScellerAsync());
        var sac = await LireAsync(terrain, definitive: true);

        Assert.Empty(sac.Defauts());
        Assert.Equal("ctg-cc-des-trois-rivieres-version-1-avenant-1", sac.Racine);
        Assert.Equal(
            [
                "data/avenants/avenant-1/avenant-1-fige.pdf", "data/avenants/avenant-1/avenant-1-scelle.pdf", "data/avenants/avenant-1/avenant-1.json",
                "data/avenants/avenant-1/deliberations/02-cc-des-trois-rivieres/001-acte.pdf",
                "data/avenants/avenant-1/preuve/preuve-version-2.json", "data/avenants/avenant-1/preuve/preuve-version-2.pdf",
            ],
            sac.Fichiers.Keys.Where(c => c.StartsWith("data/avenants/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var (fige, scelle) = (sac.Fichiers["data/avenants/avenant-1/avenant-1-fige.pdf"], sac.Fichiers["data/avenants/avenant-1/avenant-1-scelle.pdf"]);
        Assert.True(scelle.Length > fige.Length && scelle.AsSpan(0, fige.Length).SequenceEqual(fige));
        var circuit = await terrain.CircuitAsync();
        var decrit = Assert.Single(JsonNode.Parse(sac.Texte("data/metadonnees.json"))!["avenants"]!.AsArray())!;
        Assert.Equal((1, 2, circuit.Empreinte), ((int)decrit["numero"]!, (int)decrit["version"]!, (string)decrit["empreinte"]!));
        Assert.Contains("complété par data/avenants/avenant-1/avenant-1-scelle.pdf", sac.Texte("data/LISEZMOI.txt"), StringComparison.Ordinal);
        Assert.Equal(await ExporterAsync(terrain, definitive: true), await ExporterAsync(terrain, definitive: true));
    }

    [Fact]
    public async Task Un_avenant_signe_et_pas_encore_scelle_laisse_l_archive_provisoire()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        Assert.Equal(1, await terrain.ScellerAsync());
        Assert.True((await ConsulterAsync(terrain)).EstScellee);
        await terrain.SignerAvenantAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);

        Assert.False((await ConsulterAsync(terrain)).EstScellee);
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => ExporterAsync(terrain, definitive: true));
        Assert.Equal("archive-non-scellee", Assert.Single(refus.Obstacles).Code);
        Assert.EndsWith("-avenant-1-provisoire", (await LireAsync(terrain)).Racine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_avenant_repris_y_laisse_la_preuve_de_ce_qui_avait_ete_signe()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var avenant = await terrain.PreparerAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        await terrain.SignerAsync(terrain.Presidente);
        await terrain.Application.EnvoyerAsync(new ReprendreAvenant.Command(terrain.Convention, avenant, 2, "Une date était fausse."), terrain.Conseiller);

        var sac = await LireAsync(terrain);

        Assert.Empty(sac.Defauts());
        Assert.Equal(
            ["data/versions-annulees/preuve-version-2.json", "data/versions-annulees/version-2.pdf"],
            sac.Fichiers.Keys.Where(c => c.StartsWith("data/versions-annulees/", StringComparison.Ordinal)).Order());
    }

    private static async Task<ConsulterArchive.Dossier> ConsulterAsync(TerrainDAvenant terrain) =>
        (await terrain.Application.EnvoyerAsync(new ConsulterArchive.Query(terrain.Convention), terrain.Conseiller))!;

    private static async Task<SacLu> LireAsync(TerrainDAvenant terrain, bool definitive = false) => SacLu.Lire(await ExporterAsync(terrain, definitive));

    private static Task<byte[]> ExporterAsync(TerrainDAvenant terrain, bool definitive) => terrain.Application.AvecAsync(
        async services =>
        {
            using var octets = new MemoryStream();
            var sac = await services.GetRequiredService<IMediator>().Send(new ExporterArchive.Query(terrain.Convention, definitive), TestContext.Current.CancellationToken);
            await sac.EcrireAsync(octets, TestContext.Current.CancellationToken);
            return octets.ToArray();
        },
        terrain.Conseiller);
}
