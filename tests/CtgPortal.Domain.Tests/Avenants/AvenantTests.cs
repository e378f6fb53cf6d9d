using CsCheck;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Avenants;

public sealed class AvenantTests
{
    private static readonly DateOnly NouvelleFin = new(2030, 12, 31);

    private static readonly IdentiteSignataire Maire = new("Madame", "Anne", "Petit", "Maire", null, null);

    /// <summary>What may be done to an avenant, and in which states.</summary>
    private static readonly Dictionary<string, (Action<Avenant, Convention> Acte, StatutAvenant[] Permis)> Actions = new()
    {
        [nameof(Avenant.Modifier)] = ((a, c) => a.Modifier(c, a.Contenu with { Objet = "autre objet" }, Maintenant), [StatutAvenant.EnRedaction]),
        [nameof(Avenant.Soumettre)] = ((a, c) => a.Soumettre(c, planChange: false, [], Maintenant), [StatutAvenant.EnRedaction]),
        [nameof(Avenant.Reprendre)] = ((a, _) => a.Reprendre("Une date était fausse.", Maintenant), [StatutAvenant.EnSignature]),
        [nameof(Avenant.Signer)] = ((a, _) => a.Signer(new(2026, 4, 1), Maintenant), [StatutAvenant.EnSignature]),
        [nameof(Avenant.Abandonner)] = ((a, _) => a.Abandonner("Les parties y renoncent.", Maintenant), [StatutAvenant.EnRedaction, StatutAvenant.EnSignature]),
    };

    public static TheoryData<string, StatutAvenant> ActionsParEtat()
    {
        var couples = new TheoryData<string, StatutAvenant>();
        foreach (var action in Actions.Keys)
        {
            foreach (var etat in Enum.GetValues<StatutAvenant>())
            {
                couples.Add(action, etat);
            }
        }

        return couples;
    }

    [Theory]
    [MemberData(nameof(ActionsParEtat))]
    public void Chaque_action_ne_se_fait_que_dans_ses_etats(string action, StatutAvenant etat)
    {
        var convention = Au(StatutConvention.EnSuivi);
        var avenant = Un(convention, etat);
        var (acte, permis) = Actions[action];
        var revision = avenant.Revision;

        if (permis.Contains(etat))
        {
            acte(avenant, convention);
            Assert.Equal(revision + 1, avenant.Revision);
        }
        else
        {
            Assert.Throws<BusinessRuleException>(() => acte(avenant, convention));
            Assert.Equal((etat, revision), (avenant.Statut, avenant.Revision));
        }
    }

    [Theory]
    [MemberData(nameof(Statuts))]
    public void Un_avenant_ne_se_prepare_que_pour_une_convention_suivie(StatutConvention statut)
    {
        var convention = Au(statut);
        if (statut == StatutConvention.EnSuivi)
        {
            var avenant = Avenant.Preparer(convention, [], etatSigne: true, Contenu(), Maintenant);
            Assert.Equal((1, StatutAvenant.EnRedaction), (avenant.Numero, avenant.Statut));
            Assert.IsType<AvenantPrepare>(Assert.Single(avenant.Events));
        }
        else
        {
            Assert.Contains("avenant-hors-suivi", Codes(() => Avenant.Preparer(convention, [], etatSigne: true, Contenu(), Maintenant)));
        }
    }

    public static TheoryData<StatutConvention> Statuts => [.. Enum.GetValues<StatutConvention>()];

    [Fact]
    public void Il_part_d_un_etat_signe_connu() =>
        Assert.Contains("etat-signe-inconnu", Codes(() => Avenant.Preparer(Au(StatutConvention.EnSuivi), [], etatSigne: false, Contenu(), Maintenant)));

    /// <summary>Whatever parties do one after the other: numbers follow those signed, and one only is under way.</summary>
    [Fact]
    public void Un_seul_est_en_cours_et_les_numeros_se_suivent() => Gen.Int[0, 3].Array[1, 30].Sample(gestes =>
    {
        var convention = Au(StatutConvention.EnSuivi);
        List<Avenant> tous = [];
        foreach (var geste in gestes)
        {
            List<AvenantExistant> existants = [.. tous.Select(a => new AvenantExistant(a.Id, a.Numero, a.Statut))];
            var enCours = tous.SingleOrDefault(a => a.EstEnCours);
            if (enCours is null)
            {
                tous.Add(Avenant.Preparer(convention, existants, etatSigne: true, Contenu(), Maintenant));
                continue;
            }

            Assert.Contains("avenant-en-cours", Codes(() => Avenant.Preparer(convention, existants, etatSigne: true, Contenu(), Maintenant)));
            switch (geste)
            {
                case 0 when enCours.Statut == StatutAvenant.EnRedaction:
                    enCours.Soumettre(convention, planChange: false, [], Maintenant);
                    break;
                case 1 when enCours.Statut == StatutAvenant.EnSignature:
                    enCours.Signer(new(2026, 4, 1), Maintenant);
                    break;
                case 2 when enCours.Statut == StatutAvenant.EnSignature:
                    enCours.Reprendre("Une date était fausse.", Maintenant);
                    break;
                case 3:
                    enCours.Abandonner("Les parties y renoncent.", Maintenant);
                    break;
            }
        }

        Assert.True(tous.Count(a => a.EstEnCours) <= 1);
        var vivants = tous.Where(a => a.Statut != StatutAvenant.Abandonne).Select(a => a.Numero).ToList();
        Assert.Equal(Enumerable.Range(1, vivants.Count), vivants);
    });

    [Fact]
    public void La_convention_ne_prend_la_periode_les_communes_et_les_parties_qu_une_fois_l_avenant_signe()
    {
        var convention = Au(StatutConvention.EnSuivi);
        var contenu = Contenu(NatureAvenant.Prolonger, NatureAvenant.AjouterCommunes, NatureAvenant.AjouterParties) with
        {
            Communes = [new("02738", "Saint-Michel", 3_300), new("02361", "Guise", 4_700)],
            Parties = [new(TypePartie.Commune, "Commune de Guise", null, [Maire])],
        };
        Assert.Contains("commune-deja-couverte", Codes(() => Avenant.Preparer(convention, [], true, contenu, Maintenant)));
        var avenant = Avenant.Preparer(convention, [], true, contenu with { Communes = [new("02361", "Guise", 4_700)] }, Maintenant);
        avenant.Soumettre(convention, planChange: false, [], Maintenant);
        Assert.Contains("avenant-non-signe", Codes(() => convention.Appliquer(avenant, Maintenant)));
        Assert.Equal(QuatreAns, convention.Periode);

        avenant.Signer(new(2026, 4, 1), Maintenant);
        convention.Appliquer(avenant, Maintenant);

        Assert.Equal(new Periode(QuatreAns.Debut, NouvelleFin), convention.Periode);
        Assert.Contains(convention.Perimetre, c => c.Code == "02361");
        Assert.Equal((3, "Commune de Guise", "Petit"), (convention.Parties[^1].Rang, convention.Parties[^1].Nom, convention.Parties[^1].Signataires.Single().Identite.Nom));
        Assert.Equal(["periode", "perimetre", "parties"], Assert.IsType<AvenantApplique>(convention.Events[^1]).Changements.Select(c => c.Champ));
    }

    [Fact]
    public void Une_fin_trop_proche_ou_trop_lointaine_est_refusee()
    {
        var convention = Au(StatutConvention.EnSuivi);

        Assert.Contains("fin-avant-terme", Codes(() => Avenant.Preparer(convention, [], true, Contenu() with { NouvelleFin = QuatreAns.Fin }, Maintenant)));
        Assert.Contains("periode-trop-longue", Codes(() => Avenant.Preparer(convention, [], true, Contenu() with { NouvelleFin = new(2031, 1, 1) }, Maintenant)));
    }

    [Fact]
    public void Ce_qu_il_annonce_sans_le_dire_empeche_de_le_signer()
    {
        var convention = Au(StatutConvention.EnSuivi);
        var contenu = Contenu(NatureAvenant.Prolonger, NatureAvenant.AjouterCommunes, NatureAvenant.AjouterParties) with { NouvelleFin = null, Articles = [] };
        var avenant = Avenant.Preparer(convention, [], true, contenu, Maintenant);

        var obstacles = avenant.ObstaclesALaSignature(convention, planChange: true, []);

        Assert.Equal(["fin-absente", "communes-absentes", "parties-absentes", "articles-absents", "plan-non-dit"], obstacles.Select(o => o.Code));
        Assert.Equal(["plan-non-dit"], obstacles.Where(o => !o.Bloquant).Select(o => o.Code));
        Assert.Equal(4, Codes(() => avenant.Soumettre(convention, planChange: true, [], Maintenant)).Count);
    }

    [Fact]
    public void Chaque_partie_a_qui_signe_pour_elle()
    {
        var convention = Au(StatutConvention.EnSuivi);
        convention.RetirerSignataire(convention.Parties[1].Signataires[0].Id, Maintenant);
        var avenant = Avenant.Preparer(
            convention, [], true, Contenu(NatureAvenant.AjouterParties) with { Parties = [new(TypePartie.Commune, "Commune de Guise", null, [])] }, Maintenant);

        Assert.Equal(2, avenant.ObstaclesALaSignature(convention, planChange: false, []).Count(o => o.Code == "partie-sans-signataire"));
    }

    internal static ContenuAvenant Contenu(params NatureAvenant[] natures) => new(
        natures.Length == 0 ? [NatureAvenant.Prolonger] : natures, "prolonger la convention d’un an", "Le bilan n’est pas fini.", NouvelleFin, [], [],
        [new("Durée", "La convention est prolongée.")]);

    private static Avenant Un(Convention convention, StatutAvenant etat)
    {
        var avenant = Avenant.Preparer(convention, [], etatSigne: true, Contenu(), Maintenant);
        if (etat is StatutAvenant.EnSignature or StatutAvenant.Signe)
        {
            avenant.Soumettre(convention, planChange: false, [], Maintenant);
        }

        if (etat == StatutAvenant.Signe)
        {
            avenant.Signer(new(2026, 4, 1), Maintenant);
        }

        if (etat == StatutAvenant.Abandonne)
        {
            avenant.Abandonner("Les parties y renoncent.", Maintenant);
        }

        return avenant;
    }

    private static IReadOnlyList<string> Codes(Action acte) => [.. Assert.Throws<BusinessRuleException>(acte).Obstacles.Select(o => o.Code)];
}
