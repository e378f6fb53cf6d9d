using System.Text.Json;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Filiations;

public sealed class FilTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _vans = null!;
    private Convention _drobie = null!;
    private Personne _desDeux = null!;
    private AtelierId _atelier;
    private Maillon _benevoles = null!;
    private Maillon _navette = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        (_vans, _drobie) = (UneConvention.Au(EnRedaction), UneConvention.Au(EnRedaction, UneConvention.Ouverture(UneConvention.Cadre("CTG Beaume-Drobie"))));
        await _app.SauverAsync(
            _vans, _drobie, Plan.Commencer(_vans.Id, UneConvention.Maintenant), Plan.Commencer(_drobie.Id, UneConvention.Maintenant),
            Diagnostic.Commencer(_vans.Id, UneConvention.Maintenant), Diagnostic.Commencer(_drobie.Id, UneConvention.Maintenant));
        _desDeux = ApplicationDeTest.Une(
            "Deux territoires",
            new Habilitation(Role.Coordination, Portee.Convention, _vans.Id.Value.ToString()),
            new Habilitation(Role.Coordination, Portee.Convention, _drobie.Id.Value.ToString()));
        var saisie = new SaisieAtelier("Grandir", null, ["jeunesse"], new DateOnly(2026, 3, 1), null, null, null, null, null);
        _atelier = await _app.EnvoyerAsync(new PlanifierAtelier.Command(_vans.Id, [_drobie.Id], saisie), _desDeux);
        _benevoles = Maillon.De(await _app.EnvoyerAsync(
            new Contribuer.Command(_vans.Id, _atelier, NatureContribution.Force, "Des bénévoles", null), _desDeux));
        _navette = Maillon.De(await _app.EnvoyerAsync(
            new Contribuer.Command(_vans.Id, _atelier, NatureContribution.IdeeAction, "Une navette", null), _desDeux));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_atelier_partage_nourrit_deux_plans_et_chacun_prend_ce_qu_il_veut()
    {
        var ficheVans = await FicheAsync(_vans, "Navette des Vans", _navette);
        var constatDrobie = await ConstatAsync(_drobie, "Un tissu associatif vivant", _benevoles);

        var (vans, drobie) = (await FilAsync(_vans), await FilAsync(_drobie));
        Assert.Equal([Maillon.De(ficheVans)], vans.SuitesDe(_navette).Select(v => v.Maillon.Maillon));
        Assert.Equal(["Une navette"], vans.OriginesDe(Maillon.De(ficheVans)).Select(v => v.Maillon.Texte));
        Assert.Equal("Grandir", Assert.Single(vans.OriginesDe(Maillon.De(ficheVans))).Maillon.Contexte);
        Assert.Equal([Maillon.De(constatDrobie)], drobie.SuitesDe(_benevoles).Select(v => v.Maillon.Maillon));
        Assert.Empty(drobie.SuitesDe(_navette));
        Assert.Empty(vans.SuitesDe(_benevoles));
    }

    [Fact]
    public async Task Le_fil_va_de_la_parole_a_l_action_et_dit_ce_qui_manque()
    {
        var constat = await ConstatAsync(_vans, "Les jeunes ne bougent pas sans voiture", _benevoles, _navette);
        await ConstatAsync(_vans, "Un autre constat", _benevoles);
        var axe = await _app.EnvoyerAsync(new FaireAxe.Command(_vans.Id, await RevisionPlanAsync(_vans), [Maillon.De(constat)], "Se déplacer"), _desDeux);
        var orientation = await _app.EnvoyerAsync(
            new FaireOrientation.Command(_vans.Id, await RevisionPlanAsync(_vans), [Maillon.De(constat)], axe, null, "Sans voiture"), _desDeux);
        var fiche = await _app.EnvoyerAsync(
            new FaireFiche.Command(_vans.Id, await RevisionPlanAsync(_vans), [Maillon.De(constat)], axe, orientation, "Une navette"), _desDeux);
        await _app.EnvoyerAsync(new CreerFiche.Command(_vans.Id, await RevisionPlanAsync(_vans), axe, null, "Sans origine"), _desDeux);

        var fil = await FilAsync(_vans);

        Assert.Equal(
            [Maillon.De(axe), Maillon.De(orientation), Maillon.De(fiche)], fil.SuitesDe(Maillon.De(constat)).Select(v => v.Maillon.Maillon));
        Assert.Equal([_benevoles, _navette], fil.OriginesDe(Maillon.De(constat)).Select(v => v.Maillon.Maillon));
        Assert.Equal(["Un autre constat"], fil.ConstatsSansSuite.Select(c => c.Texte));
        Assert.Equal(["Sans origine"], fil.FichesSansOrigine.Select(f => f.Texte));
        Assert.Equal(
            ["Les jeunes ne bougent pas sans voiture"],
            (await _app.EnvoyerAsync(new ConsulterFiche.Query(_vans.Id, fiche), _desDeux))!.Origines.Select(o => o.Texte));
    }

    [Fact]
    public async Task Ce_qui_est_inconnu_ou_etranger_ne_se_relie_pas_et_rien_n_est_ecrit()
    {
        var ailleurs = await ConstatAsync(_drobie, "Constat du voisin", _benevoles);
        var avant = await _app.JournalAsync(_vans.Id);

        foreach (var etranger in new[] { Maillon.De(ailleurs), Maillon.De(ContributionId.New()), Maillon.De(FicheActionId.New()) })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => FicheAsync(_vans, "Refusée", etranger));
        }

        Assert.Equal(avant.Append("AxeAjoute").Append("AxeAjoute").Append("AxeAjoute"), await _app.JournalAsync(_vans.Id));
        Assert.Equal(0, await _app.LireAsync(db => db.FichesAction.CountAsync()));
    }

    [Fact]
    public async Task Un_lien_dit_deux_fois_reste_un_lien()
    {
        var constat = Maillon.De(await ConstatAsync(_vans, "Peu de bus", _benevoles));

        await _app.EnvoyerAsync(new Relier.Command(_vans.Id, [_benevoles, _navette, _navette], constat), _desDeux);
        await _app.EnvoyerAsync(new Relier.Command(_vans.Id, [_navette], constat), _desDeux);

        Assert.Equal(2, (await FilAsync(_vans)).OriginesDe(constat).Count());
        Assert.Equal(2, (await _app.JournalAsync(_vans.Id)).Count(t => t == nameof(FiliationEtablie)));
    }

    [Fact]
    public async Task Ce_qui_disparait_quitte_le_fil_et_l_histoire_le_dit()
    {
        var constat = await ConstatAsync(_vans, "Peu de bus", _navette);
        var fiche = await FicheAsync(_vans, "Une navette", Maillon.De(constat));
        var lue = (await _app.EnvoyerAsync(new ConsulterFiche.Query(_vans.Id, fiche), _desDeux))!;

        await _app.EnvoyerAsync(new SupprimerFiche.Command(_vans.Id, fiche, lue.Revision), _desDeux);
        Assert.Empty((await FilAsync(_vans)).SuitesDe(Maillon.De(constat)));
        await _app.EnvoyerAsync(new RetirerConstat.Command(_vans.Id, await RevisionDiagnosticAsync(_vans), constat), _desDeux);

        Assert.True((await FilAsync(_vans)).EstVide);
        Assert.Equal(0, await _app.LireAsync(db => db.Filiations.CountAsync()));
        Assert.Equal(2, (await _app.JournalAsync(_vans.Id)).Count(t => t == nameof(FiliationRompue)));
    }

    [Fact]
    public async Task Une_contribution_reprise_par_la_voisine_ne_se_retire_plus()
    {
        var revision = await _app.LireAsync(db => db.Contributions.Where(c => c.Texte == "Une navette").Select(c => c.Revision).SingleAsync());
        await ConstatAsync(_drobie, "Peu de bus", _navette);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(
            new RetirerContribution.Command(_vans.Id, _atelier, revision, ContributionId.From(_navette.Id)), _desDeux));

        Assert.Equal("contribution-reprise", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(2, await _app.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task Une_convention_qui_a_repris_quelque_chose_reste_dans_le_partage()
    {
        await ConstatAsync(_drobie, "Peu de bus", _navette);
        var revision = await _app.LireAsync(db => db.Ateliers.Where(a => a.Id == _atelier).Select(a => a.Revision).SingleAsync());

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(
            new RetirerDuPartage.Command(_vans.Id, _atelier, revision, _drobie.Id), _desDeux));

        Assert.Equal("contribution-reprise", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(2, (await _app.LireAsync(db => db.Ateliers.SingleAsync(a => a.Id == _atelier))).Conventions.Count);
    }

    [Fact]
    public async Task Un_lien_se_retire_a_la_main_dans_sa_convention_seulement()
    {
        var constat = Maillon.De(await ConstatAsync(_vans, "Peu de bus", _navette));
        var lien = Assert.Single((await FilAsync(_vans)).OriginesDe(constat)).Filiation;

        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new Delier.Command(_drobie.Id, lien), _desDeux));
        await _app.EnvoyerAsync(new Delier.Command(_vans.Id, lien), _desDeux);

        Assert.Empty((await FilAsync(_vans)).OriginesDe(constat));
    }

    [Fact]
    public async Task Le_titre_d_une_fiche_confidentielle_ne_sort_pas_par_le_fil()
    {
        var constat = await ConstatAsync(_vans, "Constat", _navette);
        var fiche = await FicheAsync(_vans, "Fiche réservée", Maillon.De(constat));
        await _app.LireAsync(async db =>
        {
            var stockee = await db.FichesAction.SingleAsync(f => f.Id == fiche);
            return await db.Database.ExecuteSqlAsync($"UPDATE fiches_action SET confidentielle = true WHERE id = {stockee.Id.Value}");
        });

        var lecteur = await FilAsync(_vans, ApplicationDeTest.Une(Role.Lecteur, _vans.Id));

        Assert.Empty(lecteur.SuitesDe(Maillon.De(constat)));
        Assert.DoesNotContain(lecteur.Maillons, m => m.Texte == "Fiche réservée");
        Assert.Single((await FilAsync(_vans)).SuitesDe(Maillon.De(constat)));
    }

    [Fact]
    public async Task Le_document_imprime_le_fil_sans_les_fiches_confidentielles()
    {
        await _app.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        var constat = await ConstatAsync(_vans, "Peu de bus", _navette);
        await FicheAsync(_vans, "Une navette", Maillon.De(constat));
        var reservee = await FicheAsync(_vans, "Fiche réservée", Maillon.De(constat));
        await _app.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE fiches_action SET confidentielle = true WHERE id = {reservee.Value}"));

        var fichier = await _app.EnvoyerAsync(new ExporterConvention.Query(_vans.Id), _desDeux);

        using var json = JsonDocument.Parse(fichier.Contenu);
        var lien = Assert.Single(json.RootElement.GetProperty("fil").EnumerateArray());
        Assert.Equal("Une navette", lien.GetProperty("intitule").GetString());
        var origine = Assert.Single(lien.GetProperty("origines").EnumerateArray());
        Assert.Equal(("Besoin", "Peu de bus"), (origine.GetProperty("nature").GetString(), origine.GetProperty("texte").GetString()));
        Assert.Equal(["Une navette"], origine.GetProperty("ditEnAtelier").EnumerateArray().Select(d => d.GetString()));
    }

    [Fact]
    public async Task Le_fil_se_lit_en_un_nombre_fixe_de_commandes()
    {
        await ConstatAsync(_vans, "Constat 1", _benevoles);
        var peu = await CompterAsync();
        for (var i = 2; i <= 12; i++)
        {
            await FicheAsync(_vans, $"Fiche {i}", Maillon.De(await ConstatAsync(_vans, $"Constat {i}", _benevoles, _navette)));
        }

        Assert.Equal(peu, await CompterAsync());

        Task<int> CompterAsync() => _app.Sql.CompterAsync(() => FilAsync(_vans));
    }

    private async Task<Fil> FilAsync(Convention convention, Personne? par = null) =>
        (await _app.EnvoyerAsync(new ConsulterFil.Query(convention.Id), par ?? _desDeux))!.Fil;

    private async Task<ConstatId> ConstatAsync(Convention convention, string texte, params Maillon[] origines) => await _app.EnvoyerAsync(
        new FaireConstat.Command(convention.Id, await RevisionDiagnosticAsync(convention), origines, "jeunesse", NatureConstat.Besoin, texte), _desDeux);

    private async Task<FicheActionId> FicheAsync(Convention convention, string intitule, params Maillon[] origines)
    {
        var axe = await _app.EnvoyerAsync(
            new AjouterAxe.Command(convention.Id, await RevisionPlanAsync(convention), "Un axe", null, null), _desDeux);
        return await _app.EnvoyerAsync(
            new FaireFiche.Command(convention.Id, await RevisionPlanAsync(convention), origines, axe, null, intitule), _desDeux);
    }

    private Task<int> RevisionPlanAsync(Convention convention) =>
        _app.LireAsync(db => db.Plans.Where(p => p.ConventionId == convention.Id).Select(p => p.Revision).SingleAsync());

    private Task<int> RevisionDiagnosticAsync(Convention convention) =>
        _app.LireAsync(db => db.Diagnostics.Where(d => d.ConventionId == convention.Id).Select(d => d.Revision).SingleAsync());
}
