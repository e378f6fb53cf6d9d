using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>A mayor who comes once, with nothing but a mailbox.</summary>
public sealed class SignerParLienTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Presidente = "president@demo.test";
    private const string Directeur = "direction@demo.test";

    [Fact]
    public async Task Deux_personnes_signent_en_meme_temps_l_une_au_telephone_l_autre_au_clavier_seul_et_sans_script()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await Fonds.ASignerAsync(site.Portail);
        var telephone = await site.NaviguerAsync(Ecran.Telephone);
        var clavier = await site.NaviguerAsync(script: false);
        var (sien, autre) = (await site.Portail.Services.JetonAsync(Presidente), await site.Portail.Services.JetonAsync(Directeur));

        await telephone.AllerAsync($"/signer/{sien}");
        await telephone.VoitAsync("Madame Claire Morel");
        await telephone.VerifierAsync("signer-telephone");
        await telephone.CliquerAsync("Recevoir mon code");
        await telephone.AnnonceAsync("Un code part à l’adresse p•••@demo.test");
        await telephone.VerifierAsync("signer-telephone-code");
        var code = await site.Portail.Services.CodeAsync(Presidente);
        await telephone.CocherAsync("J’ai lu le texte de la convention et je la signe");
        await telephone.EcrireAsync("Code reçu par courriel", code == "000000" ? "000001" : "000000");
        await telephone.CliquerAsync("Signer la convention");
        await telephone.VoitAsync("Ce code n’est pas le bon");
        await telephone.VerifierAsync("signer-telephone-code-faux");
        await telephone.EcrireAsync("Code reçu par courriel", code);

        await clavier.AllerAsync($"/signer/{autre}");
        await new Clavier(clavier.Page).AllerAsync("Recevoir mon code");
        await clavier.Page.Keyboard.PressAsync("Enter");
        await clavier.AnnonceAsync("Un code part à l’adresse");
        var touches = new Clavier(clavier.Page);
        await touches.AllerAsync("J’ai lu le texte de la convention et je la signe");
        await clavier.Page.Keyboard.PressAsync("Space");
        await touches.EcrireAsync("Code reçu par courriel", await site.Portail.Services.CodeAsync(Directeur));
        await touches.AllerAsync("Signer la convention");

        await Task.WhenAll(telephone.CliquerAsync("Signer la convention"), clavier.Page.Keyboard.PressAsync("Enter"));

        await telephone.VoitAsync("Votre signature est enregistrée");
        await clavier.VoitAsync("Votre signature est enregistrée");
        await telephone.VerifierAsync("signer-telephone-signe");
        var circuit = await site.Portail.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.ConventionId == convention.Id));
        Assert.Equal(StatutSignature.Complete, circuit.Statut);
        Assert.Equal(StatutConvention.EnSuivi, await site.Portail.LireAsync(db => db.Conventions.Where(c => c.Id == convention.Id).Select(c => c.Statut).SingleAsync()));
    }

    [Fact]
    public async Task Le_texte_repris_se_voit_sur_le_telephone_et_son_lien_se_redemande()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await Fonds.ASignerAsync(site.Portail);
        var ancien = await site.Portail.Services.JetonAsync(Presidente);
        await site.Portail.EnvoyerAsync(
            new Application.Conventions.RevenirEtape.Command(convention.Id, await RevisionAsync(site), StatutConvention.EnRedaction, "Un chiffre était faux."), Fonds.Conseil);
        await site.Portail.EnvoyerAsync(new Application.Signatures.OuvrirALaSignature.Command(convention.Id, await RevisionAsync(site), UneOuverture.Choix), Fonds.Conseil);
        site.Portail.Horloge.Advance(TimeSpan.FromMinutes(1));

        var telephone = await site.NaviguerAsync(Ecran.Telephone);
        await telephone.AllerAsync($"/signer/{ancien}");
        await telephone.VoitAsync("Le texte a été repris depuis");
        await telephone.VerifierAsync("signer-autre-version");
        await telephone.CliquerAsync("Recevoir un nouveau lien");
        await telephone.AnnonceAsync("Un nouveau lien part à l’adresse");
        await telephone.AllerAsync($"/signer/{await site.Portail.Services.JetonAsync(Presidente)}");
        await telephone.SuivreAsync("Refuser en disant pourquoi");
        await telephone.EcrireAsync("Pourquoi", "Le conseil n’a pas encore délibéré.");
        await telephone.CliquerAsync("Refuser de signer");
        await telephone.VoitAsync("Vous avez refusé de signer");
        await telephone.VerifierAsync("signer-refuse");
    }

    private static Task<int> RevisionAsync(Site site) => site.Portail.LireAsync(db => db.Conventions.Select(c => c.Revision).SingleAsync());
}
