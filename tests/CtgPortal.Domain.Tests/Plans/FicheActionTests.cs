using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UnPlan;

namespace CtgPortal.Domain.Tests.Plans;

public sealed class FicheActionTests
{
    private static readonly Dictionary<string, Action<FicheAction, StatutConvention>> Gestes = new()
    {
        ["Rediger"] = (f, e) => f.Rediger(new(Pourquoi: new("Un constat", null, null)), e, Maintenant),
        ["ConfierA"] = (f, e) => f.ConfierA(UtilisateurId.New(), e, Maintenant),
        ["DefinirOperations"] = (f, e) => f.DefinirOperations([(null, new("Recruter", null, null, null, null, null))], e, Maintenant),
        ["DefinirFinancements"] = (f, e) => f.DefinirFinancements([new("Caf", 2026, NatureDepense.Fonctionnement, 1m, null)], e, Maintenant),
        ["DefinirIndicateurs"] = (f, e) => f.DefinirIndicateurs([(null, UneFiche.PlacesOuvertes)], e, Maintenant),
    };

    public static MatrixTheoryData<string, StatutConvention> GestesEtEtapes => new(Gestes.Keys, Enum.GetValues<StatutConvention>());

    [Theory, MemberData(nameof(GestesEtEtapes))]
    public void Une_fiche_s_ecrit_quand_le_plan_est_modifiable_et_jamais_sinon(string geste, StatutConvention etape)
    {
        var fiche = UneFiche.Nouvelle();

        var refus = Record.Exception(() => Gestes[geste](fiche, etape)) as BusinessRuleException;

        Assert.Equal(CycleDeVie.PlanModifiable(etape) ? null : [Obstacles.PlanFige], refus?.Obstacles);
        Assert.Equal(CycleDeVie.PlanModifiable(etape) ? 2 : 1, fiche.Revision);
    }

    [Theory]
    [InlineData(StatutConvention.EnSignature)]
    [InlineData(StatutConvention.Terminee)]
    public void Une_fiche_ne_nait_pas_dans_un_plan_fige(StatutConvention etape) =>
        Assert.Equal("plan-fige", Refus(() => FicheAction.Creer(ConventionId.New(), "Une fiche", etape, Maintenant)));

    [Theory]
    [InlineData("   ", "fiche-absent")]
    [InlineData(null, "fiche-absent")]
    public void Une_fiche_a_un_titre(string? titre, string code) =>
        Assert.Equal(code, Refus(() => FicheAction.Creer(ConventionId.New(), titre!, Etape, Maintenant)));

    [Fact]
    public void Un_titre_a_une_limite()
    {
        Assert.Equal("fiche-trop-long", Refus(() => UneFiche.Nouvelle(intitule: new string('é', 301))));
        Assert.Equal(300, UneFiche.Nouvelle(intitule: new string('é', 300)).Intitule.Length);
    }

    [Fact]
    public void Seules_les_sections_donnees_changent_et_chaque_champ_est_raconte()
    {
        var fiche = UneFiche.Complete();

        fiche.Rediger(new(Pourquoi: new("  Un autre constat. ", null, fiche.Pourquoi.LienSchemas)), Etape, Maintenant);

        Assert.Equal(("Un autre constat.", null, "Schéma départemental des services aux familles"), (fiche.Pourquoi.Constat, fiche.Pourquoi.Enjeu, fiche.Pourquoi.LienSchemas));
        Assert.Equal("Ouvrir des places.", fiche.Quoi.ObjectifGeneral);
        Assert.Equal(
            [new("constat", "Une place pour trois enfants.", "Un autre constat."), new("enjeu", "Reprendre un emploi.", null)],
            Assert.IsType<FicheRedigee>(fiche.Events[^1]).Changements);
    }

    [Fact]
    public void Redire_la_meme_chose_ne_raconte_rien()
    {
        var fiche = UneFiche.Complete();
        var revision = fiche.Revision;

        fiche.Rediger(
            new(fiche.Identite, fiche.Pourquoi, fiche.Quoi, fiche.PourQui, fiche.Qui, fiche.Quand, fiche.Moyens, fiche.Resultats), Etape, Maintenant);
        fiche.DefinirFinancements([.. fiche.Financements], Etape, Maintenant);
        fiche.DefinirIndicateurs([.. fiche.Indicateurs.Select(i => ((IndicateurFicheId?)i.Id, i.Decrit()))], Etape, Maintenant);
        fiche.ConfierA(null, Etape, Maintenant);

        Assert.Equal(revision, fiche.Revision);
    }

    public static TheoryData<string, SectionsFiche> SectionsInvalides => new()
    {
        { "dates-inversees", new(Quand: new(null, new DateOnly(2027, 1, 1), new DateOnly(2026, 1, 1), false)) },
        { "fin-contradictoire", new(Quand: new(null, null, new DateOnly(2026, 1, 1), true)) },
        { "date-invalide", new(Quand: new(null, new DateOnly(1999, 12, 31), null, false)) },
        { "date-invalide", new(Quand: new(null, null, new DateOnly(2061, 1, 1), false)) },
        { "nombre-vise-invalide", new(PourQui: new(null, -1, null, [])) },
        { "etp-invalide", new(Moyens: new(null, -0.5m, null, null, false)) },
        { "cout-invalide", new(Moyens: new(null, null, null, 1_000_000_001m, false)) },
        { "constat-trop-long", new(Pourquoi: new(new string('x', 20_001), null, null)) },
        { "secteur-trop-long", new(PourQui: new(null, null, new string('x', 301), [])) },
        { "champ-trop-nombreux", new(Identite: new("Une fiche", [.. Enumerable.Range(1, 31).Select(i => $"champ {i}")], null, false, false)) },
    };

    [Theory, MemberData(nameof(SectionsInvalides))]
    public void Une_section_invalide_est_refusee_et_rien_ne_change(string code, SectionsFiche sections)
    {
        var fiche = UneFiche.Nouvelle();

        Assert.Equal(code, Refus(() => fiche.Rediger(sections with { Qui = new("CC", null, null, null, null, null, null) }, Etape, Maintenant)));
        Assert.Equal(1, fiche.Revision);
        Assert.Equal(QuiFiche.Vide, fiche.Qui);
    }

    [Fact]
    public void Une_action_sans_fin_est_en_amelioration_continue()
    {
        var fiche = UneFiche.Nouvelle();

        fiche.Rediger(new(Quand: new(" Toute l’année ", new DateOnly(2026, 1, 1), null, true)), Etape, Maintenant);

        Assert.Equal(new("Toute l’année", new DateOnly(2026, 1, 1), null, true), fiche.Quand);
    }

    [Fact]
    public void Une_fiche_se_confie_et_se_reprend()
    {
        var fiche = UneFiche.Nouvelle();
        var pilote = UtilisateurId.New();

        fiche.ConfierA(pilote, Etape, Maintenant);
        Assert.Equal(pilote, fiche.PiloteUtilisateurId);

        fiche.ConfierA(null, Etape, Maintenant);
        Assert.Null(fiche.PiloteUtilisateurId);
        Assert.Equal([new("pilote-compte", pilote.Value.ToString(), null)], Assert.IsType<FicheConfiee>(fiche.Events[^1]).Changements);
    }

    [Fact]
    public void Les_operations_gardent_l_ordre_donne()
    {
        var fiche = UneFiche.Complete();

        fiche.DefinirOperations([.. fiche.Operations.Reverse().Select(o => ((OperationId?)null, o.Decrit() with { Budget = null }))], Etape, Maintenant);

        Assert.Equal([("Ouvrir", 1), ("Recruter", 2)], fiche.Operations.Select(o => (o.Intitule, o.Rang)));
    }

    [Theory]
    [InlineData("operation-absent", "", 0)]
    [InlineData("budget-invalide", "Recruter", -1)]
    public void Une_operation_invalide_est_refusee(string code, string intitule, int budget) =>
        Assert.Equal(code, Refus(() => UneFiche.Nouvelle().DefinirOperations([(null, new(intitule, null, null, budget, null, null))], Etape, Maintenant)));

    [Fact]
    public void Les_lignes_ont_un_nombre_maximal()
    {
        var fiche = UneFiche.Nouvelle();
        var operation = new DescriptionOperation("Recruter", null, null, null, null, null);

        Assert.Equal("operations-trop-nombreux", Refus(() => fiche.DefinirOperations([.. Enumerable.Repeat(((OperationId?)null, operation), 51)], Etape, Maintenant)));
        Assert.Equal("indicateurs-trop-nombreux", Refus(() => fiche.DefinirIndicateurs([.. Enumerable.Repeat(((IndicateurFicheId?)null, UneFiche.Satisfaction), 51)], Etape, Maintenant)));
        Assert.Equal("financements-trop-nombreux", Refus(() => fiche.DefinirFinancements(
            [.. Enumerable.Range(1, 201).Select(i => new Financement($"Financeur {i}", 2026, NatureDepense.Fonctionnement, 1m, null))], Etape, Maintenant)));
    }

    [Fact]
    public void Deux_lignes_du_meme_financeur_de_la_meme_annee_et_de_la_meme_nature_sont_refusees()
    {
        var fiche = UneFiche.Nouvelle();

        Assert.Equal("financement-double", Refus(() => fiche.DefinirFinancements(
            [new("Caf", 2026, NatureDepense.Fonctionnement, 1m, null), new("CAF ", 2026, NatureDepense.Fonctionnement, null, 2m)], Etape, Maintenant)));
        fiche.DefinirFinancements(
            [new("Caf", 2026, NatureDepense.Fonctionnement, 1m, null), new("Caf", 2026, NatureDepense.Investissement, 1m, null), new("Caf", 2027, NatureDepense.Fonctionnement, 1m, null)],
            Etape, Maintenant);
        Assert.Equal(3, fiche.Financements.Count);
    }

    [Theory]
    [InlineData("annee-invalide", "Caf", 1999, 1, null)]
    [InlineData("annee-invalide", "Caf", 2061, 1, null)]
    [InlineData("montant-invalide", "Caf", 2026, -1, null)]
    [InlineData("montant-invalide", "Caf", 2026, 1, -1)]
    [InlineData("montant-absent", "Caf", 2026, null, null)]
    [InlineData("financeur-absent", " ", 2026, 1, null)]
    public void Un_financement_invalide_est_refuse(string code, string financeur, int annee, int? prevu, int? realise) =>
        Assert.Equal(code, Refus(() => new Financement(financeur, annee, NatureDepense.Fonctionnement, prevu, realise)));

    [Fact]
    public void Un_indicateur_garde_son_identifiant_quand_on_le_reecrit()
    {
        var fiche = UneFiche.Complete();
        var (places, satisfaction) = (fiche.Indicateurs[0].Id, fiche.Indicateurs[1].Id);

        fiche.DefinirIndicateurs([(satisfaction, UneFiche.Satisfaction), (null, UneFiche.PlacesOuvertes with { Intitule = "Familles reçues" }), (places, UneFiche.PlacesOuvertes with { Cible = 80 })], Etape, Maintenant);

        Assert.Equal([satisfaction, places], new[] { fiche.Indicateurs[0].Id, fiche.Indicateurs[2].Id });
        Assert.Equal([1, 2, 3], fiche.Indicateurs.Select(i => i.Rang));
        Assert.Equal(80, fiche.Indicateurs[2].Cible);
        Assert.DoesNotContain(fiche.Indicateurs[1].Id, new[] { places, satisfaction });
    }

    [Fact]
    public void Un_indicateur_refuse_ne_touche_pas_aux_autres()
    {
        var fiche = UneFiche.Complete();
        var places = fiche.Indicateurs[0].Id;

        Assert.Equal("indicateur-absent", Refus(() => fiche.DefinirIndicateurs(
            [(places, UneFiche.PlacesOuvertes with { Cible = 999 }), (null, UneFiche.Satisfaction with { Intitule = " " })], Etape, Maintenant)));

        Assert.Equal(60, fiche.Indicateurs[0].Cible);
        Assert.Equal(2, fiche.Indicateurs.Count);
    }

    private static string Refus(Action geste) => Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code;

    private static string Refus(Func<object> geste) => Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code;
}
