using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Textes;
using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Textes;

/// <summary>From the model of the Caf to the text of a convention, through the handlers and the database.</summary>
public sealed class TextesTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Personne _conseil = ApplicationDeTest.Une("Charlie Conseil", new Habilitation(Role.Conseiller, Portee.Caf, "02"));
    private readonly Personne _admin = ApplicationDeTest.Une("Alix Admin", Habilitation.Nationale(Role.Administrateur));
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);
        _convention = Au(StatutConvention.EnAteliers);
        await _app.SauverAsync(_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, Plan.Commencer(_convention.Id, Maintenant));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task La_redaction_copie_le_modele_national_et_chacun_ecrit_son_article()
    {
        await RedigerAsync();

        var texte = await TexteAsync();
        Assert.Equal((true, 14, true, 1), (texte.EstCommence, texte.Passages.Count(p => p.Numero is not null), texte.Modele!.EstNational, texte.Modele.Version));
        await EcrireAsync("objet", "Notre objet.");
        await EcrireAsync("duree", "Notre durée.");
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => EcrireAsync("objet", "Trop tard."));
        texte = await TexteAsync();
        Assert.Equal([EtatPassage.Adapte, EtatPassage.Adapte], texte.Passages.Where(p => p.Cle is "objet" or "duree").Select(p => p.Etat!.Value));
        Assert.Equal(["TexteCommence", "PassageRedige", "PassageRedige"], (await _app.JournalAsync(_convention.Id)).Where(t => t.StartsWith("Passage", StringComparison.Ordinal) || t == "TexteCommence"));
    }

    [Fact]
    public async Task Le_modele_de_la_Caf_se_derive_se_publie_et_les_conventions_choisissent()
    {
        await RedigerAsync();
        await EcrireAsync("objet", "Notre objet.");
        var modele = await _app.EnvoyerAsync(new DeriverModele.Command("02"), _conseil);
        Assert.Equal(modele, await _app.EnvoyerAsync(new DeriverModele.Command("02"), _conseil));
        var revision = await EcrireModeleAsync(modele, 1, "objet", "L’objet de la Caf.");
        revision = await EcrireModeleAsync(modele, revision, "recours", "Le tribunal.");
        revision = await _app.EnvoyerAsync(new RetirerArticleModele.Command(modele, revision, "communication"), _conseil);
        var cle = await _app.EnvoyerAsync(new AjouterArticleModele.Command(modele, revision, "Litiges"), _conseil);
        await EcrireModeleAsync(modele, revision + 1, cle, "Les litiges.");
        Assert.False((await TexteAsync()).Modele!.EstDepassee);
        Assert.Equal(1, await _app.EnvoyerAsync(new PublierModele.Command(modele, revision + 2, "Plus simple."), _conseil));

        var texte = await TexteAsync();
        Assert.True(texte.Modele!.EstDepassee);
        Assert.Contains(texte.Controles, o => o.Code == ControleTexte.ModelePlusRecent && !o.Bloquant);
        Assert.Equal("Notre objet.", (await PassageAsync("objet")).Corps);
        var nouveau = await NouveauAsync();
        Assert.Equal(
            [("objet", SortDuModele.Modifie, true), ("recours", SortDuModele.Modifie, false), (cle, SortDuModele.Nouveau, false), ("communication", SortDuModele.Retire, false)],
            nouveau.Differences.Select(d => (d.Cle, d.Sort, d.Adapte)));
        Assert.Contains(nouveau.Differences[1].DuModele, m => m is { Etat: EtatFragment.Insere, Texte: var t } && t.Contains("Le tribunal", StringComparison.Ordinal));

        Assert.Equal(3, await TrancherAsync("recours", true, nouveau.Differences[1].Revision));
        Assert.Equal(2, await TrancherAsync("objet", false, nouveau.Differences[0].Revision));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => TrancherAsync("communication", true, 99));
        Assert.Equal(0, await TrancherAsync(null, true, 0));

        texte = await TexteAsync();
        Assert.Equal((false, 1, false), (texte.Modele!.EstNational, texte.Modele.Version, texte.Modele.EstDepassee));
        Assert.Equal(cle, texte.Passages.Last(p => p.Numero is not null).Cle);
        Assert.DoesNotContain(texte.Passages, p => p.Cle == "communication");
        Assert.Equal(("Le tribunal.", "Notre objet."), ((await PassageAsync("recours")).Corps, (await PassageAsync("objet")).Corps));
    }

    [Fact]
    public async Task Deux_personnes_ne_derivent_qu_un_modele_et_personne_celui_d_une_autre_Caf()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await _app.EnvoyerAsync(new DeriverModele.Command("02"), _conseil);
            }
            catch (ConcurrencyConflictException)
            {
                // the unique index kept the other one
            }
        }));

        Assert.Equal(1, await _app.LireAsync(db => db.ModelesTexte.CountAsync(m => m.CafCode == "02")));
        await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(new DeriverModele.Command("59"), _conseil));
        var national = (await _app.EnvoyerAsync(new ListerModeles.Query(), _admin)).Modeles.Single(m => m.Caf is null);
        Assert.Equal("modele-etranger", Assert.Single((await Assert.ThrowsAsync<BusinessRuleException>(() => EcrireModeleAsync(national.Id, 1, "objet", "Non."))).Obstacles).Code);
        Assert.Equal(2, await _app.EnvoyerAsync(new RedigerPassageModele.Command(national.Id, 1, "objet", "Objet", "Oui.", true), _admin));
    }

    [Fact]
    public async Task Un_texte_a_completer_bloque_l_ouverture_a_la_signature()
    {
        await RedigerAsync();
        await EcrireAsync("objet", "À compléter, dans 12 communes.");

        var obstacles = (await _app.EnvoyerAsync(new ConsulterConvention.Query(_convention.Id), _conseil)).Suites.Single(s => s.Vers == StatutConvention.EnSignature).Obstacles;

        Assert.Contains(obstacles, o => o is { Code: ControleTexte.TexteACompleter, Bloquant: true, Cible: "objet" });
        Assert.Contains(obstacles, o => o is { Code: ControleTexte.CompteDifferent, Bloquant: false });
        var revision = await _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Revision).SingleAsync());
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(
            () => _app.EnvoyerAsync(new Application.Signatures.OuvrirALaSignature.Command(_convention.Id, revision, UneOuverture.Choix), _conseil));
        Assert.Contains(refus.Obstacles, o => o.Code == ControleTexte.TexteACompleter);
    }

    [Fact]
    public async Task La_page_du_texte_coute_le_meme_nombre_de_commandes_quel_que_soit_le_texte()
    {
        await RedigerAsync();
        var avant = await CompterAsync();
        for (var i = 0; i < 5; i++)
        {
            await _app.EnvoyerAsync(new AjouterArticle.Command(_convention.Id, $"Article {i}"), _conseil);
        }

        Assert.Equal(avant, await CompterAsync());
    }

    private Task<int> CompterAsync() => _app.Sql.CompterAsync(() => TexteAsync());

    private async Task RedigerAsync()
    {
        var revision = await _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Revision).SingleAsync());
        await _app.EnvoyerAsync(new AvancerEtape.Command(_convention.Id, revision, StatutConvention.EnRedaction), _conseil);
    }

    // as somebody who opened the form before anybody wrote
    private Task<int> EcrireAsync(string cle, string corps) =>
        _app.EnvoyerAsync(new RedigerPassage.Command(_convention.Id, cle, 1, "Titre", corps, true), _conseil);

    private Task<int> EcrireModeleAsync(ModeleTexteId modele, int revision, string cle, string corps) =>
        _app.EnvoyerAsync(new RedigerPassageModele.Command(modele, revision, cle, "Titre", corps, true), _conseil);

    private Task<int> TrancherAsync(string? cle, bool reprendre, int revision) =>
        _app.EnvoyerAsync(new TrancherModele.Command(_convention.Id, 1, cle, revision, reprendre), _conseil);

    private async Task<ConsulterTexte.Dossier> TexteAsync() => (await _app.EnvoyerAsync(new ConsulterTexte.Query(_convention.Id), _conseil))!;

    private async Task<ConsulterNouveauModele.Dossier> NouveauAsync() => (await _app.EnvoyerAsync(new ConsulterNouveauModele.Query(_convention.Id), _conseil))!;

    private Task<PassageTexte> PassageAsync(string cle) =>
        _app.LireAsync(db => db.PassagesTexte.SingleAsync(p => p.ConventionId == _convention.Id && p.Cle == cle));
}
