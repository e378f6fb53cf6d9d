using System.IO.Compression;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>A convention goes to an outside parapheur and comes back signed.</summary>
public sealed class ParapheurTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task Le_paquet_se_telecharge_le_fichier_signe_revient_et_compte()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await Fonds.ASignerAsync(site.Portail);
        var conseil = await site.ConnecterAsync(Fonds.Conseil);
        await conseil.AllerAsync($"/conventions/{convention.Id.Value}/signature");
        await conseil.SuivreAsync("Parapheur extérieur");
        await conseil.TitreAsync("Parapheur extérieur");
        await conseil.VerifierAsync("parapheur");

        var paquet = await conseil.TelechargerAsync((await conseil.Page.Locator("a[href$='parapheur.zip']").GetAttributeAsync("href"))!);
        var remis = Document(await paquet.BodyAsync());
        await DeposerAsync(conseil, remis);
        await conseil.VoitAsync("ne porte aucune nouvelle signature électronique");
        await conseil.VerifierAsync("parapheur-refus");

        var champs = ParapheurDeTest.ChampsVides(remis);
        var now = site.Portail.Horloge.GetUtcNow();
        await DeposerAsync(conseil, ParapheurDeTest.Signer(ParapheurDeTest.Signer(remis, champs[0], "LEVEQUE Paul", now), champs[1], "Claire Morel", now));
        await conseil.TitreAsync("De qui sont ces signatures ?");
        await conseil.VerifierAsync("parapheur-retour");
        await conseil.RedimensionnerAsync(Ecran.Telephone);
        await conseil.VerifierAsync("parapheur-retour");
        await conseil.RedimensionnerAsync(Ecran.Bureau);
        await conseil.CliquerAsync("Compter ces signatures");
        await conseil.AnnonceAsync("C’était la dernière signature");
        await conseil.VoitAsync("toutes sont recueillies");
        await conseil.VoitAsync("Le document scellé se prépare");
        await conseil.SuivreAsync("Où en est le sceau");
        await conseil.VerifierAsync("parapheur-sceau");
    }

    private static async Task DeposerAsync(Onglet conseil, byte[] fichier)
    {
        await conseil.Champ("PDF signé rendu par le parapheur").SetInputFilesAsync(new FilePayload { Name = "signe.pdf", MimeType = "application/pdf", Buffer = fichier });
        await conseil.CliquerAsync("Vérifier ce fichier");
    }

    private static byte[] Document(byte[] paquet)
    {
        using var archive = new ZipArchive(new MemoryStream(paquet));
        using var flux = archive.GetEntry("convention-version-1-a-signer.pdf")!.Open();
        using var contenu = new MemoryStream();
        flux.CopyTo(contenu);
        return contenu.ToArray();
    }
}
