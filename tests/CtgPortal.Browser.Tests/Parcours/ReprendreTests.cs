using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>An adviser takes in a convention signed on paper: with the mouse, then with the keyboard alone.</summary>
public sealed class ReprendreTests(PostgresServer serveur, Navigateur navigateur)
{
    private static readonly FilePayload Scan = new() { Name = "ctg signée.pdf", MimeType = "application/pdf", Buffer = RepriseDeTest.Scan };

    [Fact]
    public async Task A_la_souris_de_la_liste_a_l_etat_signe()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var conseil = await site.ConnecterAsync(Fonds.Conseil);
        await conseil.AllerAsync("/conventions");
        await conseil.SuivreAsync("Reprendre une convention signée ailleurs");
        await conseil.TitreAsync("Reprendre une convention signée ailleurs");
        await conseil.EcrireAsync("Territoire qui porte la convention", "240200600");
        await conseil.EcrireAsync("Intitulé de la convention", "Ctg 2025-2029");
        await conseil.DaterAsync("Premier jour", new(2025, 1, 1));
        await conseil.DaterAsync("Dernier jour", new(2029, 12, 31));
        await conseil.Champ("PDF de la convention signée").SetInputFilesAsync(new FilePayload { Name = "ctg.pdf", MimeType = "application/pdf", Buffer = "un texte"u8.ToArray() });
        await SignataireAsync(conseil, 0, "Paul", "Rivet", "Directeur", new(2025, 1, 15));
        await SignataireAsync(conseil, 1, "Claire", "Morel", "Présidente", new(2025, 1, 20));

        // one more line comes without loading the page: nothing that was chosen is lost
        await conseil.CliquerAsync("Ajouter des personnes");
        await Expect(Champ(conseil, 2, "Type")).ToBeFocusedAsync();
        await Champ(conseil, 2, "Type").SelectOptionAsync("Msa");
        await Champ(conseil, 2, "NomPartie").FillAsync("MSA de Picardie");
        await SignataireAsync(conseil, 2, "Jean", "Blé", "Président", new(2025, 1, 18));
        await conseil.VerifierAsync("reprendre");
        await conseil.CliquerAsync("Reprendre la convention");
        await conseil.VoitAsync("n’est pas un PDF");
        await Expect(Champ(conseil, 2, "Nom")).ToHaveValueAsync("Blé");
        await conseil.VerifierAsync("reprendre-refus");

        await conseil.Champ("PDF de la convention signée").SetInputFilesAsync(Scan);
        await conseil.CliquerAsync("Reprendre la convention");
        await conseil.TitreAsync("Convention signée ailleurs");
        await conseil.AnnonceAsync("La convention est reprise");
        await conseil.VoitAsync("MSA de Picardie");
        await conseil.VerifierAsync("reprise");
        await conseil.RedimensionnerAsync(Ecran.Telephone);
        await conseil.VerifierAsync("reprise");
        await conseil.RedimensionnerAsync(Ecran.Bureau);
        var original = await conseil.TelechargerAsync((await conseil.Page.Locator("a[href*='/pieces/']").First.GetAttributeAsync("href"))!);
        Assert.Equal(RepriseDeTest.Scan, await original.BodyAsync());

        await conseil.Page.Locator("details.confirmation > summary").ClickAsync();
        await conseil.CliquerAsync("Oui, fixer l’état signé");
        await conseil.AnnonceAsync("L’état signé est fixé");
        await conseil.VoitAsync("Fixé : ce qui change depuis est montré");

        await using var passant = await site.NaviguerAsync();
        await passant.AllerAsync("/verifier");
        await passant.Page.Locator("#fichier").SetInputFilesAsync(Scan);
        await passant.CliquerAsync("Vérifier ce fichier");
        await passant.VoitAsync("signée hors du portail");
        await passant.VerifierAsync("verifier-original");
    }

    [Fact]
    public async Task Au_clavier_sans_souris()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var conseil = await site.ConnecterAsync(Fonds.Conseil);
        await conseil.AllerAsync("/conventions/reprendre");
        await conseil.Champ("PDF de la convention signée").SetInputFilesAsync(Scan);
        await conseil.DaterAsync("Premier jour", new(2025, 1, 1));
        await conseil.DaterAsync("Dernier jour", new(2029, 12, 31));
        await Champ(conseil, 0, "SigneLe").FillAsync("2025-01-15");
        await Champ(conseil, 1, "SigneLe").FillAsync("2025-01-20");
        await conseil.Page.Locator("h1").EvaluateAsync("e => { e.tabIndex = -1; e.focus(); }");

        var clavier = new Clavier(conseil.Page);
        await clavier.EcrireAsync("Territoire qui porte la convention", "240200600");
        await clavier.EcrireAsync("Intitulé de la convention", "Ctg 2025-2029");
        foreach (var (prenom, nom, qualite) in new[] { ("Paul", "Rivet", "Directeur"), ("Claire", "Morel", "Présidente") })
        {
            await clavier.EcrireAsync("Prénom", prenom);
            await clavier.EcrireAsync("Nom", nom);
            await clavier.EcrireAsync("Qualité", qualite);
        }

        // Enter in a field does what the form is for, and adds no line
        await clavier.EntrerAsync();
        await conseil.TitreAsync("Convention signée ailleurs");
        await conseil.VoitAsync("Claire Morel");
    }

    private static async Task SignataireAsync(Onglet conseil, int rang, string prenom, string nom, string qualite, DateOnly jour)
    {
        await Champ(conseil, rang, "Prenom").FillAsync(prenom);
        await Champ(conseil, rang, "Nom").FillAsync(nom);
        await Champ(conseil, rang, "Qualite").FillAsync(qualite);
        await Champ(conseil, rang, "SigneLe").FillAsync(jour.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static ILocator Champ(Onglet conseil, int rang, string champ) => conseil.Page.Locator($"#Input_Signataires_{rang}__{champ}");
}
