using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>Two people on one fiche see each other, and the second learns that the first saved.</summary>
public sealed class PresencesTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task L_une_ecrit_l_autre_le_voit_puis_apprend_que_la_fiche_a_change()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, id) = await Fonds.EnRedactionAsync(site.Portail);
        var (fiche, sur) = ($"/conventions/{convention.Id.Value}/fiches/{id}", new Habilitation(Role.Coordination, Portee.Convention, convention.Id.Value.ToString()));
        await site.InscrireAsync("sophie@demo.test", "Sophie", "Martin", sur);
        await site.InscrireAsync("paul@demo.test", "Paul", "Durand", sur);
        var (sophie, paul) = (await site.ConnecterAsync("sophie@demo.test"), await site.ConnecterAsync("paul@demo.test"));

        await paul.AllerAsync(fiche);
        await sophie.AllerAsync($"{fiche}/quoi");
        await sophie.EditeursAsync();
        await Gens(sophie, "Paul Durand lit la fiche");
        await sophie.EcrireAsync("Livrables", "Un guide.");
        await Gens(paul, "Sophie Martin modifie «\u00A0Quoi\u00A0»");
        await paul.VerifierAsync("presences-fiche");

        await paul.AllerAsync($"{fiche}/quoi");
        await paul.EditeursAsync();
        await Gens(paul, "Sophie Martin modifie «\u00A0Quoi\u00A0»");
        await sophie.CliquerAsync("Enregistrer");
        await sophie.AnnonceAsync("enregistré");

        // the window comes back to the front, which asks at once
        await paul.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        var saut = paul.Page.Locator(".presences-saut");
        await Assertions.Expect(saut).ToContainTextAsync("Cette fiche a été enregistrée par Sophie Martin");
        await Assertions.Expect(saut).ToContainTextAsync("Vos changements et les siens seront rapprochés");
        await Gens(paul, "Sophie Martin lit la fiche");
        await paul.VerifierAsync("presences-section");
        await paul.RedimensionnerAsync(Ecran.Telephone);
        await paul.VerifierAsync("presences-section");
        await paul.RedimensionnerAsync(Ecran.Bureau);
        await saut.GetByRole(AriaRole.Link, new() { Name = "Voir ce qui a changé" }).ClickAsync();
        await paul.AdresseAsync("/historique");

        await sophie.AllerAsync($"/conventions/{convention.Id.Value}/plan");
        await paul.AllerAsync(fiche);
        await Assertions.Expect(paul.Page.Locator(".presences-liste li")).ToHaveCountAsync(0);
    }

    private static Task Gens(Onglet onglet, string texte) =>
        Assertions.Expect(onglet.Page.Locator(".presences-liste")).ToContainTextAsync(texte);
}
