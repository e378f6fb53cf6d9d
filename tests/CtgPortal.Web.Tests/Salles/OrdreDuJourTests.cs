using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Salles;

/// <summary>The clock of the room follows the agenda, without script.</summary>
public sealed class OrdreDuJourTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnAteliers);
    private PortailDeTest _portail = null!;

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        await _portail.SauverAsync(_convention);
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task L_etape_suivante_se_lance_d_un_bouton_et_le_mur_dit_ou_l_on_en_est()
    {
        var adresse = await OuvrirAsync(new("Accueil", 15), new("Pause", 10), new("Travail en groupes", 45), new("Pause", 5));
        var animatrice = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);

        var page = await (await (await PageHtml.OuvrirAsync(animatrice, adresse)).EnvoyerAsync("[data-etape-suivante]")).SuivreAsync();
        Assert.Equal("1. Accueil", page.Document.QuerySelector(".salle-etapes [aria-current=step]")!.GetAttribute("data-libelle"));
        page = await (await page.EnvoyerAsync("[data-etape-suivante]")).SuivreAsync();

        // two breaks: the clock tells which
        Assert.Equal(new Minuteur("2. Pause", 10, _portail.Horloge.GetUtcNow()), await _portail.LireAsync(db => db.Salles.Select(s => s.Minuteur!).SingleAsync()));
        var mur = await PageHtml.OuvrirAsync(animatrice, $"{adresse}/projection");
        Assert.Equal("2. Pause", mur.Document.QuerySelector("#deroule [aria-current=step]")!.GetAttribute("data-libelle"));
        Assert.Equal("Ensuite : 3. Travail en groupes, 45 min", mur.Document.QuerySelector("#ensuite:not([hidden])")!.TextContent.Trim());

        page = await (await page.EnvoyerAsync(".salle-etapes li:last-child form")).SuivreAsync();
        Assert.True(page.Document.QuerySelector("[data-etape-suivante]")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task Sans_ordre_du_jour_le_minuteur_reste_libre()
    {
        var adresse = await OuvrirAsync();
        var animatrice = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);

        var page = await PageHtml.OuvrirAsync(animatrice, adresse);
        Assert.Null(page.Document.QuerySelector("#deroule"));
        var apres = await (await page.EnvoyerAsync("form[data-minuteur]", ("libelle", "En petits groupes"), ("minutes", "20"))).SuivreAsync();

        Assert.Equal("En petits groupes", apres.Document.QuerySelector("#minuteur")!.TextContent);
        Assert.Null((await PageHtml.OuvrirAsync(animatrice, $"{adresse}/projection")).Document.QuerySelector("#deroule, #ensuite:not([hidden])"));
    }

    private async Task<string> OuvrirAsync(params Etape[] etapes)
    {
        var atelier = UnAtelier.Prevu(null, _convention.Id);
        if (etapes.Length > 0)
        {
            atelier.DefinirAgenda([.. etapes.Select(e => new SaisieEtape(null, e.Intitule, e.Duree, null, null))], StatutConvention.EnAteliers, UnAtelier.Le);
        }

        await _portail.SauverAsync(atelier, UneSalle.Ouverte(atelier));
        return $"/conventions/{_convention.Id.Value}/ateliers/{atelier.Id.Value}/salle";
    }

    private sealed record Etape(string Intitule, int Duree);
}
