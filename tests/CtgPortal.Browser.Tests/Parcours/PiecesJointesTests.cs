using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>Files attached to a fiche, by mouse and by keyboard alone.</summary>
public sealed class PiecesJointesTests(PostgresServer serveur, Navigateur navigateur)
{
    private static readonly FilePayload[] Deux = [Pdf("relevé de décisions.pdf"), Pdf("plan de la salle.pdf")];

    [Fact]
    public async Task A_la_souris_deux_fichiers_choisis_en_deux_fois_partent_ensemble_et_l_un_se_retire()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var moi = await site.ConnecterAsync(Fonds.Conseil);
        await moi.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}");
        await moi.VerifierAsync("pieces-aucune");

        await moi.Champ("Ajouter des fichiers").SetInputFilesAsync(Deux[0]);
        await moi.Champ("Ajouter des fichiers").SetInputFilesAsync(Deux[1]);
        await Onglet.EcrireAsync(moi.Champ("Description de relevé de décisions.pdf, facultative"), "Relevé du 3 mars");
        await moi.VerifierAsync("pieces-choisies");
        await moi.CliquerAsync("Joindre ces 2 fichiers");
        await moi.AnnonceAsync("2 pièces jointes sont ajoutées");
        await Assertions.Expect(Liens(moi)).ToHaveTextAsync(["plan de la salle.pdf", "Relevé du 3 mars"]);
        await moi.VerifierAsync("pieces-jointes-liste");
        await moi.RedimensionnerAsync(Ecran.Telephone);
        await moi.VerifierAsync("pieces-jointes-liste");
        await moi.RedimensionnerAsync(Ecran.Bureau);

        var fichier = await moi.TelechargerAsync((await Liens(moi).First.GetAttributeAsync("href"))!);
        Assert.Equal((200, "application/pdf"), (fichier.Status, fichier.Headers["content-type"]));
        await moi.Page.Locator(".piece .confirmation summary").First.ClickAsync();
        await moi.VerifierAsync("pieces-retirer");
        await moi.CliquerAsync("Retirer la pièce jointe");

        await moi.AnnonceAsync("La pièce jointe est retirée");
        await Assertions.Expect(Liens(moi)).ToHaveTextAsync(["Relevé du 3 mars"]);
    }

    [Fact]
    public async Task Des_fichiers_deposes_sur_la_zone_s_ajoutent_et_un_fichier_trop_lourd_est_dit_sans_attendre()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var moi = await site.ConnecterAsync(Fonds.Conseil);
        await moi.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}");

        await moi.Page.EvaluateAsync(
            """
            () => {
              const porte = new DataTransfer();
              porte.items.add(new File(['%PDF-1.7 a'], 'a.pdf', { type: 'application/pdf' }));
              porte.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'énorme.pdf', { type: 'application/pdf' }));
              document.querySelector('form[data-pieces]').dispatchEvent(new DragEvent('drop', { dataTransfer: porte, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(moi.Page.Locator("[data-pieces-refus]")).ToContainTextAsync("« énorme.pdf » est trop lourd : 21 Mo, pour 20 Mo au plus.");
        await moi.CliquerAsync("Joindre");

        await moi.AnnonceAsync("La pièce jointe est ajoutée");
        await Assertions.Expect(Liens(moi)).ToHaveTextAsync(["a.pdf"]);
    }

    [Fact]
    public async Task Au_clavier_seul_on_joint_on_decrit_et_on_retire()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var moi = await site.ConnecterAsync(Fonds.Conseil);
        var clavier = new Clavier(moi.Page);

        // listened to well before the key: the browser asks for files only where somebody has said to listen
        var choix = new TaskCompletionSource<IFileChooser>();
        moi.Page.FileChooser += (_, ouvert) => choix.TrySetResult(ouvert);
        await moi.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}");

        await clavier.AllerAsync("Ajouter des fichiers");
        await clavier.EntrerAsync();
        await (await choix.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).SetFilesAsync(Deux);
        await Assertions.Expect(moi.Page.Locator(".pieces-choisies li")).ToHaveCountAsync(2);
        await clavier.ActiverAsync("Ôter plan de la salle.pdf");
        await Assertions.Expect(moi.Page.Locator(".pieces-choisies li")).ToHaveCountAsync(1);
        await clavier.ActiverAsync("Joindre");
        await moi.AnnonceAsync("La pièce jointe est ajoutée");

        await clavier.ActiverAsync("Décrire relevé de décisions.pdf");
        await clavier.EcrireAsync("En quelques mots", "Relevé du 3 mars");
        await clavier.EntrerAsync();
        await moi.AnnonceAsync("La description est enregistrée");
        await Assertions.Expect(Liens(moi)).ToHaveTextAsync(["Relevé du 3 mars"]);

        await clavier.ActiverAsync("Retirer Relevé du 3 mars");
        await clavier.ActiverAsync("Retirer la pièce jointe");
        await moi.AnnonceAsync("La pièce jointe est retirée");
        await Assertions.Expect(Liens(moi)).ToHaveCountAsync(0);
    }

    private static FilePayload Pdf(string nom) => new() { Name = nom, MimeType = "application/pdf", Buffer = "%PDF-1.7 essai"u8.ToArray() };

    private static ILocator Liens(Onglet onglet) => onglet.Page.Locator(".piece-lien");
}
