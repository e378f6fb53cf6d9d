using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Common;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Signatures;

/// <summary>What people read of a seal: awaited, failed, asked for again, made.</summary>
public sealed class PagesScellementTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnSuivi);

    private PortailDeTest _portail = null!;
    private HttpClient _conseiller = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: Maintenant);
        var (texte, donnees) = UnCircuit.Pieces(_convention);
        var circuit = Signature.Ouvrir(_convention, 1, texte, donnees, OuvertureCircuit.ParDefaut, Maintenant);
        circuit.SignerPour(UnCircuit.Presidente);
        circuit.SignerPour(UnCircuit.Directeur);
        await _portail.SauverAsync(_convention, texte, donnees, circuit, Scellement.Demander(circuit, Maintenant));
        _conseiller = await _portail.ConnecterAsync(Role.Conseiller, _convention.Id);
    }

    public async ValueTask DisposeAsync()
    {
        _conseiller.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task Le_sceau_attendu_est_annonce_sur_la_page_de_la_signature_et_mene_a_la_sienne()
    {
        var signature = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature");
        Assert.Contains("Le document scellé se prépare", signature.Texte, StringComparison.Ordinal);
        Assert.Contains("Lire le texte figé (PDF)", signature.Texte, StringComparison.Ordinal);

        var sceau = await PageHtml.OuvrirAsync(_conseiller, signature.Document.QuerySelector("a[href$='/signature/sceau']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, sceau.Statut);
        Assert.Contains("Aucun pour l’instant", sceau.Texte, StringComparison.Ordinal);
        Assert.Contains("Dans un instant", sceau.Texte, StringComparison.Ordinal);
        Assert.Contains("Le document scellé se prépare", (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/documents")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_echec_est_dit_avec_ses_essais_sa_raison_et_le_suivant_et_l_administrateur_seul_relance()
    {
        await ModifierAsync(s => s.Reporter(EtatScellement.EnAttenteHorodatage, "Le service d’horodatage ne répond pas.", Maintenant));
        using var administrateur = await _portail.ConnecterAsync(new Habilitation(Role.Administrateur, Portee.Nationale, ""));

        Assert.Contains("Le sceau attend d’être daté", (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature")).Texte, StringComparison.Ordinal);
        var lue = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature/sceau");
        Assert.Contains("Le service d’horodatage ne répond pas.", lue.Texte, StringComparison.Ordinal);
        Assert.Contains($"1, le dernier le {Format.DateEtHeure(Maintenant)}", lue.Texte, StringComparison.Ordinal);
        Assert.Contains($"le {Format.DateEtHeure(Maintenant.AddMinutes(1))}, sans que personne n’ait rien à faire", lue.Texte, StringComparison.Ordinal);
        Assert.Null(lue.Document.QuerySelector("main form"));

        var reprise = await (await (await PageHtml.OuvrirAsync(administrateur, Adresse + "/signature/sceau")).EnvoyerAsync("main form")).SuivreAsync();
        Assert.Contains("Le scellement reprend", reprise.Texte, StringComparison.Ordinal);
        Assert.Equal(
            (EtatScellement.AFaire, Maintenant),
            await _portail.LireAsync(db => db.Scellements.Select(s => new { s.Etat, Essai = s.ProchainEssaiLe!.Value }).SingleAsync()) is var e ? (e.Etat, e.Essai) : default);
    }

    [Theory]
    [InlineData(EtatScellement.EnAttenteCertificat, "Le sceau attend un certificat")]
    [InlineData(EtatScellement.Interrompu, "Le scellement s’est interrompu")]
    [InlineData(EtatScellement.Impossible, "Ce document ne peut pas être scellé")]
    public async Task Chaque_etat_a_ses_mots(EtatScellement etat, string titre)
    {
        await ModifierAsync(s =>
        {
            if (etat == EtatScellement.Impossible)
            {
                s.Renoncer("Ce fichier n’a pas de place pour les signatures.", Maintenant);
            }
            else
            {
                s.Reporter(etat, "Une raison.", Maintenant);
            }
        });

        foreach (var page in new[] { "/signature", "/signature/sceau" })
        {
            Assert.Contains(titre, (await PageHtml.OuvrirAsync(_conseiller, Adresse + page)).Texte, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Le_document_scelle_se_telecharge_a_la_place_du_texte_fige_qui_reste_a_son_adresse()
    {
        var contenu = "%PDF-1.7 et son sceau"u8.ToArray();
        var scelle = Domain.Documents.Piece.Deposer(
            _convention.Id, Domain.Documents.NaturePiece.TexteScelle, "convention-version-1-scellee.pdf", "application/pdf", contenu, Maintenant);
        await _portail.SauverAsync(scelle);
        await ModifierAsync(s => s.Achever(scelle, "Portail de test", Maintenant, "Autorité de test", Maintenant));

        var sceau = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature/sceau");
        Assert.Contains("Le document est scellé", sceau.Texte, StringComparison.Ordinal);
        Assert.Contains($"Autorité de test, le {Format.DateEtHeure(Maintenant)}", sceau.Texte, StringComparison.Ordinal);
        Assert.Equal(contenu, await _conseiller.GetByteArrayAsync(new Uri(sceau.Document.QuerySelector("a[href$='/convention.pdf']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("%PDF-1.7"u8.ToArray(), await _conseiller.GetByteArrayAsync(new Uri(Adresse + "/convention.pdf?version=1", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("Le PDF ci-dessous porte toutes les signatures", (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/documents")).Texte, StringComparison.Ordinal);
        Assert.Contains("Ouvrir le document scellé (PDF)", (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_circuit_la_page_dit_ce_qui_vient_avant_et_une_inconnue_donne_404()
    {
        var autre = UneConvention.Au(StatutConvention.EnRedaction);
        await _portail.SauverAsync(autre);
        using var conseiller = await _portail.ConnecterAsync(Role.Conseiller, autre.Id);

        Assert.Contains("Pas encore de document scellé", (await PageHtml.OuvrirAsync(conseiller, $"/conventions/{autre.Id.Value}/signature/sceau")).Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(conseiller, Adresse + "/signature/sceau")).Statut);
    }

    private Task ModifierAsync(Action<Scellement> modifier) => _portail.EcrireAsync(async db =>
    {
        modifier(await db.Scellements.SingleAsync());
        await db.SaveChangesAsync();
    });
}
