using CtgPortal.Application.Documents;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Documents;
using CtgPortal.Web.Common;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Avenants;

/// <summary>What pages say once an avenant is signed by all: its own seal, and the convention that it completes.</summary>
public sealed class AvenantSigneTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnSuivi);

    private PortailDeTest _portail = null!;
    private Avenant _avenant = null!;
    private Signature _initiale = null!;
    private Signature _signee = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: Maintenant);
        _avenant = Avenant.Preparer(
            _convention, [], etatSigne: true, new([NatureAvenant.Prolonger], "prolonger la convention d’un an", null, new(2030, 12, 31), [], [], [new("Durée", "Un an de plus.")]), Maintenant);
        _avenant.Soumettre(_convention, planChange: false, [], Maintenant);
        var (texte, _) = UnCircuit.Pieces(_convention);
        var (texteAvenant, _) = UnCircuit.Pieces(_convention);
        var (donnees, donneesAvenant) = (Donnees(), Donnees());
        _initiale = Complet(1, texte, donnees, OuvertureCircuit.ParDefaut);
        _signee = Complet(2, texteAvenant, donneesAvenant, OuvertureCircuit.ParDefaut with { Avenant = new(_avenant.Id, 1, []) });
        _avenant.Signer(new(2026, 3, 12), Maintenant);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        await _portail.SauverAsync(
            texte, donnees, texteAvenant, donneesAvenant, _initiale, _signee, _avenant,
            Scellement.Demander(_initiale, Maintenant), Scellement.Demander(_signee, Maintenant));

        Piece Donnees() => Piece.Deposer(
            _convention.Id, NaturePiece.DonneesFigees, "convention.json", "application/json", DossierJson.Serialiser(DossierExemple.Signee()), Maintenant);

        Signature Complet(int version, Piece pdf, Piece json, OuvertureCircuit ouverture)
        {
            var circuit = Signature.Ouvrir(_convention, version, pdf, json, ouverture, Maintenant);
            circuit.SignerPour(UnCircuit.Presidente);
            circuit.SignerPour(UnCircuit.Directeur);
            return circuit;
        }
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task L_avenant_mene_a_son_sceau_que_l_administrateur_relance_sans_toucher_a_celui_de_la_convention()
    {
        using var administrateur = await _portail.ConnecterAsync(new Habilitation(Role.Administrateur, Portee.Nationale, ""));
        using var conseiller = await _portail.ConnecterAsync(Role.Conseiller, _convention.Id);
        var avenant = await PageHtml.OuvrirAsync(conseiller, $"{Adresse}/avenants/{_avenant.Id.Value}");
        Assert.Contains("Le document scellé se prépare", avenant.Texte, StringComparison.Ordinal);
        var vers = avenant.Document.QuerySelector("a[href*='/signature/sceau']")!.GetAttribute("href")!;
        Assert.EndsWith("?version=2", vers, StringComparison.Ordinal);

        var sceau = await PageHtml.OuvrirAsync(administrateur, vers);
        Assert.Equal("Avenant n° 1 scellé", sceau.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("Les autres documents signés", sceau.Texte, StringComparison.Ordinal);
        var reprise = await (await sceau.EnvoyerAsync("main form")).SuivreAsync();
        Assert.Contains("Le scellement reprend", reprise.Texte, StringComparison.Ordinal);
        Assert.Equal("Avenant n° 1 scellé", reprise.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("Document scellé", (await PageHtml.OuvrirAsync(conseiller, Adresse + "/signature/sceau?version=1")).Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task La_verification_de_la_convention_mene_a_celle_de_l_avenant_qui_la_complete()
    {
        using var passant = _portail.Anonyme();
        var convention = await PageHtml.OuvrirAsync(passant, $"/verifier/{_initiale.Reference}");

        Assert.Contains("La convention a changé depuis : elle est complétée par l’avenant n° 1", convention.Texte, StringComparison.Ordinal);
        Assert.Contains($"signé par toutes les parties le {Format.Date(new DateOnly(2026, 3, 12))} : prolonge la convention jusqu’au {Format.Date(new DateOnly(2030, 12, 31))}.", convention.Texte, StringComparison.Ordinal);
        var avenant = await PageHtml.OuvrirAsync(passant, convention.Document.QuerySelector(".liste-avenants a")!.GetAttribute("href")!);
        Assert.Contains("Cette référence est celle d’un avenant signé", avenant.Texte, StringComparison.Ordinal);
        Assert.Contains($"Avenant n° 1 à la convention « {_convention.Intitule} »", avenant.Texte, StringComparison.Ordinal);
        Assert.Null(avenant.Document.QuerySelector(".liste-avenants"));
    }

    [Fact]
    public async Task Les_documents_nomment_l_avenant_et_disent_ou_en_est_son_sceau()
    {
        using var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);

        var documents = await PageHtml.OuvrirAsync(lecteur, Adresse + "/documents");

        Assert.Equal($"{Adresse}/avenants/{_avenant.Id.Value}/avenant.pdf", documents.Document.QuerySelector("section[aria-labelledby=titre-avenants] a")!.GetAttribute("href"));
        Assert.NotNull(documents.Document.QuerySelector("a[href$='/signature/sceau?version=2']"));
    }

    [Fact]
    public async Task Les_deliberations_de_l_avenant_s_enregistrent_sur_les_memes_pages_que_celles_de_la_convention()
    {
        using var conseiller = await _portail.ConnecterAsync(Role.Conseiller, _convention.Id);
        var avenant = await PageHtml.OuvrirAsync(conseiller, $"{Adresse}/avenants/{_avenant.Id.Value}");
        var liste = await PageHtml.OuvrirAsync(conseiller, avenant.Document.QuerySelector("a[href*='/deliberations?avenant=']")!.GetAttribute("href")!);
        Assert.Equal("Délibérations pour l’avenant n° 1", liste.Document.QuerySelector("h1")!.TextContent);
        var acte = await PageHtml.OuvrirAsync(conseiller, liste.Document.QuerySelectorAll("tbody th a")[1].GetAttribute("href")!);

        acte = await (await acte.EnvoyerAsync("form[data-garde]", ("Input.Numero", "2026-40"), ("Input.Date", "2026-03-02"))).SuivreAsync();

        Assert.Equal("Délibération pour l’avenant n° 1", acte.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("2026-40", acte.Document.QuerySelector("#Input_Numero")!.GetAttribute("value"));
        Assert.Contains("2026-40", (await PageHtml.OuvrirAsync(conseiller, acte.Document.QuerySelector(".page-tete .actions a")!.GetAttribute("href")!)).Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-40", (await PageHtml.OuvrirAsync(conseiller, Adresse + "/deliberations")).Texte, StringComparison.Ordinal);
        Assert.Contains("pour l’avenant n° 1", (await PageHtml.OuvrirAsync(conseiller, Adresse + "/historique")).Texte, StringComparison.Ordinal);

        var fin = await (await acte.EnvoyerAsync("form[action*='handler=Retirer']")).SuivreAsync();
        Assert.Equal("Délibérations pour l’avenant n° 1", fin.Document.QuerySelector("h1")!.TextContent);
    }
}
