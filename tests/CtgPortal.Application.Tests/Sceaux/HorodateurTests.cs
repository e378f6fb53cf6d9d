using System.Security.Cryptography;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Sceaux;

public sealed class HorodateurTests(SceauxFixture sceaux)
{
    private static readonly byte[] Empreinte = SHA256.HashData("un document"u8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_service_honnete_date_le_sceau_et_openssl_le_confirme()
    {
        using var atelier = new AtelierSceaux();
        await using var serveur = await ServeurHorodatage.DemarrerAsync(Cancellation);
        await using var services = Services(serveur);

        var horodatage = await services.GetRequiredService<IHorodateur>().HorodaterAsync(Empreinte, Cancellation);
        var verification = await OutilExterne.OpenSsl.LancerAsync(
            ["ts", "-verify", "-token_in", "-in", atelier.Ecrire(horodatage.Jeton, "der"), "-digest", Convert.ToHexString(Empreinte), "-CAfile", serveur.Autorites], Cancellation);
        var scelle = await services.GetRequiredService<IScelleur>().ScellerAsync(SceauxFixture.Document(await sceaux.Figee3Async(), 3), Cancellation);
        var examen = services.GetRequiredService<IVerificationPdf>().Examiner(scelle.Contenu);

        Assert.True(verification.Code == 0, verification.Sortie + verification.Erreurs);
        Assert.Equal("Horodatage de test", horodatage.Autorite);
        Assert.Equal(2, serveur.Demandes);
        Assert.True(examen.EstIntact, examen.Signatures[^1].Defaut);
        Assert.Equal(("Horodatage de test", ChaineSignature.DeConfiance), (examen.Signatures[^1].Horodateur, examen.Signatures[^1].ChaineHorodatage));
        Assert.Equal(scelle.HorodateLe, examen.Signatures[^1].HorodateeLe);
    }

    [Theory]
    [InlineData(HumeurHorodateur.Lent, "n’a pas répondu en")]
    [InlineData(HumeurHorodateur.Erreur, "l’erreur HTTP 503")]
    [InlineData(HumeurHorodateur.Charabia, "réponse incompréhensible")]
    [InlineData(HumeurHorodateur.Refus, "a refusé de dater")]
    [InlineData(HumeurHorodateur.AutreEmpreinte, "a daté autre chose")]
    [InlineData(HumeurHorodateur.AutreDemande, "la réponse d’une autre demande")]
    [InlineData(HumeurHorodateur.CertificatExpire, "certificat expiré")]
    [InlineData(HumeurHorodateur.UsageFaux, "n’est pas fait pour horodater")]
    [InlineData(HumeurHorodateur.AutoriteInconnue, "que le portail ne connaît pas")]
    [InlineData(HumeurHorodateur.HeureFausse, "pas la même heure")]
    [InlineData(HumeurHorodateur.SignatureFausse, "dont la signature est fausse")]
    [InlineData(HumeurHorodateur.ReponseEnorme, "taille déraisonnable")]
    public async Task Un_service_en_panne_ou_menteur_n_est_jamais_cru(HumeurHorodateur humeur, string cause)
    {
        await using var serveur = await ServeurHorodatage.DemarrerAsync(Cancellation);
        serveur.Humeur = humeur;
        await using var services = Services(serveur, ("Horodatage:Delai", humeur == HumeurHorodateur.Lent ? "00:00:01" : "00:00:30"));

        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(async () =>
            await services.GetRequiredService<IScelleur>().ScellerAsync(SceauxFixture.Document(await sceaux.Figee3Async(), 3), Cancellation));

        Assert.Contains("Le service d’horodatage « 127.0.0.1 »", refus.Message, StringComparison.Ordinal);
        Assert.Contains(cause, refus.Message, StringComparison.Ordinal);
        Assert.NotNull(refus.InnerException);
    }

    [Fact]
    public async Task Un_service_injoignable_laisse_la_place_au_suivant()
    {
        await using var serveur = await ServeurHorodatage.DemarrerAsync(Cancellation);
        await using var services = SceauxFixture.Services(
            "Development", ("Horodatage:Adresses:0", "http://127.0.0.1:1/"), ("Horodatage:Adresses:1", serveur.Adresse.ToString()), ("Horodatage:Autorites", serveur.Autorites));
        await using var seul = SceauxFixture.Services("Development", ("Horodatage:Adresses:0", "http://127.0.0.1:1/"));

        var horodatage = await services.GetRequiredService<IHorodateur>().HorodaterAsync(Empreinte, Cancellation);
        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => seul.GetRequiredService<IHorodateur>().HorodaterAsync(Empreinte, Cancellation));

        Assert.Equal("Horodatage de test", horodatage.Autorite);
        Assert.Contains("est injoignable", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_politique_demandee_doit_etre_suivie()
    {
        await using var serveur = await ServeurHorodatage.DemarrerAsync(Cancellation);
        await using var suivie = Services(serveur, ("Horodatage:Politique", "1.2.3.4.1"));
        await using var ignoree = Services(serveur, ("Horodatage:Politique", "1.2.3.4.9"));

        await suivie.GetRequiredService<IHorodateur>().HorodaterAsync(Empreinte, Cancellation);
        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => ignoree.GetRequiredService<IHorodateur>().HorodaterAsync(Empreinte, Cancellation));

        Assert.Contains("a refusé de dater", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_production_sans_service_rien_n_est_date()
    {
        await using var services = SceauxFixture.Services("Production");

        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => services.GetRequiredService<IHorodateur>().HorodaterAsync(Empreinte, Cancellation));

        Assert.Contains("Horodatage:Adresses", refus.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(ServeurHorodatage serveur, params (string, string)[] autres) => SceauxFixture.Services(
        "Development", [("Horodatage:Adresses:0", serveur.Adresse.ToString()), ("Horodatage:Autorites", serveur.Autorites), .. autres]);
}
