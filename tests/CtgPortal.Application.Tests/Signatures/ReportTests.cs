using CtgPortal.Application.Plans;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>After a return to the text: only what a change requires is asked again.</summary>
public sealed class ReportTests(PostgresServer serveur) : IAsyncLifetime
{
    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync()
    {
        _terrain = await TerrainDeSignature.PreparerAsync(serveur);
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        await _terrain.RevenirAsync("Une faute de frappe dans le constat.");
    }

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Une_correction_qui_n_engage_personne_garde_la_signature_et_le_dit_avec_la_difference()
    {
        var signee = await _terrain.CircuitAsync();
        await EcrireAsync(new SectionsFiche(null, new("Un constat sans faute de frappe.", null, null), null, null, null, null, null, null));
        var preparation = (await App.EnvoyerAsync(new ConsulterPreparation.Query(_terrain.Convention), _terrain.Conseiller))!;
        Assert.Equal((1, false), (preparation.Deja!.NumeroVersion, preparation.Deja.AResigner));

        var suivant = await _terrain.OuvrirAsync();

        var ligne = suivant.LigneDe("president@demo.test")!;
        Assert.Equal((EtatLigne.Reportee, new Report(1, signee.Empreinte)), (ligne.Etat, ligne.Report));
        Assert.Equal(signee.LigneDe("president@demo.test")!.SigneeLe, ligne.SigneeLe);
        Assert.NotEqual(signee.Empreinte, suivant.Empreinte);
        var message = await App.LireAsync(db => db.Courriels.SingleAsync(c => c.Objet == "Votre signature est conservée sur le texte corrigé"));
        Assert.Equal("president@demo.test", message.Destinataire);
        Assert.Contains("Ce qui a changé", message.Texte, StringComparison.Ordinal);
        var vue = (await App.EnvoyerAsync(new ConsulterSignature.Query(_terrain.Convention), _terrain.Presidente))!;
        Assert.Equal((1, true), (vue.Auparavant!.NumeroVersion, vue.Auparavant.Conservee));
        Assert.NotEmpty(vue.Auparavant.Changements.Comparaison.Differences);
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));
        Assert.Equal(EnSuivi, await _terrain.EtapeAsync());
    }

    [Fact]
    public async Task Un_changement_qui_engage_redemande_la_signature_et_montre_ce_qui_a_change()
    {
        await EcrireAsync(new SectionsFiche(null, null, new("Ouvrir dix places de plus", null, null, null), null, null, null, null, null));
        Assert.True((await App.EnvoyerAsync(new ConsulterPreparation.Query(_terrain.Convention), _terrain.Conseiller))!.Deja!.AResigner);

        var suivant = await _terrain.OuvrirAsync();

        Assert.All(suivant.Lignes, l => Assert.Equal(EtatLigne.Appelee, l.Etat));
        var appels = await App.LireAsync(db => db.Courriels
            .Where(c => c.Destinataire == "president@demo.test" && c.Objet.Contains("attend votre signature")).Select(c => c.Texte).ToListAsync());
        var appel = Assert.Single(appels, texte => texte.Contains("Vous aviez signé la version 1.", StringComparison.Ordinal));
        Assert.Contains("/versions/comparer", appel, StringComparison.Ordinal);
        var vue = (await App.EnvoyerAsync(new ConsulterSignature.Query(_terrain.Convention), _terrain.Presidente))!;
        Assert.False(vue.Auparavant!.Conservee);
        Assert.Contains(vue.Auparavant.Changements.Comparaison.Differences, d => d.Contractuelle);
        Assert.Null((await App.EnvoyerAsync(new ConsulterSignature.Query(_terrain.Convention), _terrain.Directeur))!.Auparavant);
    }

    private async Task EcrireAsync(SectionsFiche sections)
    {
        var fiche = await App.LireAsync(db => db.FichesAction.AsNoTracking().Where(f => f.ConventionId == _terrain.Convention).OrderBy(f => f.Id).FirstAsync());
        await App.EnvoyerAsync(new RedigerFiche.Command(_terrain.Convention, fiche.Id, fiche.Revision, sections), _terrain.Conseiller);
    }
}
