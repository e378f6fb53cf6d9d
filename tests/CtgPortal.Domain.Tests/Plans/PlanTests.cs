using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;
using static CtgPortal.TestSupport.Builders.UnPlan;

namespace CtgPortal.Domain.Tests.Plans;

public sealed class PlanTests
{
    /// <summary>Every stage must be one or the other: a new one fails <see cref="Chaque_etape_est_classee"/>.</summary>
    private static readonly StatutConvention[] Ouvertes = [EnDiagnostic, EnAteliers, EnRedaction, EnSuivi];

    private static readonly StatutConvention[] Figees = [EnSignature, Terminee, Abandonnee, Resiliee];

    private static readonly Dictionary<string, Action<Plan, AxeId, OrientationId, FicheActionId, StatutConvention>> Gestes = new()
    {
        ["DefinirNiveaux"] = (p, _, _, _, e) => p.DefinirNiveaux(["Enjeu", "Objectif", "Action"], Numerotation.Continue, e, Maintenant),
        ["AjouterAxe"] = (p, _, _, _, e) => p.AjouterAxe("Jeunesse", null, null, e, Maintenant),
        ["ModifierAxe"] = (p, a, _, _, e) => p.ModifierAxe(a, "Jeunesse", CouleurAxe.Prune, "star", e, Maintenant),
        ["DeplacerAxe"] = (p, a, _, _, e) => p.DeplacerAxe(a, 2, e, Maintenant),
        ["RetirerAxe"] = (p, _, _, _, e) => p.RetirerAxe(p.Axes[1].Id, e, Maintenant),
        ["AjouterOrientation"] = (p, a, _, _, e) => p.AjouterOrientation(a, null, "Autre", e, Maintenant),
        ["ModifierOrientation"] = (p, _, o, _, e) => p.ModifierOrientation(o, "Autre", e, Maintenant),
        ["DeplacerOrientation"] = (p, a, o, _, e) => p.DeplacerOrientation(o, a, null, 2, e, Maintenant),
        ["RetirerOrientation"] = (p, _, _, _, e) => p.RetirerOrientation(p.Orientations[1].Id, e, Maintenant),
        ["Placer"] = (p, a, o, _, e) => p.Placer(FicheActionId.New(), a, o, e, Maintenant),
        ["DeplacerFiche"] = (p, a, _, f, e) => p.DeplacerFiche(f, a, null, 1, e, Maintenant),
        ["RetirerFiche"] = (p, _, _, f, e) => p.RetirerFiche(f, "Une fiche", e, Maintenant),
    };

    public static MatrixTheoryData<string, StatutConvention> GestesFiges => new(Gestes.Keys, Figees);

    public static MatrixTheoryData<string, StatutConvention> GestesOuverts => new(Gestes.Keys, Ouvertes);

    [Fact]
    public void Chaque_etape_est_classee() =>
        Assert.Equal(Enum.GetValues<StatutConvention>().Order(), Ouvertes.Concat(Figees).Order());

    [Theory, MemberData(nameof(GestesFiges))]
    public void Un_plan_fige_refuse_tout(string geste, StatutConvention etape)
    {
        var (plan, axe, orientation, fiche) = Exemple();
        var revision = plan.Revision;

        var refus = Assert.Throws<BusinessRuleException>(() => Gestes[geste](plan, axe, orientation, fiche, etape));

        Assert.Contains(Obstacles.PlanFige, refus.Obstacles);
        Assert.Equal(revision, plan.Revision);
    }

    [Theory, MemberData(nameof(GestesOuverts))]
    public void Un_plan_ouvert_accepte_et_raconte_chaque_geste_une_fois(string geste, StatutConvention etape)
    {
        var (plan, axe, orientation, fiche) = Exemple();
        var revision = plan.Revision;
        plan.ClearEvents();

        Gestes[geste](plan, axe, orientation, fiche, etape);

        Assert.Equal(revision + 1, plan.Revision);
        Assert.Equal([plan.ConventionId], Assert.Single(plan.Events).Conventions);
    }

    [Fact]
    public void Un_plan_neuf_a_trois_niveaux_et_une_numerotation_continue()
    {
        var plan = Vide();

        Assert.Equal(["Axe", "Orientation", "Fiche action"], plan.Niveaux);
        Assert.Equal(Numerotation.Continue, plan.Numerotation);
        Assert.Equal(1, plan.Revision);
        Assert.IsType<PlanCommence>(Assert.Single(plan.Events));
    }

    [Theory]
    [InlineData("niveaux-invalides", "Axe")]
    [InlineData("niveaux-invalides", "Axe", "  ")]
    [InlineData("niveaux-invalides", "A", "B", "C", "D", "E")]
    [InlineData("niveaux-doubles", "Axe", "Objectif", "objectif")]
    [InlineData("niveau-trop-long", "Axe", "Un niveau dont le nom dépasse quarante caractères")]
    public void Des_niveaux_hors_limites_sont_refuses(string code, params string[] niveaux)
    {
        var plan = Vide();

        var refus = Assert.Throws<BusinessRuleException>(() => plan.DefinirNiveaux(niveaux, Numerotation.Continue, Etape, Maintenant));

        Assert.Contains(refus.Obstacles, o => o.Code == code);
        Assert.Equal(NiveauxPlan.Usuels, plan.Niveaux);
    }

    [Fact]
    public void Les_niveaux_gardent_les_mots_du_territoire_et_le_journal_les_anciens()
    {
        var plan = Vide();

        plan.DefinirNiveaux([" Enjeu ", "Action"], Numerotation.Hierarchique, Etape, Maintenant);

        Assert.Equal(["Enjeu", "Action"], plan.Niveaux);
        var fait = Assert.IsType<NiveauxDefinis>(plan.Events[^1]);
        Assert.Equal(
            [new("niveaux", "Axe ; Orientation ; Fiche action", "Enjeu ; Action"), new("numerotation", "Continue", "Hierarchique")], fait.Changements);
    }

    [Fact]
    public void Redire_les_memes_niveaux_ne_raconte_rien()
    {
        var plan = Vide();

        plan.DefinirNiveaux(NiveauxPlan.Usuels, Numerotation.Continue, Etape, Maintenant);

        Assert.Equal(1, plan.Revision);
    }

    [Fact]
    public void Un_niveau_utilise_ne_peut_pas_etre_retire()
    {
        var plan = Vide();
        plan.Orientation(plan.Axe());

        Assert.Equal("niveau-utilise", Refus(() => plan.DefinirNiveaux(["Axe", "Fiche"], Numerotation.Continue, Etape, Maintenant)));
    }

    [Theory]
    [InlineData(0, "Axe", "Action")]
    [InlineData(1, "Axe", "Orientation", "Action")]
    [InlineData(2, "Axe", "Orientation", "Objectif", "Action")]
    public void Les_orientations_descendent_aussi_bas_que_les_niveaux(int profondeur, params string[] niveaux)
    {
        var plan = AvecNiveaux(niveaux);
        var axe = plan.Axe();
        OrientationId? parent = null;
        for (var i = 0; i < profondeur; i++)
        {
            parent = plan.Orientation(axe, parent);
        }

        Assert.Equal(profondeur, plan.ProfondeurOrientations);
        Assert.Equal("niveau-absent", Refus(() => plan.Orientation(axe, parent)));
    }

    [Fact]
    public void Une_orientation_ne_peut_pas_naitre_sous_celle_d_un_autre_axe()
    {
        var plan = AvecNiveaux("Axe", "Orientation", "Objectif", "Action");
        var orientation = plan.Orientation(plan.Axe());
        var autre = plan.Axe("Jeunesse");

        Assert.Equal("parent-etranger", Refus(() => plan.Orientation(autre, orientation)));
    }

    [Fact]
    public void Les_axes_prennent_des_couleurs_differentes_sans_qu_on_les_choisisse()
    {
        var plan = Vide();
        for (var i = 0; i < 9; i++)
        {
            plan.Axe($"Axe {i}");
        }

        Assert.Equal(Enum.GetValues<CouleurAxe>(), plan.Axes.Take(8).Select(a => a.Couleur));
        Assert.Equal(CouleurAxe.Canard, plan.Axes[8].Couleur);
    }

    [Fact]
    public void Modifier_un_axe_raconte_chaque_champ()
    {
        var plan = Vide();
        var axe = plan.Axe();

        plan.ModifierAxe(axe, "Jeunesse", CouleurAxe.Prune, "star", Etape, Maintenant);

        Assert.Equal(
            [new("intitule", "Petite enfance", "Jeunesse"), new("couleur", "Canard", "Prune"), new("icone", null, "star")],
            Assert.IsType<AxeModifie>(plan.Events[^1]).Changements);
    }

    [Fact]
    public void Un_axe_ou_une_orientation_qui_contient_quelque_chose_ne_se_retire_pas()
    {
        var (plan, axe, orientation, _) = Exemple();

        Assert.Equal("axe-non-vide", Refus(() => plan.RetirerAxe(axe, Etape, Maintenant)));
        Assert.Equal("orientation-non-vide", Refus(() => plan.RetirerOrientation(orientation, Etape, Maintenant)));
    }

    [Fact]
    public void Une_orientation_qui_en_porte_une_autre_ne_se_retire_pas()
    {
        var plan = AvecNiveaux("Axe", "Orientation", "Objectif", "Action");
        var axe = plan.Axe();
        var mere = plan.Orientation(axe);
        plan.Orientation(axe, mere);

        Assert.Equal("orientation-non-vide", Refus(() => plan.RetirerOrientation(mere, Etape, Maintenant)));
    }

    [Fact]
    public void Une_fiche_ne_se_place_qu_une_fois()
    {
        var (plan, axe, _, fiche) = Exemple();

        Assert.Equal("fiche-deja-placee", Refus(() => plan.Placer(fiche, axe, null, Etape, Maintenant)));
    }

    [Fact]
    public void Une_fiche_ne_va_pas_dans_l_orientation_d_un_autre_axe()
    {
        var (plan, _, orientation, fiche) = Exemple();
        var autre = plan.Axes[1].Id;

        Assert.Equal("branche-etrangere", Refus(() => plan.Placer(FicheActionId.New(), autre, orientation, Etape, Maintenant)));
        Assert.Equal("branche-etrangere", Refus(() => plan.DeplacerFiche(fiche, autre, orientation, 1, Etape, Maintenant)));
    }

    [Fact]
    public void Ce_qui_n_existe_plus_est_dit_inconnu()
    {
        var (plan, axe, _, _) = Exemple();

        Assert.Equal("axe-inconnu", Refus(() => plan.RetirerAxe(AxeId.New(), Etape, Maintenant)));
        Assert.Equal("orientation-inconnue", Refus(() => plan.RetirerOrientation(OrientationId.New(), Etape, Maintenant)));
        Assert.Equal("fiche-inconnue", Refus(() => plan.RetirerFiche(FicheActionId.New(), "Une fiche", Etape, Maintenant)));
        Assert.Equal("fiche-inconnue", Refus(() => plan.DeplacerFiche(FicheActionId.New(), axe, null, 1, Etape, Maintenant)));
    }

    [Theory]
    [InlineData(1, new[] { 2, 0, 1 })]
    [InlineData(2, new[] { 0, 2, 1 })]
    [InlineData(99, new[] { 0, 1, 2 })]
    [InlineData(-5, new[] { 2, 0, 1 })]
    public void Un_deplacement_range_le_dernier_au_rang_demande(int rang, int[] attendu)
    {
        var plan = Vide();
        var axe = plan.Axe();
        FicheActionId[] fiches = [plan.Fiche(axe), plan.Fiche(axe), plan.Fiche(axe)];

        plan.DeplacerFiche(fiches[2], axe, null, rang, Etape, Maintenant);

        Assert.Equal(attendu.Select(i => fiches[i]), plan.Emplacements.Select(e => e.FicheActionId));
        Assert.Equal([1, 2, 3], plan.Emplacements.Select(e => e.Rang));
    }

    [Fact]
    public void Rester_en_place_ne_raconte_rien()
    {
        var (plan, axe, orientation, fiche) = Exemple();
        var revision = plan.Revision;

        plan.DeplacerFiche(fiche, axe, orientation, 1, Etape, Maintenant);
        plan.DeplacerAxe(axe, 1, Etape, Maintenant);
        plan.DeplacerOrientation(orientation, axe, null, 1, Etape, Maintenant);

        Assert.Equal(revision, plan.Revision);
    }

    [Fact]
    public void Changer_d_axe_referme_le_trou_et_raconte_les_deux_numeros()
    {
        var plan = Vide();
        var (depart, arrivee) = (plan.Axe(), plan.Axe("Jeunesse"));
        FicheActionId[] fiches = [plan.Fiche(depart), plan.Fiche(depart), plan.Fiche(arrivee)];

        plan.DeplacerFiche(fiches[0], arrivee, null, 2, Etape, Maintenant);

        Assert.Equal([fiches[1], fiches[2], fiches[0]], plan.Numeroter().Select(n => n.Fiche));
        Assert.Equal([new("numero", "1", "3")], Assert.IsType<FicheDeplacee>(plan.Events[^1]).Changements);
    }

    [Fact]
    public void La_numerotation_continue_traverse_les_axes()
    {
        var plan = Avec(Numerotation.Continue, "Axe", "Orientation", "Fiche");
        var (un, deux) = (plan.Axe("Un"), plan.Axe("Deux"));
        var orientation = plan.Orientation(un);
        var (seconde, troisieme, premiere) = (plan.Fiche(un, orientation), plan.Fiche(deux), plan.Fiche(un));

        Assert.Equal([(premiere, "1"), (seconde, "2"), (troisieme, "3")], plan.Numeroter().Select(n => (n.Fiche, n.Numero)));
        Assert.Equal("1.1", plan.NumeroterOrientations()[orientation]);
    }

    [Fact]
    public void La_numerotation_hierarchique_dit_la_branche()
    {
        var plan = Avec(Numerotation.Hierarchique, "Axe", "Orientation", "Objectif", "Fiche");
        plan.Axe("Un");
        var axe = plan.Axe("Deux");
        var orientation = plan.Orientation(axe);
        var objectif = plan.Orientation(axe, orientation);
        plan.Fiche(axe, objectif);
        plan.Fiche(axe, objectif);

        Assert.Equal(["2.1.1.1", "2.1.1.2"], plan.Numeroter().Select(n => n.Numero));
        Assert.Equal(("2.1", "2.1.1"), (plan.NumeroterOrientations()[orientation], plan.NumeroterOrientations()[objectif]));
    }

    [Fact]
    public void Une_branche_mixte_ne_donne_aucun_numero_deux_fois()
    {
        var plan = Avec(Numerotation.Hierarchique, "Axe", "Orientation", "Fiche");
        var axe = plan.Axe();
        var orientation = plan.Orientation(axe);
        plan.Fiche(axe);
        plan.Fiche(axe, orientation);

        Assert.Equal(["1.1", "1.2.1"], plan.Numeroter().Select(n => n.Numero));
    }

    private static (Plan Plan, AxeId Axe, OrientationId Orientation, FicheActionId Fiche) Exemple()
    {
        var plan = Vide();
        var axe = plan.Axe();
        plan.Axe("Vide");
        var orientation = plan.Orientation(axe);
        plan.Orientation(axe, intitule: "Vide");
        return (plan, axe, orientation, plan.Fiche(axe, orientation));
    }

    private static string Refus(Action geste) => Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code;

    [Fact]
    public void Une_orientation_change_d_axe_avec_tout_ce_qu_elle_contient()
    {
        var plan = AvecNiveaux("Axe", "Orientation", "Objectif", "Fiche");
        var (depart, arrivee) = (plan.Axe("Départ"), plan.Axe("Arrivée"));
        var orientation = plan.Orientation(depart);
        var objectif = plan.Orientation(depart, orientation);
        var (fiche, profonde) = (plan.Fiche(depart, orientation), plan.Fiche(depart, objectif));
        plan.Orientation(arrivee, intitule: "Déjà là");
        plan.ClearEvents();

        plan.DeplacerOrientation(orientation, arrivee, null, 1, Etape, Maintenant);

        Assert.Equal(["Accueillir tous les enfants", "Déjà là"], plan.Orientations.Where(o => o.AxeId == arrivee && o.ParentId is null).Select(o => o.Intitule));
        Assert.All(plan.Emplacements, e => Assert.Equal(arrivee, e.AxeId));
        Assert.Equal([fiche, profonde], plan.Numeroter().Select(n => n.Fiche));
        var fait = Assert.IsType<OrientationDeplacee>(Assert.Single(plan.Events));
        Assert.Equal([new("numero", "1.1", "2.1")], fait.Changements);
        plan.RetirerAxe(depart, Etape, Maintenant);
    }

    [Fact]
    public void Une_orientation_ne_va_ni_dans_elle_meme_ni_plus_bas_que_les_niveaux()
    {
        var plan = AvecNiveaux("Axe", "Orientation", "Objectif", "Fiche");
        var axe = plan.Axe();
        var (pleine, autre) = (plan.Orientation(axe), plan.Orientation(axe));
        var objectif = plan.Orientation(axe, pleine);

        Assert.Equal("branche-dans-elle-meme", Refus(() => plan.DeplacerOrientation(pleine, axe, objectif, 1, Etape, Maintenant)));
        Assert.Equal("branche-dans-elle-meme", Refus(() => plan.DeplacerOrientation(pleine, axe, pleine, 1, Etape, Maintenant)));
        Assert.Equal("niveau-absent", Refus(() => plan.DeplacerOrientation(pleine, axe, autre, 1, Etape, Maintenant)));
        plan.DeplacerOrientation(objectif, axe, autre, 1, Etape, Maintenant);
        Assert.Equal(autre, plan.Orientations.Single(o => o.Id == objectif).ParentId);
    }

    [Fact]
    public void Plusieurs_fiches_rejoignent_une_branche_dans_leur_ordre_et_toutes_ou_aucune()
    {
        var plan = Vide();
        var (depart, arrivee) = (plan.Axe(), plan.Axe());
        var fiches = Enumerable.Range(0, 4).Select(_ => plan.Fiche(depart)).ToList();
        var deja = plan.Fiche(arrivee);

        Assert.Equal("fiche-inconnue", Refus(() => plan.DeplacerFiches([fiches[0], FicheActionId.New()], arrivee, null, Etape, Maintenant)));
        plan.DeplacerFiches([fiches[3], deja, fiches[1]], arrivee, null, Etape, Maintenant);

        Assert.Equal([fiches[0], fiches[2], deja, fiches[1], fiches[3]], plan.Numeroter().Select(n => n.Fiche));
    }
}
