using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>No line begins with a sign, and what people type stays as they typed it.</summary>
public sealed class TypographieTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task Les_signes_tiennent_a_leur_mot_a_l_ecran_et_pas_dans_les_champs()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var moi = await site.ConnecterAsync(Fonds.Conseil);

        await moi.AllerAsync($"/conventions/{convention.Id.Value}/petite-enfance");
        Assert.Contains("accueil du jeune enfant\u00A0?", await moi.Page.Locator("main").TextContentAsync() ?? "", StringComparison.Ordinal);

        await moi.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}/identite");
        await moi.Page.GetByLabel("Intitulé").FillAsync("Qui fait quoi ?");
        await moi.CliquerAsync("Enregistrer");
        await moi.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}/identite");
        Assert.Equal("Qui fait quoi ?", await moi.Page.GetByLabel("Intitulé").InputValueAsync());
    }
}
