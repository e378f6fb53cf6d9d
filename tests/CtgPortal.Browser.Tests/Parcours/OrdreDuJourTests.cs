using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using static Microsoft.Playwright.Assertions;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>The clock follows the agenda on every screen, without anybody reloading.</summary>
public sealed class OrdreDuJourTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task L_etape_suivante_lancee_par_l_animatrice_avance_au_mur()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var convention = UneConvention.Au(StatutConvention.EnAteliers);
        var atelier = UnAtelier.Prevu(null, convention.Id);
        atelier.DefinirAgenda(
            [
                new(null, "Accueil", 15, null, null), new(null, "Forces et faiblesses par thématique", 90, null, null), new(null, "Pause", 10, null, null),
                new(null, "Regroupement", 30, null, null), new(null, "Choix des priorités", 45, null, null),
            ],
            StatutConvention.EnAteliers, UnAtelier.Le);
        await site.Portail.SauverAsync(convention, atelier, UneSalle.Ouverte(atelier));
        var salle = $"/conventions/{convention.Id.Value}/ateliers/{atelier.Id.Value}/salle";
        var animatrice = await site.ConnecterAsync(Role.Coordination, convention.Id);
        var mur = await site.ConnecterAsync(Role.Conseiller, convention.Id);
        await animatrice.AllerAsync(salle);
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Le tableau est en direct.");
        await mur.AllerAsync($"{salle}/projection");
        await Expect(mur.Page.Locator("#ensuite")).ToContainTextAsync("Ensuite : 1. Accueil, 15 min");

        await animatrice.CliquerAsync("Étape suivante");
        await Expect(mur.Page.Locator("#deroule [aria-current=step]")).ToContainTextAsync("1. Accueil");
        await Expect(animatrice.Page.Locator("[data-suivante-libelle]")).ToHaveTextAsync("2. Forces et faiblesses par thématique");
        await animatrice.CliquerAsync("Étape suivante");
        await Expect(mur.Page.Locator("#deroule [aria-current=step]")).ToContainTextAsync("2. Forces et faiblesses");
        await Expect(mur.Page.Locator("#ensuite")).ToContainTextAsync("Ensuite : 3. Pause, 10 min");
        await mur.VerifierAsync("salle-mur-ordre-du-jour");
        await animatrice.VerifierAsync("salle-animation-ordre-du-jour");
    }
}
