using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

public sealed class MesSignaturesTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Presidente = "president@demo.test";

    [Fact]
    public async Task Deux_documents_lus_dans_un_autre_onglet_se_signent_en_une_fois()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var conventions = new[] { await Fonds.ASignerAsync(site.Portail), await Fonds.ASignerAsync(site.Portail) };
        await site.InscrireAsync(Presidente, "Claire", "Morel", [.. conventions.Select(c => new Habilitation(Role.Signataire, Portee.Convention, c.Id.Value.ToString()))]);
        var onglet = await site.ConnecterAsync(Presidente);

        await onglet.Page.GetByRole(AriaRole.Navigation, new() { Name = "Rubriques du portail" }).GetByRole(AriaRole.Link, new() { Name = "À signer" }).ClickAsync();
        await onglet.TitreAsync("À signer");
        await onglet.VerifierAsync("mes-signatures-a-lire");
        for (var i = 0; i < conventions.Length; i++)
        {
            var document = await onglet.Page.Context.RunAndWaitForPageAsync(() => onglet.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Lire le document") }).First.ClickAsync());
            await document.WaitForURLAsync("**/convention.pdf?version=1", new() { WaitUntil = WaitUntilState.Commit });
            await document.CloseAsync();
            await onglet.AllerAsync("/signatures");
        }

        foreach (var coche in await onglet.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Signer ce document" }).AllAsync())
        {
            await coche.CheckAsync();
        }

        await onglet.CocherAsync("J’ai lu chaque document coché et je le signe (ou je le vise)");
        await onglet.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await onglet.VerifierAsync("mes-signatures");
        await onglet.RedimensionnerAsync(Ecran.Telephone);
        await onglet.VerifierAsync("mes-signatures");
        await onglet.CliquerAsync("Signer les documents cochés");

        await onglet.AnnonceAsync("documents signés");
        await onglet.VoitAsync("Déjà répondu");
        await onglet.VerifierAsync("mes-signatures-faites");
        Assert.Equal(2, await site.Portail.LireAsync(db => db.Signatures.SelectMany(s => s.Lignes).CountAsync(l => l.Mode != null)));
    }
}
