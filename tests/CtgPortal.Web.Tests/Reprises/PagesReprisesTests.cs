using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Documents;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Reprises;

/// <summary>A convention signed elsewhere is taken in, corrected and vouched for, through the pages.</summary>
public sealed class PagesReprisesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Formulaire = "form[data-garde]";

    private static readonly Habilitation Aisne = new(Role.Conseiller, Portee.Caf, "02");

    private static readonly (string, string)[] Saisie =
    [
        ("Input.Titulaire", "240200600"), ("Input.Intitule", "Ctg 2025-2029"), ("Input.Debut", "2025-01-01"), ("Input.Fin", "2029-12-31"),
        ("Input.Signataires[0].Prenom", "Paul"), ("Input.Signataires[0].Nom", "Rivet"), ("Input.Signataires[0].Qualite", "Directeur"), ("Input.Signataires[0].SigneLe", "2025-01-15"),
        ("Input.Signataires[1].Prenom", "Claire"), ("Input.Signataires[1].Nom", "Morel"), ("Input.Signataires[1].Qualite", "Présidente"), ("Input.Signataires[1].SigneLe", "2025-01-20"),
    ];

    private PortailDeTest _portail = null!;
    private HttpClient _conseiller = null!;

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        await _portail.SauverAsync(
            new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"),
            new Epci("240200600", "CC des Trois Rivières", TypeEpci.CC, 12_700, 12_000, "02", "02"));
        _conseiller = await _portail.ConnecterAsync(Aisne);
    }

    public async ValueTask DisposeAsync()
    {
        _conseiller.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task De_la_liste_a_l_etat_signe()
    {
        var liste = await PageHtml.OuvrirAsync(_conseiller, "/conventions");
        var page = await PageHtml.OuvrirAsync(_conseiller, liste.Document.QuerySelector("a[href='/conventions/reprendre']")!.GetAttribute("href")!);

        var reprise = await (await page.EnvoyerFichierAsync(Formulaire, "Input.Texte", "ctg.pdf", RepriseDeTest.Scan, Saisie)).SuivreAsync();

        Assert.Contains("il n’a recueilli aucune de ces signatures", reprise.Texte, StringComparison.Ordinal);
        Assert.Contains("ne porte aucune signature électronique", reprise.Texte, StringComparison.Ordinal);
        var convention = await _portail.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync());
        var adresse = $"/conventions/{convention.Id.Value}";
        Assert.Equal(StatutConvention.EnSuivi, convention.Statut);
        Assert.Contains("L’original signé", (await PageHtml.OuvrirAsync(_conseiller, $"{adresse}/documents")).Texte, StringComparison.Ordinal);
        Assert.NotNull((await PageHtml.OuvrirAsync(_conseiller, adresse)).Document.QuerySelector($"a[href='{adresse}/reprise']"));

        var corriger = await PageHtml.OuvrirAsync(_conseiller, $"{adresse}/reprise/corriger");
        Assert.Contains("« convention-signee.pdf » est déjà là", corriger.Texte, StringComparison.Ordinal);
        var corrigee = await (await corriger.EnvoyerFichierAsync(
            Formulaire, "Input.Avenants[0].Fichier", "a.pdf", PdfSimple.Un("Avenant"),
            ("Input.Avenants[0].Numero", "1"), ("Input.Avenants[0].SigneLe", "2025-09-01"), ("Input.Avenants[0].Objet", "Ajoute une commune"))).SuivreAsync();
        Assert.Contains("Avenant n° 1", corrigee.Texte, StringComparison.Ordinal);

        var fixee = await (await corrigee.EnvoyerAsync("form[action*='EtatSigne']")).SuivreAsync();
        Assert.Contains("Fixé : ce qui change depuis est montré", fixee.Texte, StringComparison.Ordinal);
        Assert.Contains("ne se corrige plus", (await PageHtml.OuvrirAsync(_conseiller, $"{adresse}/reprise/corriger")).Texte, StringComparison.Ordinal);
        var avenants = await PageHtml.OuvrirAsync(_conseiller, $"{adresse}/avenants");
        Assert.Contains("Signés hors du portail", avenants.Texte, StringComparison.Ordinal);
        Assert.NotNull(avenants.Document.QuerySelector("a[href$='/avenants/nouveau']"));
        Assert.Contains("Dépôt du document signé hors du portail", (await PageHtml.OuvrirAsync(_conseiller, $"{adresse}/historique")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_mauvais_fichier_ou_une_ligne_incomplete_garde_la_saisie_et_ne_garde_rien()
    {
        var page = await PageHtml.OuvrirAsync(_conseiller, "/conventions/reprendre");

        var sansFichier = await page.EnvoyerAsync(Formulaire, Saisie);
        Assert.Equal(HttpStatusCode.BadRequest, sansFichier.Statut);
        Assert.Contains("Déposez le PDF de la convention signée", sansFichier.Erreurs, StringComparison.Ordinal);

        var faux = await page.EnvoyerFichierAsync(Formulaire, "Input.Texte", "ctg.pdf", "un texte"u8.ToArray(), Saisie);
        Assert.Equal(HttpStatusCode.Conflict, faux.Statut);
        Assert.Contains("n’est pas un PDF", faux.Erreurs, StringComparison.Ordinal);
        Assert.Equal("Rivet", faux.Document.QuerySelector("#Input_Signataires_0__Nom")!.GetAttribute("value"));

        var incomplete = await page.EnvoyerFichierAsync(
            Formulaire, "Input.Texte", "ctg.pdf", RepriseDeTest.Scan, [.. Saisie.Where(s => s.Item1 != "Input.Signataires[1].SigneLe")]);
        Assert.Equal(HttpStatusCode.BadRequest, incomplete.Statut);
        Assert.NotNull(incomplete.Document.QuerySelector("#Input_Signataires_1__SigneLe-erreur"));

        Assert.Equal((0, 0), (await _portail.LireAsync(db => db.Conventions.CountAsync()), await _portail.LireAsync(db => db.Pieces.CountAsync(p => p.Nature == NaturePiece.OriginalSigne))));
    }

    [Fact]
    public async Task Sans_script_on_ajoute_des_lignes_sans_perdre_la_saisie()
    {
        var page = await PageHtml.OuvrirAsync(_conseiller, "/conventions/reprendre");
        Assert.Equal(2, page.Document.QuerySelectorAll("[id^='Input_Signataires'][id$='__Nom']").Length);

        using var reponse = await page.PosterAsync(_conseiller, Formulaire, "/conventions/reprendre?handler=Signataires", "text/html", Saisie);
        var corps = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Contains("Input.Signataires[4].Nom", corps, StringComparison.Ordinal);
        Assert.Contains("value=\"Rivet\"", corps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qui_detient_le_fichier_le_verifie_sans_compte()
    {
        await _portail.EnvoyerAsync(RepriseDeTest.Commande, Aisne);
        using var passant = _portail.Anonyme();
        var verifier = await PageHtml.OuvrirAsync(passant, "/verifier");

        var constat = await verifier.EnvoyerFichierAsync("form[enctype='multipart/form-data']", "fichier", "ctg.pdf", RepriseDeTest.Scan);

        Assert.Contains("C’est bien la convention, signée hors du portail", constat.Texte, StringComparison.Ordinal);
        Assert.Contains("n’en a recueilli aucune signature", constat.Texte, StringComparison.Ordinal);
        Assert.Contains("par l’avenant n° 2", constat.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Claire Morel", constat.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_convention_signee_ici_n_a_rien_a_reprendre()
    {
        var convention = UneConvention.Au(StatutConvention.EnSuivi);
        await _portail.SauverAsync(convention, UnDiagnostic.Valide(convention.Id).Diagnostic, UnPlan.Vide(convention.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(_conseiller, $"/conventions/{convention.Id.Value}/reprise")).Statut);
    }
}
