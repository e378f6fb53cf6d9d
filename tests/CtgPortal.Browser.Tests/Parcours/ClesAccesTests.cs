using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>A passkey opens the account and confirms who signs, with the script of the pages and their content policy as they are.</summary>
public sealed class ClesAccesTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Presidente = "president@demo.test";

    [Fact]
    public async Task Une_cle_s_ajoute_connecte_et_signe_une_convention()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await Fonds.ASignerAsync(site.Portail);
        var onglet = await EntrerAsync(site, convention);
        await CleVirtuelle.BrancherAsync(onglet);
        await CleVirtuelle.AjouterAsync(onglet, "Téléphone de Claire");
        await onglet.VoitAsync("jamais utilisée");
        await onglet.VerifierAsync("cles-acces-une");
        await onglet.RedimensionnerAsync(Ecran.Telephone);
        await onglet.VerifierAsync("cles-acces-une");
        await onglet.RedimensionnerAsync(Ecran.Bureau);

        await onglet.SeDeconnecterAsync();
        await onglet.AllerAsync($"/connexion?retour=%2Fconventions%2F{convention.Id.Value}%2Fsignature%2Fsigner");
        await onglet.VerifierAsync("connexion-cle");
        await onglet.CliquerAsync("Se connecter avec une clé d’accès");
        await onglet.TitreAsync("Signer la convention");

        await onglet.CliquerAsync("Signer la convention avec ma clé d’accès");
        await onglet.VoitAsync("Cochez cette phrase pour signer.");
        await onglet.CocherAsync("J’ai lu le texte de la convention et je la signe");
        await onglet.VerifierAsync("signer-cle");
        await onglet.RedimensionnerAsync(Ecran.Telephone);
        await onglet.VerifierAsync("signer-cle");
        await onglet.CliquerAsync("Signer la convention avec ma clé d’accès");

        await onglet.AnnonceAsync("Votre signature est enregistrée.");
        Assert.Equal([MoyenIdentite.CleAcces, null], await MoyensAsync(site));
        await onglet.AllerAsync("/compte/cles-acces");
        await onglet.VoitAsync("utilisée le");
    }

    [Fact]
    public async Task Une_reponse_alteree_est_refusee_en_francais_et_rien_n_est_signe()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await Fonds.ASignerAsync(site.Portail);
        var onglet = await EntrerAsync(site, convention);
        await CleVirtuelle.BrancherAsync(onglet);
        await CleVirtuelle.AjouterAsync(onglet, "Téléphone de Claire");
        await CleVirtuelle.AltererAsync(onglet);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/signature/signer");
        await onglet.CocherAsync("J’ai lu le texte de la convention et je la signe");

        await onglet.CliquerAsync("Signer la convention avec ma clé d’accès");

        await onglet.VoitAsync("La clé d’accès n’a pas confirmé votre identité pour ce document");
        await onglet.VerifierAsync("signer-cle-refusee");
        Assert.Equal([null, null], await MoyensAsync(site));
    }

    [Fact]
    public async Task Un_appareil_qui_ne_reconnait_pas_la_personne_laisse_le_mot_de_passe()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await Fonds.ASignerAsync(site.Portail);
        var onglet = await EntrerAsync(site, convention);
        await CleVirtuelle.BrancherAsync(onglet, reconnait: false);
        await onglet.AllerAsync("/compte/cles-acces");
        await onglet.VerifierAsync("cles-acces-aucune");
        await onglet.RedimensionnerAsync(Ecran.Telephone);
        await onglet.VerifierAsync("cles-acces-aucune");
        await onglet.EcrireAsync("Nom de la clé", "Téléphone");
        await onglet.EcrireAsync("Votre mot de passe", "pas le bon mot de passe");
        await onglet.CliquerAsync("Ajouter une clé d’accès");
        await onglet.VoitAsync("Ce n’est pas votre mot de passe.");

        await onglet.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await onglet.CliquerAsync("Ajouter une clé d’accès");
        await onglet.VoitAsync("La clé d’accès n’a pas été utilisée");
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/signature/signer");

        Assert.Equal(0, await onglet.Page.GetByRole(AriaRole.Button, new() { Name = "clé d’accès" }).CountAsync());
        Assert.True(await onglet.Champ("Votre mot de passe").IsVisibleAsync());
    }

    [Fact]
    public async Task Une_cle_confirme_une_fois_tous_les_documents_lus()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var conventions = new[] { await Fonds.ASignerAsync(site.Portail), await Fonds.ASignerAsync(site.Portail) };
        var onglet = await EntrerAsync(site, conventions);
        await CleVirtuelle.BrancherAsync(onglet);
        await CleVirtuelle.AjouterAsync(onglet, "Téléphone de Claire");
        for (var i = 0; i < conventions.Length; i++)
        {
            await onglet.AllerAsync("/signatures");
            var document = await onglet.Page.Context.RunAndWaitForPageAsync(() => onglet.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Lire le document") }).First.ClickAsync());
            await document.WaitForURLAsync("**/convention.pdf?version=1", new() { WaitUntil = WaitUntilState.Commit });
            await document.CloseAsync();
        }

        await onglet.AllerAsync("/signatures");
        foreach (var coche in await onglet.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Signer ce document" }).AllAsync())
        {
            await coche.CheckAsync();
        }

        await onglet.CocherAsync("J’ai lu chaque document coché et je le signe (ou je le vise)");
        await onglet.VerifierAsync("mes-signatures-cle");
        await onglet.CliquerAsync("Signer avec ma clé d’accès");

        await onglet.AnnonceAsync("2 documents signés");
        Assert.Equal(2, (await MoyensAsync(site)).Count(m => m == MoyenIdentite.CleAcces));
    }

    private static async Task<Onglet> EntrerAsync(Site site, params Convention[] conventions)
    {
        await site.InscrireAsync(Presidente, "Claire", "Morel", [.. conventions.Select(c => new Habilitation(Role.Signataire, Portee.Convention, c.Id.Value.ToString()))]);
        var onglet = await site.NaviguerAsync(parNom: true);
        await onglet.SeConnecterAsync(Presidente);
        return onglet;
    }

    private static Task<List<MoyenIdentite?>> MoyensAsync(Site site) => site.Portail.LireAsync(
        db => db.Signatures.SelectMany(s => s.Lignes).OrderBy(l => l.IdentitePar == null).Select(l => l.IdentitePar).ToListAsync());
}
