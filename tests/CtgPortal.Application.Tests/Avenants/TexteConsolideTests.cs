using CtgPortal.Application.Avenants;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace CtgPortal.Application.Tests.Avenants;

/// <summary>What bound the parties on each day, from before the signature to after two avenants.</summary>
public sealed class TexteConsolideTests(PostgresServer serveur)
{
    [Fact]
    public async Task A_chaque_jour_le_texte_est_celui_des_documents_signes_ce_jour_la()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var signee = (await terrain.CircuitAsync()).DerniereSignatureLe!.Value;
        terrain.Application.Horloge.Advance(TimeSpan.FromDays(10));
        await terrain.Application.LireAsync(async db =>
        {
            var fiche = await db.FichesAction.Where(f => f.ConventionId == terrain.Convention).OrderBy(f => f.Id).FirstAsync();
            fiche.Rediger(new(Identite: fiche.Identite with { Intitule = "Un relais itinérant" }), StatutConvention.EnSuivi, UneConvention.Maintenant);
            return await db.SaveChangesAsync();
        });
        await terrain.SignerAvenantAsync([NatureAvenant.CompleterPlan], null);
        terrain.Application.Horloge.Advance(TimeSpan.FromDays(10));
        await terrain.SignerAvenantAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);

        Assert.Null((await LireAsync(terrain, signee.AddDays(-1))).EnVigueur);
        Assert.Null(await ExporterAsync(terrain, signee.AddDays(-1)));
        var premier = await LireAsync(terrain, signee.AddDays(9));
        Assert.Equal((null, 0), (premier.EnVigueur!.Numero, premier.Changements!.Contractuels.Count));
        var complete = await LireAsync(terrain, signee.AddDays(10));
        Assert.Equal(1, complete.EnVigueur!.Numero);
        Assert.Contains(complete.Changements!.Contractuels, d => d.Champs.Any(c => c.Apres == "Un relais itinérant"));
        Assert.DoesNotContain(complete.Changements.Contractuels, d => d.Partie == PartieComparee.Cadre);
        var prolonge = await LireAsync(terrain, null);
        Assert.Equal([null, 1, 2], prolonge.Etats.Select(e => e.Numero));
        Assert.Contains(prolonge.Changements!.Contractuels, d => d.Partie == PartieComparee.Cadre && d.Champs.Any(c => c.Code == "fin"));

        // the versions that keep the two ends are those that pages compare
        var versions = (await terrain.Application.EnvoyerAsync(new ConsulterComparaison.Query(terrain.Convention, prolonge.Initial!.Version, prolonge.EnVigueur!.Version), terrain.Conseiller))!;
        Assert.NotNull(versions.Changements);
    }

    [Fact]
    public async Task Le_document_dit_sur_chaque_page_qu_il_n_est_pas_un_original_et_porte_les_articles_des_avenants()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        await terrain.SignerAvenantAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);

        var fichier = (await ExporterAsync(terrain, null))!;

        using var pdf = PdfDocument.Open(fichier.Contenu);
        var pages = pdf.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text))).ToList();
        Assert.All(pages, p => Assert.Contains("sans valeur d’original", p, StringComparison.Ordinal));
        Assert.Contains("VERSION CONSOLIDÉE", pages[0], StringComparison.Ordinal);
        Assert.Contains("2030", pages[0], StringComparison.Ordinal);
        Assert.Contains(pages, p => p.Contains("est prolongée jusqu’au 31 décembre 2030", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, p => p.Contains("Sceau du portail", StringComparison.Ordinal));
        Assert.StartsWith("PK", System.Text.Encoding.ASCII.GetString((await ExporterAsync(terrain, null, FormatDocument.Word))!.Contenu[..2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_lit_en_un_nombre_fixe_de_commandes()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var avant = await terrain.Application.Sql.CompterAsync(() => LireAsync(terrain, null));
        await terrain.SignerAvenantAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        await terrain.SignerAvenantAsync([NatureAvenant.ModifierAnnexes], null);

        Assert.Equal(avant, await terrain.Application.Sql.CompterAsync(() => LireAsync(terrain, null)));
    }

    private static async Task<ConsulterTexteConsolide.Dossier> LireAsync(TerrainDAvenant terrain, DateOnly? le) =>
        (await terrain.Application.EnvoyerAsync(new ConsulterTexteConsolide.Query(terrain.Convention, le), terrain.Conseiller))!;

    private static Task<Fichier?> ExporterAsync(TerrainDAvenant terrain, DateOnly? le, FormatDocument format = FormatDocument.Pdf) =>
        terrain.Application.EnvoyerAsync(new ExporterTexteConsolide.Query(terrain.Convention, le, format), terrain.Conseiller);
}
