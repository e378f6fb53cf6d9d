using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Ateliers;

public sealed class AtelierTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly TerritoireRef Drobie = new(TypeTerritoire.Epci, "240700302", "CC du Pays Beaume-Drobie");

    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Convention _voisine = null!;
    private Personne _coordination = null!;
    private Personne _desDeux = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(EnAteliers);
        _voisine = UneConvention.Au(EnDiagnostic, UneConvention.Ouverture(UneConvention.Cadre("CTG Beaume-Drobie"), titulaires: [Drobie]));
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        _desDeux = ApplicationDeTest.Une("Deux Territoires", SurConvention(Role.Coordination, _convention), SurConvention(Role.Coordination, _voisine));
        await _app.SauverAsync(_convention, _voisine);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_atelier_se_prepare_se_tient_et_se_clot()
    {
        var avant = await _app.JournalAsync(_convention.Id);
        var id = await PlanifierAsync(_coordination);
        var revision = await _app.EnvoyerAsync(new DecrireAtelier.Command(_convention.Id, id, 1, Saisie("Jeunesse et mobilité")), _coordination);
        revision = await _app.EnvoyerAsync(new NoterPresence.Command(_convention.Id, id, revision, "Mission locale", 3), _coordination);
        revision = await _app.EnvoyerAsync(new NoterPresence.Command(_convention.Id, id, revision, "Csac", null), _coordination);
        revision = await _app.EnvoyerAsync(new RetirerPresence.Command(_convention.Id, id, revision, "Csac"), _coordination);
        var contribution = await _app.EnvoyerAsync(Contribution(id, "Peu de bus", NatureContribution.Faiblesse), _coordination);
        await _app.EnvoyerAsync(Contribution(id, "Une navette", NatureContribution.IdeeAction), _coordination);
        await _app.EnvoyerAsync(new RetirerContribution.Command(_convention.Id, id, 1, contribution), _coordination);
        await _app.EnvoyerAsync(new CloreAtelier.Command(_convention.Id, id, revision, "Priorité aux navettes."), _coordination with { Nom = "Léa Martin" });

        var dossier = await ConsulterAsync(id, _coordination);
        Assert.Equal(("Jeunesse et mobilité", StatutAtelier.Clos, "Priorité aux navettes."), (dossier.Description.Intitule, dossier.Statut, dossier.CompteRendu));
        Assert.Equal(new ConsulterAtelier.ParQui(UneConvention.Maintenant, "Léa Martin"), dossier.Cloture);
        Assert.Equal([new("Mission locale", 3)], dossier.Organisations);
        Assert.Equal("Une navette", Assert.Single(dossier.Contributions).Texte);
        Assert.False(dossier.Permet<Contribuer.Command>());
        Assert.Equal(
            [
                "AtelierPlanifie", "AtelierModifie", "PresenceNotee", "PresenceNotee", "PresenceRetiree",
                "ContributionRecueillie", "ContributionRecueillie", "ContributionRetiree", "AtelierClos",
            ],
            (await _app.JournalAsync(_convention.Id)).Where(t => !avant.Contains(t)));

        await _app.EnvoyerAsync(new RouvrirAtelier.Command(_convention.Id, id, dossier.Revision, "Une table oubliée"), _coordination);
        Assert.True((await ConsulterAsync(id, _coordination)).Permet<Contribuer.Command>());
    }

    [Fact]
    public async Task Partage_il_est_dans_les_deux_histoires_et_se_lit_des_deux_cotes()
    {
        var id = await PlanifierAsync(_desDeux, _voisine.Id, _convention.Id);
        await _app.EnvoyerAsync(new Contribuer.Command(_voisine.Id, id, NatureContribution.Force, "Des bénévoles", "Drobie"), _desDeux);

        foreach (var convention in new[] { _convention, _voisine })
        {
            Assert.Equal(["AtelierPlanifie", "ContributionRecueillie"], (await _app.JournalAsync(convention.Id)).Where(t => t is "AtelierPlanifie" or "ContributionRecueillie"));
            var dossier = await _app.EnvoyerAsync(new ConsulterAtelier.Query(convention.Id, id), _desDeux);
            Assert.Equal("Des bénévoles", Assert.Single(dossier!.Contributions).Texte);
        }

        Assert.Equal([new(_voisine.Id, "CC du Pays Beaume-Drobie", true)], (await ConsulterAsync(id, _desDeux)).PartageAvec);
        Assert.Equal([new(_voisine.Id, "CC du Pays Beaume-Drobie", false)], (await ConsulterAsync(id, _coordination)).PartageAvec);
    }

    /// <summary>Two conventions of one territory, saved together: a record that two aggregates share would be lost by one of them.</summary>
    [Fact]
    public async Task Nomme_la_voisine_meme_quand_elle_est_du_meme_territoire()
    {
        var (une, autre) = (UneConvention.Au(EnAteliers), UneConvention.Au(EnAteliers));
        var atelier = UnAtelier.Prevu(null, une.Id, autre.Id);
        await _app.SauverAsync(une, autre, atelier);

        foreach (var (ici, ailleurs) in new[] { (une, autre), (autre, une) })
        {
            var dossier = await _app.EnvoyerAsync(
                new ConsulterAtelier.Query(ici.Id, atelier.Id), ApplicationDeTest.Une(Role.Coordination, ici.Id));

            Assert.Equal([new(ailleurs.Id, "CC des Trois Rivières", false)], dossier!.PartageAvec);
        }
    }

    [Fact]
    public async Task Ne_se_partage_qu_avec_une_convention_ou_l_on_peut_planifier()
    {
        var lit = ApplicationDeTest.Une("Lit la voisine", SurConvention(Role.Coordination, _convention), SurConvention(Role.Lecteur, _voisine));

        await Assert.ThrowsAsync<NotFoundException>(() => PlanifierAsync(_coordination, _voisine.Id));
        await Assert.ThrowsAsync<AccesRefuseException>(() => PlanifierAsync(lit, _voisine.Id));

        Assert.Equal(0, await _app.LireAsync(db => db.Ateliers.CountAsync()));
    }

    [Fact]
    public async Task N_offre_de_partager_qu_avec_les_conventions_permises_et_modifiables()
    {
        var signee = UneConvention.Au(EnSuivi, UneConvention.Ouverture(UneConvention.Cadre("CTG signée")));
        var lue = UneConvention.Au(EnDiagnostic, UneConvention.Ouverture(UneConvention.Cadre("CTG lue")));
        await _app.SauverAsync(signee, lue);
        var personne = ApplicationDeTest.Une(
            "Plusieurs", [.. _desDeux.Habilitations, SurConvention(Role.Coordination, signee), SurConvention(Role.Lecteur, lue)]);
        await PlanifierAsync(personne);

        var dossier = await _app.EnvoyerAsync(new ConsulterPlanification.Query(_convention.Id), personne);

        Assert.Equal([new(_voisine.Id, "CTG Beaume-Drobie", "CC du Pays Beaume-Drobie")], dossier!.Voisines);
        Assert.Equal(["À la croisée des regards"], dossier.Series);
        Assert.Empty(dossier.Obstacles);
    }

    [Fact]
    public async Task Est_fige_des_qu_une_convention_qui_le_partage_est_signee()
    {
        var signee = UneConvention.Au(EnSuivi, UneConvention.Ouverture(UneConvention.Cadre("CTG signée")));
        var atelier = UnAtelier.Prevu(null, _convention.Id, signee.Id);
        await _app.SauverAsync(signee, atelier);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(Contribution(atelier.Id, "Trop tard"), _coordination));

        Assert.Equal([EtapesAtelier.PartageFige], refus.Obstacles);
        Assert.Equal([EtapesAtelier.PartageFige], (await ConsulterAsync(atelier.Id, _coordination)).ObstaclesALaModification);
    }

    [Fact]
    public async Task Une_salle_contribue_en_meme_temps_sans_se_gener()
    {
        var id = await PlanifierAsync(_desDeux, _voisine.Id);

        await Task.WhenAll(Enumerable.Range(1, 12).Select(i => _app.EnvoyerAsync(
            new Contribuer.Command(i % 2 == 0 ? _convention.Id : _voisine.Id, id, NatureContribution.Constat, $"Contribution {i}", null), _desDeux)));

        var dossier = await ConsulterAsync(id, _desDeux);
        Assert.Equal(12, dossier.Contributions.DistinctBy(c => c.Texte).Count());
        Assert.Equal(1, dossier.Revision);
    }

    [Fact]
    public async Task Une_revision_depassee_est_un_conflit()
    {
        var id = await PlanifierAsync(_coordination);
        await _app.EnvoyerAsync(new NoterPresence.Command(_convention.Id, id, 1, "Entre-temps", null), _coordination);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => _app.EnvoyerAsync(new DecrireAtelier.Command(_convention.Id, id, 1, Saisie("Autre")), _coordination));
    }

    [Fact]
    public async Task Une_partenaire_contribue_et_ne_fait_que_cela()
    {
        var id = await PlanifierAsync(_coordination);
        var partenaire = ApplicationDeTest.Une(Role.Partenaire, _convention.Id);

        await _app.EnvoyerAsync(Contribution(id, "Ce que voit l’association"), partenaire);
        var dossier = await ConsulterAsync(id, partenaire);

        Assert.True(dossier.Permet<Contribuer.Command>());
        Assert.False(dossier.Permet<RetirerContribution.Command>());
        await Assert.ThrowsAsync<AccesRefuseException>(
            () => _app.EnvoyerAsync(new NoterPresence.Command(_convention.Id, id, dossier.Revision, "Moi", 1), partenaire));
        await Assert.ThrowsAsync<AccesRefuseException>(
            () => _app.EnvoyerAsync(new CloreAtelier.Command(_convention.Id, id, dossier.Revision, null), partenaire));
    }

    [Theory]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Lecteur)]
    public async Task Qui_lit_sans_ecrire_est_refuse(Role role)
    {
        var id = await PlanifierAsync(_coordination);

        await Assert.ThrowsAsync<AccesRefuseException>(
            () => _app.EnvoyerAsync(Contribution(id, "Non"), ApplicationDeTest.Une(role, _convention.Id)));
    }

    [Fact]
    public async Task L_atelier_d_une_autre_convention_est_inconnu()
    {
        var id = await PlanifierAsync(_coordination);

        Assert.Null(await _app.EnvoyerAsync(new ConsulterAtelier.Query(_voisine.Id, id), _desDeux));
        await Assert.ThrowsAsync<NotFoundException>(
            () => _app.EnvoyerAsync(new Contribuer.Command(_voisine.Id, id, NatureContribution.Force, "Non", null), _desDeux));
    }

    [Fact]
    public async Task La_liste_separe_a_venir_et_tenus_et_groupe_les_series()
    {
        var (clos, contribution) = UnAtelier.Clos(_convention.Id, _voisine.Id);
        await _app.SauverAsync(
            UnAtelier.Prevu(new DateOnly(2026, 4, 2), _convention.Id), UnAtelier.Prevu(new DateOnly(2026, 4, 1), _convention.Id),
            Atelier.Planifier([_convention.Id], UnAtelier.Description("Forum") with { Serie = null, Date = null, Quand = "à l’automne" }, EnAteliers, UnAtelier.Le),
            clos, contribution, UnAtelier.Prevu(new DateOnly(2026, 3, 11), _convention.Id));

        var dossier = await _app.EnvoyerAsync(new ListerAteliers.Query(_convention.Id), _coordination);

        Assert.NotNull(dossier);
        Assert.Equal(["À la croisée des regards", null], dossier.AVenir.Select(s => s.Nom));
        Assert.Equal([new(2026, 4, 1), new DateOnly(2026, 4, 2)], dossier.AVenir[0].Ateliers.Select(a => a.Date));
        var tenus = Assert.Single(dossier.Tenus).Ateliers;
        Assert.Equal([StatutAtelier.Prevu, StatutAtelier.Clos], tenus.Select(a => a.Statut));
        Assert.Equal((1, 1, 1), (tenus[1].Organisations, tenus[1].Contributions, tenus[1].PartageAvec));
    }

    [Fact]
    public async Task Des_ateliers_sans_jour_se_suivent_par_leur_intitule()
    {
        Atelier Sans(int rang) => Atelier.Planifier(
            [_convention.Id], UnAtelier.Description($"Regards, atelier {rang} sur 3") with { Serie = "Regards", Date = null, Quand = "octobre 2026" }, EnAteliers, UnAtelier.Le);
        await _app.SauverAsync(Sans(3), Sans(1), Sans(2));

        var dossier = await _app.EnvoyerAsync(new ListerAteliers.Query(_convention.Id), _coordination);

        string[] ranges = ["Regards, atelier 1 sur 3", "Regards, atelier 2 sur 3", "Regards, atelier 3 sur 3"];
        Assert.Equal(ranges, Assert.Single(dossier!.AVenir).Ateliers.Select(a => a.Intitule));
        Assert.Equal(ranges, Assert.Single(dossier.Cycles).Ateliers.Select(a => a.Intitule));
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_au_champ()
    {
        Assert.Equal(["Intitule", "Date"], await ChampsAsync(new PlanifierAtelier.Command(_convention.Id, [], Saisie(" ") with { Date = new(1900, 1, 1) })));
        Assert.Equal(["Intitule"], await ChampsAsync(new DecrireAtelier.Command(_convention.Id, AtelierId.New(), 1, Saisie(null))));
        Assert.Equal(["Nature", "Texte"], await ChampsAsync(new Contribuer.Command(_convention.Id, AtelierId.New(), null, " ", null)));
        Assert.Equal(["Organisation", "Nombre"], await ChampsAsync(new NoterPresence.Command(_convention.Id, AtelierId.New(), 1, "", 0)));
        Assert.Equal(["CompteRendu"], await ChampsAsync(new CloreAtelier.Command(_convention.Id, AtelierId.New(), 1, new('x', 20_001))));
        Assert.Equal(["Motif"], await ChampsAsync(new RouvrirAtelier.Command(_convention.Id, AtelierId.New(), 1, null)));

        async Task<string[]> ChampsAsync<T>(MediatR.IRequest<T> commande) =>
            [.. (await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(commande, _coordination))).Errors.Select(e => e.PropertyName)];
    }

    [Fact]
    public async Task Se_lit_avec_autant_de_commandes_SQL_quel_que_soit_son_volume()
    {
        var (atelier, contribution) = UnAtelier.Tenu(_convention.Id);
        await _app.SauverAsync(atelier, contribution);
        var peu = await _app.Sql.CompterAsync(() => ConsulterAsync(atelier.Id, _coordination));
        var liste = await _app.Sql.CompterAsync(() => ListerAsync());
        await _app.LireAsync(async db =>
        {
            var plein = await db.Ateliers.SingleAsync();
            for (var i = 0; i < 100; i++)
            {
                db.Add(UnAtelier.Contribution(atelier, $"Force {i}", rang: i + 2));
                plein.NoterPresence($"Organisation {i}", i + 1, EnAteliers, UneConvention.Maintenant);
                db.Add(UnAtelier.Prevu(null, _convention.Id));
            }

            return await db.SaveChangesAsync();
        });

        Assert.Equal(peu, await _app.Sql.CompterAsync(() => ConsulterAsync(atelier.Id, _coordination)));
        Assert.Equal(liste, await _app.Sql.CompterAsync(() => ListerAsync()));
        Assert.InRange(peu, 1, 17);

        Task ListerAsync() => _app.EnvoyerAsync(new ListerAteliers.Query(_convention.Id), _coordination);
    }

    private static Habilitation SurConvention(Role role, Convention convention) => new(role, Portee.Convention, convention.Id.Value.ToString());

    private static SaisieAtelier Saisie(string? intitule) => new(
        intitule, "À la croisée des regards", ["jeunesse"], new DateOnly(2026, 3, 12), null, "Hirson", "Csac", null, "48");

    private Task<AtelierId> PlanifierAsync(Personne par, params ConventionId[] partageAvec) =>
        _app.EnvoyerAsync(new PlanifierAtelier.Command(_convention.Id, partageAvec, Saisie("Grandir et bien vivre")), par);

    private Contribuer.Command Contribution(AtelierId atelier, string texte, NatureContribution nature = NatureContribution.Force) =>
        new(_convention.Id, atelier, nature, texte, "Mission locale");

    private async Task<ConsulterAtelier.Dossier> ConsulterAsync(AtelierId id, Personne par)
    {
        var dossier = await _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, id), par);
        Assert.NotNull(dossier);
        return dossier;
    }
}
