using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;

namespace CtgPortal.Application.Tests.Plans;

public sealed class FicheTests(PostgresServer serveur)
{
    [Fact]
    public async Task Une_fiche_complete_se_relit_telle_qu_elle_fut_ecrite()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var ecrite = t.Fiches[3];

        var lue = await t.LireAsync(ecrite);

        Assert.Equal((ecrite.Revision, "4", "1.2"), (lue.Revision, lue.Numero, Assert.Single(lue.Branches).Numero));
        Assert.Equal(ecrite.Pourquoi with { Schemas = [] }, lue.Pourquoi with { Schemas = [] });
        Assert.Equal(ecrite.Pourquoi.Schemas, lue.Pourquoi.Schemas);
        Assert.Equal((ecrite.Quoi, ecrite.Qui, ecrite.Quand, ecrite.Moyens, ecrite.Resultats), (lue.Quoi, lue.Qui, lue.Quand, lue.Moyens, lue.Resultats));
        Assert.Equal((ecrite.Identite.Intitule, ecrite.PourQui.Publics), (lue.Identite.Intitule, lue.PourQui.Publics));
        Assert.Equal(["Recruter", "Ouvrir"], lue.Operations.Select(o => o.Description.Intitule));
        Assert.Equal(new Somme(72_000m, 28_500.5m), lue.Budget.Total);
        Assert.Equal([UneFiche.PlacesOuvertes, UneFiche.Satisfaction], lue.Indicateurs.Select(i => i.Description));
        Assert.Equal(UneConvention.Communes.Select(c => c.Nom).Order(), lue.Perimetre.Select(c => c.Nom));
        Assert.Equal((true, true, false), (lue.PeutRediger, lue.PeutGerer, lue.PeutSuivre));
    }

    [Fact]
    public async Task Chaque_partie_s_enregistre_sans_toucher_aux_autres()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (id, places) = (t.Fiches[0].Id, t.Fiches[0].Indicateurs[0].Id);

        var (revision, _) = await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, id, t.Fiches[0].Revision, new(PourQui: new("Tous", 12, null, ["02381"]))));
        (revision, _) = await t.EnvoyerAsync(new DefinirOperations.Command(t.Convention, id, revision, [new(null, "Ouvrir", null, null, 10.5m, null, null)]));
        (revision, _) = await t.EnvoyerAsync(new DefinirFinancements.Command(t.Convention, id, revision, [new("MSA", NatureDepense.Investissement, [new(2026, null, null), new(2027, 5m, null)])]));
        (revision, _) = await t.EnvoyerAsync(new DefinirIndicateurs.Command(
            t.Convention, id, revision, [new(places, "Places", TypeIndicateur.Quantitatif, null, "places", 1, 2, null, null)]));

        var lue = await t.LireAsync(t.Fiches[0]);
        Assert.Equal(revision, lue.Revision);
        Assert.Equal(["02381"], lue.PourQui.Communes);
        Assert.Equal(10.5m, Assert.Single(lue.Operations).Description.Budget);
        Assert.Equal("MSA", Assert.Single(lue.Financements).Financeur);
        Assert.Equal(places, Assert.Single(lue.Indicateurs).Id);
        Assert.Equal(t.Fiches[0].Quoi, lue.Quoi);
    }

    [Fact]
    public async Task Les_erreurs_portent_le_nom_du_champ()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];

        Assert.Equal(["Constat"], await ChampsRefusesAsync(t, new(Pourquoi: new(new string('x', 20_001), null, null))));
        Assert.Equal(["Intitule"], await ChampsRefusesAsync(t, new(Identite: fiche.Identite with { Intitule = "" })));
        Assert.Equal(["NombreVise", "Communes"], await ChampsRefusesAsync(t, new(PourQui: new(null, -1, null, ["75056"]))));
        Assert.Equal(["PiloteStructure"], await ChampsRefusesAsync(t, new(Qui: QuiFiche.Vide with { PiloteStructure = new string('x', 301) })));
        var refus = await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(
            new DefinirFinancements.Command(t.Convention, fiche.Id, fiche.Revision, [new("", NatureDepense.Fonctionnement, [new(2026, 1m, null), new(1900, -1m, null)])])));
        Assert.Equal(["Financements[0].Financeur", "Financements[0].Cellules[1].Annee", "Financements[0].Cellules[1].Prevu"], refus.Errors.Select(e => e.PropertyName));
        refus = await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(
            new DefinirFinancements.Command(t.Convention, fiche.Id, fiche.Revision, [new("Caf", NatureDepense.Fonctionnement, [new(2026, null, null)])])));
        Assert.Equal(["Financements[0].Financeur"], refus.Errors.Select(e => e.PropertyName));
    }

    [Fact]
    public async Task Le_pilote_ecrit_sur_sa_fiche_et_sur_aucune_autre()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var pilote = await t.PiloteAsync(t.Fiches[0]);
        var sienne = await t.LireAsync(t.Fiches[0], pilote);

        Assert.Equal((true, false), (sienne.PeutRediger, sienne.PeutGerer));
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, sienne.Id, sienne.Revision, new(Pourquoi: new("Vu du terrain", null, null))), pilote);
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(
            new RedigerFiche.Command(t.Convention, t.Fiches[1].Id, t.Fiches[1].Revision, new(Pourquoi: new("Chez le voisin", null, null))), pilote));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(
            new ConsulterFiche.Query(t.Convention, t.Fiches[1].Id, ConsulterFiche.Intention.Rediger), pilote));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new ConfierFiche.Command(t.Convention, sienne.Id, sienne.Revision, null), pilote));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Le_pilote_ne_decide_pas_si_sa_fiche_est_imposee_ou_confidentielle(bool imposee, bool confidentielle)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var pilote = await t.PiloteAsync(t.Fiches[0]);
        var sienne = await t.LireAsync(t.Fiches[0], pilote);
        var identite = sienne.Identite with { ImposeeParLaCaf = imposee, Confidentielle = confidentielle };

        await Assert.ThrowsAsync<AccesRefuseException>(() =>
            t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, sienne.Id, sienne.Revision, new(identite)), pilote));
        var (revision, _) = await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, sienne.Id, sienne.Revision, new(sienne.Identite with { Intitule = "Son titre" })), pilote);
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, sienne.Id, revision, new(identite)));
    }

    [Theory]
    [InlineData(Role.Coordination, true)]
    [InlineData(Role.Administrateur, true)]
    [InlineData(Role.Partenaire, false)]
    [InlineData(Role.Signataire, false)]
    [InlineData(Role.Lecteur, false)]
    public async Task Une_fiche_confidentielle_n_existe_que_pour_la_Caf_la_coordination_et_son_pilote(Role role, bool visible)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 3);
        var fiche = t.Fiches[1];
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Confidentielle = true })));
        var personne = t.Avec(role);

        Assert.Equal(visible ? ["1", "2", "3"] : ["1", "3"], (await t.LireAsync(personne)).Plan.Fiches.Select(f => f.Numero));
        Assert.Equal(visible, await t.EnvoyerAsync(new ConsulterFiche.Query(t.Convention, fiche.Id), personne) is not null);
        Assert.NotNull(await t.EnvoyerAsync(new ConsulterFiche.Query(t.Convention, fiche.Id), await t.PiloteAsync(fiche)));
    }

    [Fact]
    public async Task Une_fiche_se_confie_a_un_compte_qui_peut_ecrire_dans_la_convention()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        var partenaire = await InscrireAsync(t, "marie@exemple.fr", new(Role.Partenaire, Portee.Convention, t.Convention.Value.ToString()));
        var lecteur = await InscrireAsync(t, "jean@exemple.fr", new(Role.Lecteur, Portee.Convention, t.Convention.Value.ToString()));
        var ailleurs = await InscrireAsync(t, "anne@exemple.fr", new(Role.Conseiller, Portee.Caf, "59"));

        await t.EnvoyerAsync(new ConfierFiche.Command(t.Convention, fiche.Id, fiche.Revision, partenaire));

        var lue = await t.LireAsync(fiche);
        Assert.Equal(partenaire, lue.Pilote);
        Assert.Equal([partenaire], lue.PilotesPossibles.Select(p => p.Id));
        foreach (var autre in new[] { lecteur, ailleurs, UtilisateurId.New() })
        {
            var refus = await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(new ConfierFiche.Command(t.Convention, fiche.Id, lue.Revision, autre)));
            Assert.Equal("Pilote", Assert.Single(refus.Errors).PropertyName);
        }
    }

    private static async Task<IEnumerable<string>> ChampsRefusesAsync(PlanDeTest t, SectionsFiche sections) =>
        (await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(
            new RedigerFiche.Command(t.Convention, t.Fiches[0].Id, t.Fiches[0].Revision, sections)))).Errors.Select(e => e.PropertyName);

    private static Task<UtilisateurId> InscrireAsync(PlanDeTest t, string courriel, Habilitation habilitation) =>
        t.Application.LireAsync(async db =>
        {
            var compte = new Utilisateur { Id = Guid.CreateVersion7(), Prenom = "Camille", Nom = "Martin", Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant() };
            compte.Habiliter([habilitation]);
            db.Users.Add(compte);
            await db.SaveChangesAsync();
            return new UtilisateurId(compte.Id);
        });
}
