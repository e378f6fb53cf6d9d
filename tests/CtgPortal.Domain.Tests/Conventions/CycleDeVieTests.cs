using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Conventions.StatutConvention;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Conventions;

public class CycleDeVieTests
{
    private static readonly StatutConvention[] Tous = Enum.GetValues<StatutConvention>();

    /// <summary>What each method moves from and to; every other pair of the enum must be refused, so a new stage must be decided here.</summary>
    private static readonly Dictionary<string, (StatutConvention De, StatutConvention Vers)[]> Permises = new()
    {
        [nameof(Convention.Avancer)] = [(EnDiagnostic, EnAteliers), (EnAteliers, EnRedaction)],
        [nameof(Convention.Revenir)] = [(EnAteliers, EnDiagnostic), (EnRedaction, EnAteliers), (EnSignature, EnRedaction)],
        [nameof(Convention.Clore)] =
        [
            (EnDiagnostic, Abandonnee), (EnAteliers, Abandonnee), (EnRedaction, Abandonnee), (EnSignature, Abandonnee),
            (EnSuivi, Terminee), (EnSuivi, Resiliee),
        ],
    };

    public static TheoryData<string, StatutConvention, StatutConvention> Couples()
    {
        var couples = new TheoryData<string, StatutConvention, StatutConvention>();
        foreach (var methode in Permises.Keys)
        {
            foreach (var de in Tous)
            {
                foreach (var vers in Tous)
                {
                    couples.Add(methode, de, vers);
                }
            }
        }

        return couples;
    }

    public static TheoryData<StatutConvention> Statuts => [.. Tous];

    [Theory]
    [MemberData(nameof(Couples))]
    public void Une_etape_n_est_franchie_que_dans_les_cas_prevus(string methode, StatutConvention de, StatutConvention vers)
    {
        var convention = Au(de);
        var revision = convention.Revision;

        if (Permises[methode].Contains((de, vers)))
        {
            Franchir(convention, methode, vers);

            Assert.Equal(vers, convention.Statut);
            Assert.Equal(revision + 1, convention.Revision);
            var fait = Assert.IsType<EtapeFranchie>(convention.Events[^1]);
            Assert.Equal((de, vers), (fait.De, fait.Vers));
        }
        else
        {
            var refus = Assert.Throws<BusinessRuleException>(() => Franchir(convention, methode, vers));

            Assert.Contains(Obstacles.EtapeInterdite, refus.Obstacles);
            Assert.Equal(de, convention.Statut);
            Assert.Equal(revision, convention.Revision);
        }
    }

    [Theory]
    [MemberData(nameof(Statuts))]
    public void Seule_la_redaction_mene_a_la_signature(StatutConvention statut)
    {
        var convention = Au(statut);
        if (statut == EnRedaction)
        {
            convention.OuvrirALaSignature(DossierComplet, Maintenant);
            Assert.Equal(EnSignature, convention.Statut);
            return;
        }

        var refus = Assert.Throws<BusinessRuleException>(() => convention.OuvrirALaSignature(DossierComplet, Maintenant));
        Assert.Contains(Obstacles.EtapeInterdite, refus.Obstacles);
        Assert.Equal(statut, convention.Statut);
    }

    [Theory]
    [MemberData(nameof(Statuts))]
    public void Seule_la_signature_mene_au_suivi(StatutConvention statut)
    {
        var convention = Au(statut);
        var signeeLe = new DateOnly(2026, 3, 10);
        if (statut == EnSignature)
        {
            convention.EntrerEnSuivi(signeeLe, Maintenant);
            Assert.Equal((EnSuivi, signeeLe), (convention.Statut, convention.SigneeLe));
            return;
        }

        var avant = convention.SigneeLe;
        var refus = Assert.Throws<BusinessRuleException>(() => convention.EntrerEnSuivi(signeeLe, Maintenant));
        Assert.Contains(Obstacles.EtapeInterdite, refus.Obstacles);
        Assert.Equal((statut, avant), (convention.Statut, convention.SigneeLe));
    }

    [Fact]
    public void Tous_les_obstacles_aux_ateliers_sont_dits_ensemble()
    {
        var obstacles = Ouverte().ObstaclesPour(EnAteliers, EtatDossier.Vide, Jour);

        Assert.Equal([Obstacles.DiagnosticNonValide, Obstacles.AucunConstat], obstacles);
    }

    [Fact]
    public void Tous_les_obstacles_a_la_signature_sont_dits_ensemble()
    {
        var convention = Ouverte(Ouverture(Cadre(avecPeriode: false)));
        convention.Avancer(EnAteliers, DossierComplet, Maintenant);
        convention.Avancer(EnRedaction, DossierComplet, Maintenant);
        var dossier = new EtatDossier(false, 0, 0, 0, 1, 1, ["Orientation 1"], ["Fiche A"]) { DeliberationsManquantes = ["Caf de l’Aisne"] };

        var obstacles = convention.ObstaclesPour(EnSignature, dossier, Jour);
        var refus = Assert.Throws<BusinessRuleException>(() => convention.OuvrirALaSignature(dossier, Maintenant));

        Assert.Equal(
            [
                "diagnostic-non-valide", "periode-absente", "partie-sans-signataire", "partie-sans-signataire",
                "deliberation-manquante", "orientation-sans-fiche", "fiche-sans-pilote",
            ],
            obstacles.Select(o => o.Code));
        Assert.Equal(obstacles.Where(o => o.Bloquant), refus.Obstacles);
        Assert.Equal(EnRedaction, convention.Statut);
    }

    [Fact]
    public void Une_convention_a_une_seule_partie_ne_s_ouvre_pas_a_la_signature()
    {
        var convention = Au(EnRedaction);
        convention.RetirerPartie(convention.Parties[1].Id, Maintenant);

        Assert.Contains(Obstacles.MoinsDeDeuxParties, convention.ObstaclesPour(EnSignature, DossierComplet, Jour));
    }

    [Fact]
    public void Des_reserves_n_empechent_pas_la_signature()
    {
        var convention = Au(EnRedaction);
        var sansPlan = DossierComplet with { Axes = 0, Fiches = 0 };

        var obstacles = convention.ObstaclesPour(EnSignature, sansPlan, Jour);
        convention.OuvrirALaSignature(sansPlan, Maintenant);

        Assert.Equal([Obstacles.PeriodeCommencee, Obstacles.AucunAxe], obstacles);
        Assert.Equal(EnSignature, convention.Statut);
    }

    [Fact]
    public void Des_axes_sans_fiche_sont_une_reserve() =>
        Assert.Contains(
            Obstacles.AucuneFiche, Au(EnRedaction).ObstaclesPour(EnSignature, DossierComplet with { Fiches = 0 }, Jour));

    [Theory]
    [InlineData(0, 0, "aucun-atelier")]
    [InlineData(2, 1, "ateliers-ouverts")]
    public void Les_ateliers_manquants_ou_ouverts_sont_une_reserve(int ateliers, int ouverts, string code)
    {
        var convention = Au(EnAteliers);
        var dossier = DossierComplet with { Ateliers = ateliers, AteliersOuverts = ouverts };

        var obstacles = convention.ObstaclesPour(EnRedaction, dossier, Jour);
        convention.Avancer(EnRedaction, dossier, Maintenant);

        Assert.Equal((code, false), (Assert.Single(obstacles).Code, obstacles[0].Bloquant));
        Assert.Equal(EnRedaction, convention.Statut);
    }

    [Fact]
    public void Une_periode_a_venir_n_est_pas_une_reserve() =>
        Assert.Empty(Au(EnRedaction).ObstaclesPour(EnSignature, DossierComplet, QuatreAns.Debut));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Un_retour_sans_motif_est_refuse(string? motif)
    {
        var convention = Au(EnSignature);

        var refus = Assert.Throws<BusinessRuleException>(() => convention.Revenir(EnRedaction, motif, Maintenant));

        Assert.Equal([Obstacles.MotifAbsent], refus.Obstacles);
        Assert.Equal(EnSignature, convention.Statut);
    }

    [Theory]
    [InlineData(EnDiagnostic, Abandonnee)]
    [InlineData(EnSuivi, Resiliee)]
    public void Une_fin_imprevue_sans_motif_est_refusee(StatutConvention de, StatutConvention vers)
    {
        var refus = Assert.Throws<BusinessRuleException>(() => Au(de).Clore(vers, " ", Maintenant));

        Assert.Equal([Obstacles.MotifAbsent], refus.Obstacles);
    }

    [Fact]
    public void Un_motif_trop_long_est_refuse_et_rien_ne_change()
    {
        var convention = Au(EnRedaction);

        var refus = Assert.Throws<BusinessRuleException>(
            () => convention.Revenir(EnAteliers, new string('a', Convention.MotifLongueurMax + 1), Maintenant));

        Assert.Equal("motif-trop-long", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(EnRedaction, convention.Statut);
    }

    [Fact]
    public void Le_motif_est_dans_le_fait()
    {
        var convention = Au(EnSignature);

        convention.Revenir(EnRedaction, " Une coquille à l’article 4. ", Maintenant);

        Assert.Equal("Une coquille à l’article 4.", Assert.IsType<EtapeFranchie>(convention.Events[^1]).Motif);
    }

    [Fact]
    public void Le_terme_ne_se_constate_pas_d_avance()
    {
        var convention = Au(EnSuivi);
        var veille = new DateTimeOffset(QuatreAns.Fin.AddDays(-1), new TimeOnly(9, 0), TimeSpan.Zero);

        var refus = Assert.Throws<BusinessRuleException>(() => convention.Clore(Terminee, null, veille));
        convention.Clore(Terminee, null, veille.AddDays(1));

        Assert.Equal("terme-non-echu", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(Terminee, convention.Statut);
    }

    [Theory]
    [MemberData(nameof(Statuts))]
    public void Une_fin_est_une_fin(StatutConvention statut)
    {
        Assert.Equal(statut is Terminee or Abandonnee or Resiliee, CycleDeVie.EstFini(statut));
        Assert.Equal(Tous.Where(v => CycleDeVie.Autorise(statut, v)), CycleDeVie.SuitesDe(statut).Order());
    }

    [Fact]
    public void Le_diagramme_dit_toute_la_table()
    {
        var fleches = Tous.SelectMany(de => CycleDeVie.SuitesDe(de).Select(vers => $"{de} --> {vers}"));

        var lignes = CycleDeVie.ToMermaid().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(fleches, lignes.Where(l => l.Contains("-->", StringComparison.Ordinal) && !l.StartsWith("[*]", StringComparison.Ordinal)));
    }

    private static DateOnly Jour => Maintenant.JourEnFrance();

    private static void Franchir(Convention convention, string methode, StatutConvention vers)
    {
        var apresLeTerme = new DateTimeOffset(QuatreAns.Fin.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero);
        switch (methode)
        {
            case nameof(Convention.Avancer):
                convention.Avancer(vers, DossierComplet, Maintenant);
                break;
            case nameof(Convention.Revenir):
                convention.Revenir(vers, "Pour une raison.", Maintenant);
                break;
            default:
                convention.Clore(vers, "Pour une raison.", apresLeTerme);
                break;
        }
    }
}
