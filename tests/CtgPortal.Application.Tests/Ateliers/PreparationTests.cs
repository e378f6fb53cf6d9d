using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Ateliers;

public sealed class PreparationTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Convention _voisine = null!;
    private Personne _coordination = null!;
    private Personne _desDeux = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(EnAteliers);
        _voisine = UneConvention.Au(EnDiagnostic, UneConvention.Ouverture(UneConvention.Cadre("CTG voisine")));
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        _desDeux = ApplicationDeTest.Une("Deux Territoires", SurConvention(_convention), SurConvention(_voisine));
        await _app.SauverAsync(_convention, _voisine);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Une_serie_se_planifie_d_un_geste_et_se_lit_ensemble()
    {
        await PlanifierAsync(_desDeux, _voisine.Id);

        foreach (var convention in new[] { _convention, _voisine })
        {
            var dossier = await _app.EnvoyerAsync(new ListerAteliers.Query(convention.Id), _desDeux);
            var cycle = Assert.Single(dossier!.Cycles);
            Assert.Equal(("Cycle", 3), (cycle.Nom, cycle.Ateliers.Count));
            Assert.Equal(["Jeunesse (1/3)", "Mobilité", "Jeunesse (3/3)"], cycle.Ateliers.Select(a => a.Intitule));
            Assert.Equal([new(9, 0), new(14, 0), new TimeOnly(9, 0)], cycle.Ateliers.Select(a => a.Heure!.Value));
            Assert.Equal(["Salle commune", "Salle commune", "Hirson"], cycle.Ateliers.Select(a => a.Lieu));
        }
    }

    [Fact]
    public async Task Une_serie_se_renomme_entiere_ou_pas_du_tout()
    {
        await PlanifierAsync(_coordination);
        await _app.EnvoyerAsync(new RenommerSerie.Command(_convention.Id, "Cycle", "Cycle 2026"), _coordination);
        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new RenommerSerie.Command(_convention.Id, "Cycle", "Autre"), _coordination));

        Assert.Equal(["Cycle 2026"], await _app.LireAsync(db => db.Ateliers.Select(a => a.Description.Serie!).Distinct().ToListAsync()));

        var signee = UneConvention.Au(EnSuivi, UneConvention.Ouverture(UneConvention.Cadre("CTG signée")));
        await _app.SauverAsync(signee, Atelier.Planifier(
            [_convention.Id, signee.Id], UnAtelier.Description("Figé") with { Serie = "Cycle 2026" }, EnAteliers, UnAtelier.Le));
        await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(new RenommerSerie.Command(_convention.Id, "Cycle 2026", "Non"), _coordination));
        Assert.Equal(0, await _app.LireAsync(db => db.Ateliers.CountAsync(a => a.Description.Serie == "Non")));
    }

    [Fact]
    public async Task Ce_qui_manque_a_une_serie_est_dit_au_champ()
    {
        var refus = await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(
            new PlanifierSerie.Command(_convention.Id, [], Commun() with { Serie = null }, [new(null, null, null, new(9, 0), null)]), _coordination));

        Assert.Equal(["Serie", "Seances", "Seances[0].HeureFin"], refus.Errors.Select(e => e.PropertyName));
    }

    [Fact]
    public async Task Le_partage_change_apres_coup_avec_confirmation_et_les_deux_journaux_le_disent()
    {
        var id = (await PlanifierAsync(_coordination))[0];
        var refus = await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(new PartagerAtelier.Command(_convention.Id, id, 1, _voisine.Id, Confirme: false), _desDeux));
        Assert.Equal("Confirme", Assert.Single(refus.Errors).PropertyName);
        await Assert.ThrowsAsync<NotFoundException>(
            () => _app.EnvoyerAsync(new PartagerAtelier.Command(_convention.Id, id, 1, _voisine.Id, Confirme: true), _coordination));

        var revision = await _app.EnvoyerAsync(new PartagerAtelier.Command(_convention.Id, id, 1, _voisine.Id, Confirme: true), _desDeux);
        Assert.NotNull(await _app.EnvoyerAsync(new ConsulterAtelier.Query(_voisine.Id, id), _desDeux));
        await _app.EnvoyerAsync(new RetirerDuPartage.Command(_convention.Id, id, revision, _voisine.Id), _desDeux);

        Assert.Null(await _app.EnvoyerAsync(new ConsulterAtelier.Query(_voisine.Id, id), _desDeux));
        foreach (var convention in new[] { _convention, _voisine })
        {
            Assert.Equal(
                ["AtelierPartage", "AtelierRetireDuPartage"],
                (await _app.JournalAsync(convention.Id)).Where(t => t.Contains("Partage", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task L_agenda_s_enregistre_se_reordonne_et_se_relit()
    {
        var id = (await PlanifierAsync(_coordination))[0];
        var revision = await _app.EnvoyerAsync(
            new DefinirAgenda.Command(_convention.Id, id, 1, [new(null, "Accueil", 15, null, null), new(null, "Tables", 90, "Csac", "Trois")]), _coordination);
        var lu = (await _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, id), _coordination))!.Preparation.Agenda;

        await _app.EnvoyerAsync(
            new DefinirAgenda.Command(
                _convention.Id, id, revision,
                [new(lu[1].Etape.Id, "Tables", 60, "Csac", null), new(lu[0].Etape.Id, "Accueil", 15, null, null), new(null, "Suite", 10, null, null)]),
            _coordination);

        var relu = (await _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, id), _coordination))!.Preparation;
        Assert.Equal([lu[1].Etape.Id, lu[0].Etape.Id], relu.Agenda.Take(2).Select(e => e.Etape.Id));
        Assert.Equal([new(9, 0), new(10, 0), new TimeOnly(10, 15)], relu.Agenda.Select(e => e.Debut!.Value));
        Assert.Equal((85, new TimeOnly(12, 0), 0), (relu.Duree, relu.Fin!.Value, relu.DepasseDe));
    }

    private static Habilitation SurConvention(Convention convention) => new(Role.Coordination, Portee.Convention, convention.Id.Value.ToString());

    private static SaisieAtelier Commun() => new("Jeunesse", "Cycle", ["jeunesse"], null, null, "Salle commune", "Csac", null, null)
    {
        Heure = new(9, 0),
        HeureFin = new(12, 0),
    };

    private Task<IReadOnlyList<AtelierId>> PlanifierAsync(Personne par, params ConventionId[] partageAvec) => _app.EnvoyerAsync(
        new PlanifierSerie.Command(
            _convention.Id, partageAvec, Commun(),
            [
                new(null, new(2026, 4, 1), null, null, null), new("Mobilité", new(2026, 4, 1), new(14, 0), new(17, 0), null),
                new(null, new(2026, 4, 8), null, null, "Hirson"),
            ]),
        par);
}
