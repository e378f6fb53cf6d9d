using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private static readonly DateTimeOffset Now = UnDiagnostic.Le.AddDays(1);

    private static readonly StatutConvention[] Modifiables = [EnDiagnostic, EnAteliers, EnRedaction];

    /// <summary>Every way to write in a diagnostic; a new one must be added here.</summary>
    private static readonly Dictionary<string, Action<Diagnostic, IndicateurId, ConstatId, StatutConvention>> Ecritures = new()
    {
        ["DecrireDemarche"] = (d, _, _, etape) => d.DecrireDemarche("Douze mois d’entretiens", ["Insee"], etape, Now),
        ["AjouterIndicateur"] = (d, _, _, etape) => d.AjouterIndicateur(new("logement", "Logements indécents"), etape, Now),
        ["AjouterIndicateurs"] = (d, _, _, etape) => d.AjouterIndicateurs([new("logement", "Logements sociaux"), new("logement", "Résidences jeunes")], etape, Now),
        ["RetirerIndicateur"] = (d, i, _, etape) => d.RetirerIndicateur(i, etape, Now),
        ["RenseignerValeur"] = (d, i, _, etape) => d.RenseignerValeur(i, UnDiagnostic.Valeur(2025, UnDiagnostic.Epci, 1), etape, Now),
        ["RetirerValeur"] = (d, i, _, etape) => d.RetirerValeur(i, 2024, UnDiagnostic.Aisne.Cle, etape, Now),
        ["ImporterChiffres"] = (d, i, _, etape) => d.ImporterChiffres([new(i, null, [UnDiagnostic.Valeur(2025, UnDiagnostic.Epci, 1)])], "essai.csv", etape, Now),
        ["AjouterConstat"] = (d, _, _, etape) => d.AjouterConstat("logement", NatureConstat.Besoin, "Un guichet", etape, Now),
        ["ModifierConstat"] = (d, _, c, etape) => d.ModifierConstat(c, new("logement", NatureConstat.Menace, "Autre texte", null, []), etape, Now),
        ["PrioriserConstats"] = (d, _, c, etape) => d.PrioriserConstats(new Dictionary<ConstatId, PrioriteConstat?> { [c] = PrioriteConstat.Haute }, etape, Now),
        ["RetirerConstat"] = (d, _, c, etape) => d.RetirerConstat(c, etape, Now),
    };

    public static TheoryData<string> ToutesLesEcritures => [.. Ecritures.Keys];

    public static TheoryData<string, StatutConvention> EcrituresEtEtapesFigees => new(
        from ecriture in Ecritures.Keys from etape in Enum.GetValues<StatutConvention>().Except(Modifiables) select (ecriture, etape));

    public static TheoryData<string, StatutConvention> EcrituresEtEtapesModifiables => new(
        from ecriture in Ecritures.Keys from etape in Modifiables select (ecriture, etape));

    public static TheoryData<StatutConvention> EtapesFigees => [.. Enum.GetValues<StatutConvention>().Except(Modifiables)];

    [Fact]
    public void Toutes_les_ecritures_sont_essayees()
    {
        var methodes = typeof(Diagnostic).GetMethods()
            .Where(m => m.DeclaringType == typeof(Diagnostic) && !m.IsStatic && m.GetParameters().Any(p => p.ParameterType == typeof(DateTimeOffset)))
            .Select(m => m.Name).Except([nameof(Diagnostic.Valider), nameof(Diagnostic.Rouvrir), nameof(Diagnostic.DetacherAppui)]);

        Assert.Equal(methodes.Order(StringComparer.Ordinal), Ecritures.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(EcrituresEtEtapesModifiables))]
    public void S_ecrit_tant_que_le_texte_est_modifiable_et_le_journal_le_dit(string ecriture, StatutConvention etape)
    {
        var (diagnostic, indicateur, constat) = UnDiagnostic.Rempli();
        var revision = diagnostic.Revision;

        Ecritures[ecriture](diagnostic, indicateur, constat, etape);

        Assert.Single(diagnostic.Events);
        Assert.Equal(revision + 1, diagnostic.Revision);
        Assert.Equal([diagnostic.ConventionId], diagnostic.Events[0].Conventions);
        Assert.Equal(Now, diagnostic.Events[0].Le);
    }

    [Theory, MemberData(nameof(EcrituresEtEtapesFigees))]
    public void Est_fige_avec_le_texte_de_la_convention(string ecriture, StatutConvention etape)
    {
        var (diagnostic, indicateur, constat) = UnDiagnostic.Rempli();
        var revision = diagnostic.Revision;

        var refus = Assert.Throws<BusinessRuleException>(() => Ecritures[ecriture](diagnostic, indicateur, constat, etape));

        Assert.Equal([Obstacles.TexteFige], refus.Obstacles);
        Assert.Equal(revision, diagnostic.Revision);
    }

    [Theory, MemberData(nameof(ToutesLesEcritures))]
    public void Est_fige_une_fois_valide(string ecriture)
    {
        var (diagnostic, indicateur, constat) = UnDiagnostic.Valide();

        var refus = Assert.Throws<BusinessRuleException>(() => Ecritures[ecriture](diagnostic, indicateur, constat, EnDiagnostic));

        Assert.Equal("diagnostic-valide", Assert.Single(refus.Obstacles).Code);
        Assert.Empty(diagnostic.Events);
    }

    [Fact]
    public void Les_deux_raisons_de_figer_sont_dites_ensemble() =>
        Assert.Equal(
            ["texte-fige", "diagnostic-valide"],
            UnDiagnostic.Valide().Diagnostic.ObstaclesALaModification(EnSignature).Select(o => o.Code));

    [Fact]
    public void Commence_vide_et_ouvert()
    {
        var convention = ConventionId.New();

        var diagnostic = Diagnostic.Commencer(convention, Now);

        Assert.False(diagnostic.EstValide);
        Assert.Equal(1, diagnostic.Revision);
        Assert.Equal(new DiagnosticCommence(convention, Now), Assert.Single(diagnostic.Events));
    }

    [Fact]
    public void La_demarche_garde_ses_sources_sans_blanc_ni_double_et_dit_ce_qui_change()
    {
        var diagnostic = UnDiagnostic.Commence();

        diagnostic.DecrireDemarche("  Questionnaire à 2 200 allocataires. ", ["Insee", " ", "Caf de l’Aisne ", "Insee"], EnDiagnostic, Now);

        Assert.Equal("Questionnaire à 2 200 allocataires.", diagnostic.Demarche);
        Assert.Equal(["Insee", "Caf de l’Aisne"], diagnostic.Sources);
        Assert.Equal(
            [new Changement("demarche", null, "Questionnaire à 2 200 allocataires."), new("sources", null, "Insee ; Caf de l’Aisne")],
            Assert.Single(diagnostic.Events).Changements);
    }

    [Fact]
    public void Une_demarche_inchangee_n_enregistre_rien()
    {
        var diagnostic = UnDiagnostic.Commence();
        diagnostic.DecrireDemarche("Entretiens", ["Insee"], EnDiagnostic, Now);
        var revision = diagnostic.Revision;

        diagnostic.DecrireDemarche("Entretiens ", ["Insee", "Insee"], EnDiagnostic, Now);

        Assert.Equal(revision, diagnostic.Revision);
    }

    [Fact]
    public void Trop_de_sources_ou_un_texte_trop_long_sont_refuses()
    {
        var diagnostic = UnDiagnostic.Commence();
        string[] sources = [.. Enumerable.Range(0, Diagnostic.SourcesMax + 1).Select(i => $"Source {i}")];

        Assert.Equal("sources-trop-nombreuses", Code(() => diagnostic.DecrireDemarche(null, sources, EnDiagnostic, Now)));
        Assert.Equal("demarche-trop-long", Code(() => diagnostic.DecrireDemarche(new('x', Diagnostic.DemarcheLongueurMax + 1), [], EnDiagnostic, Now)));
        Assert.Equal("source-trop-long", Code(() => diagnostic.DecrireDemarche(null, [new('x', Diagnostic.SourceLongueurMax + 1)], EnDiagnostic, Now)));
        Assert.Empty(diagnostic.Events);
    }

    [Fact]
    public void Un_indicateur_est_unique_dans_son_champ()
    {
        var (diagnostic, _, _) = UnDiagnostic.Rempli();

        Assert.Equal("indicateur-deja-la", Code(() => diagnostic.AjouterIndicateur(new(UnDiagnostic.Champ, " TAUX de couverture ", "%"), EnDiagnostic, Now)));
        diagnostic.AjouterIndicateur(new("jeunesse", "Taux de couverture", "%"), EnDiagnostic, Now);

        Assert.Equal(2, diagnostic.Indicateurs.Count);
    }

    [Theory]
    [InlineData("", "Naissances", "champ-absent")]
    [InlineData("enfance", " ", "intitule-absent")]
    public void Un_indicateur_a_un_champ_et_un_nom(string champ, string intitule, string code) =>
        Assert.Equal(code, Code(() => UnDiagnostic.Commence().AjouterIndicateur(new(champ, intitule), EnDiagnostic, Now)));

    [Fact]
    public void Un_rang_ne_sert_pas_deux_fois()
    {
        var (diagnostic, premier, premierConstat) = UnDiagnostic.Rempli();
        var second = diagnostic.AjouterIndicateur(new("logement", "Second"), EnDiagnostic, Now);
        diagnostic.AjouterConstat("logement", NatureConstat.Force, "Second", EnDiagnostic, Now);
        diagnostic.RetirerIndicateur(premier, EnDiagnostic, Now);
        diagnostic.RetirerConstat(premierConstat, EnDiagnostic, Now);

        diagnostic.AjouterIndicateur(new("logement", "Troisième"), EnDiagnostic, Now);
        diagnostic.AjouterConstat("logement", NatureConstat.Force, "Troisième", EnDiagnostic, Now);

        Assert.Equal([2, 3], diagnostic.Indicateurs.Select(i => i.Rang));
        Assert.Equal(second, diagnostic.Indicateurs[0].Id);
        Assert.Equal([2, 3], diagnostic.Constats.Select(c => c.Rang));
    }

    [Fact]
    public void Retirer_un_indicateur_garde_ses_valeurs_au_journal()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        diagnostic.RetirerIndicateur(indicateur, EnDiagnostic, Now);

        Assert.Empty(diagnostic.Indicateurs);
        var changement = Assert.Single(Assert.IsType<IndicateurRetire>(Assert.Single(diagnostic.Events)).Changements);
        Assert.Equal("48.5 (CC des Trois Rivières, 2024, Cnaf) ; 54 (Aisne, 2024, Cnaf)", changement.Avant);
        Assert.Null(changement.Apres);
    }

    [Fact]
    public void Une_valeur_remplace_celle_de_la_meme_annee_et_du_meme_territoire()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 50), EnDiagnostic, Now);
        diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2023, UnDiagnostic.Epci, 47), EnDiagnostic, Now);

        Assert.Equal(3, diagnostic.Indicateurs[0].Valeurs.Count);
        Assert.Equal(
            [new Changement("valeur", "48.5 (CC des Trois Rivières, 2024, Cnaf)", "50 (CC des Trois Rivières, 2024, Cnaf)")],
            diagnostic.Events[0].Changements);
        Assert.Equal([new Changement("valeur", null, "47 (CC des Trois Rivières, 2023, Cnaf)")], diagnostic.Events[1].Changements);
    }

    [Fact]
    public void La_meme_valeur_n_enregistre_rien()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 48.5m), EnDiagnostic, Now);

        Assert.Empty(diagnostic.Events);
    }

    [Theory]
    [InlineData(ValeurIndicateur.AnneeMin - 1, "annee-invalide")]
    [InlineData(2027, "annee-invalide")]
    public void Une_annee_absurde_ou_future_est_refusee(int annee, string code) =>
        Assert.Equal(code, Code(() => UnDiagnostic.Valeur(annee, UnDiagnostic.Epci, 1)));

    [Fact]
    public void Une_valeur_sans_source_ou_demesuree_est_refusee()
    {
        Assert.Equal("source-absent", Code(() => Creer(1, " ")));
        Assert.Equal("valeur-invalide", Code(() => Creer(10_000_000_000m, "Insee")));

        static ValeurIndicateur Creer(decimal valeur, string source) => new(2024, UnDiagnostic.Epci, EtatValeur.Publiee, valeur, source, 2026);
    }

    [Theory]
    [InlineData(EtatValeur.Publiee, null, "valeur-absente")]
    [InlineData(EtatValeur.Secret, 3, "valeur-en-trop")]
    [InlineData(EtatValeur.NonDisponible, 0, "valeur-en-trop")]
    public void Un_nombre_va_avec_une_valeur_publiee_et_elle_seule(EtatValeur etat, int? nombre, string code) =>
        Assert.Equal(code, Code(() => new ValeurIndicateur(2024, UnDiagnostic.Epci, etat, nombre, "Insee", 2026)));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Un_arrondi_est_un_pas_positif(int arrondi) =>
        Assert.Equal("arrondi-invalide", Code(() => new ValeurIndicateur(2024, UnDiagnostic.Epci, EtatValeur.Publiee, 5, "Caf", 2026, null, arrondi)));

    [Theory]
    [InlineData(0, EtatValeur.Publiee)]
    [InlineData(1, EtatValeur.Secret)]
    [InlineData(4.9, EtatValeur.Secret)]
    [InlineData(5, EtatValeur.Publiee)]
    public void Un_effectif_sous_le_seuil_devient_secret_sans_que_le_nombre_reste_nulle_part(double nombre, EtatValeur etat)
    {
        var diagnostic = UnDiagnostic.Commence();
        var indicateur = diagnostic.AjouterIndicateur(new("insertion", "Allocataires du RSA", Seuil: 5), EnDiagnostic, Now);
        diagnostic.ClearEvents();

        var gardee = diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, (decimal)nombre), EnDiagnostic, Now);

        Assert.Equal(etat, gardee.Etat);
        Assert.Equal(etat == EtatValeur.Publiee ? (decimal)nombre : null, gardee.Valeur);
        Assert.Equal(gardee, Assert.Single(diagnostic.Indicateurs[0].Valeurs));
        Assert.Equal([new Changement("valeur", null, gardee.ToString())], Assert.Single(diagnostic.Events).Changements);
        Assert.Equal(etat == EtatValeur.Secret, gardee.ToString().StartsWith("secret (", StringComparison.Ordinal));
    }

    [Fact]
    public void Seul_un_effectif_a_un_seuil()
    {
        var diagnostic = UnDiagnostic.Commence();

        Assert.Equal("seuil-sans-effectif", Code(() => diagnostic.AjouterIndicateur(new("x", "y", "%", NatureIndicateur.Part, Seuil: 5), EnDiagnostic, Now)));
        Assert.Equal("seuil-invalide", Code(() => diagnostic.AjouterIndicateur(new("x", "y", Seuil: 0), EnDiagnostic, Now)));
    }

    [Fact]
    public void Une_region_et_un_departement_de_meme_nom_gardent_chacun_leur_valeur()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();
        TerritoireRef region = new(TypeTerritoire.Region, "04", "La Réunion"), departement = new(TypeTerritoire.Departement, "974", "La Réunion");

        diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2024, region, 1), EnDiagnostic, Now);
        diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2024, departement, 2), EnDiagnostic, Now);

        Assert.Equal(4, diagnostic.Indicateurs[0].Valeurs.Count);
    }

    [Fact]
    public void Plusieurs_indicateurs_s_ajoutent_ensemble_et_ceux_deja_la_restent()
    {
        var (diagnostic, _, _) = UnDiagnostic.Rempli();
        DescriptionIndicateur naissances = new("petite enfance", "Naissances", CodeCatalogue: "naissances");
        diagnostic.AjouterIndicateurs([naissances], EnDiagnostic, Now);

        var ajoutes = diagnostic.AjouterIndicateurs(
            [naissances with { Champ = "autre champ" }, new(UnDiagnostic.Champ, "taux de couverture"), new("logement", "Logements sociaux")], EnDiagnostic, Now);

        Assert.Equal(["Taux de couverture", "Naissances", "Logements sociaux"], diagnostic.Indicateurs.Select(i => i.Intitule));
        Assert.Equal([1, 2, 3], diagnostic.Indicateurs.Select(i => i.Rang));
        Assert.Equal(diagnostic.Indicateurs[^1].Id, Assert.Single(ajoutes));
        Assert.Equal([new Changement("indicateurs", null, "Logements sociaux")], diagnostic.Events[^1].Changements);

        diagnostic.ClearEvents();
        Assert.Empty(diagnostic.AjouterIndicateurs([naissances], EnDiagnostic, Now));
        Assert.Empty(diagnostic.Events);
    }

    [Fact]
    public void Une_valeur_se_retire_par_son_annee_et_son_territoire()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        diagnostic.RetirerValeur(indicateur, 2024, UnDiagnostic.Aisne.Cle, EnDiagnostic, Now);

        Assert.Equal("CC des Trois Rivières", Assert.Single(diagnostic.Indicateurs[0].Valeurs).Territoire.Nom);
        Assert.Equal([new Changement("valeur", "54 (Aisne, 2024, Cnaf)", null)], Assert.Single(diagnostic.Events).Changements);
        Assert.Equal("valeur-inconnue", Code(() => diagnostic.RetirerValeur(indicateur, 2024, UnDiagnostic.Aisne.Cle, EnDiagnostic, Now)));
    }

    [Fact]
    public void Un_constat_modifie_dit_chaque_champ_et_rien_s_il_ne_change_pas()
    {
        var (diagnostic, _, constat) = UnDiagnostic.Rempli();

        diagnostic.ModifierConstat(constat, new(UnDiagnostic.Champ, NatureConstat.Faiblesse, "Peu de places en horaires atypiques. ", null, []), EnDiagnostic, Now);
        Assert.Empty(diagnostic.Events);
        diagnostic.ModifierConstat(constat, new("logement", NatureConstat.Besoin, "Peu de places en horaires atypiques.", null, []), EnDiagnostic, Now);

        Assert.Equal(
            [new Changement("champ", "petite enfance", "logement"), new("nature", "Faiblesse", "Besoin")],
            Assert.Single(diagnostic.Events).Changements);
    }

    [Fact]
    public void Ce_qui_n_existe_plus_est_nomme()
    {
        var diagnostic = UnDiagnostic.Commence();

        Assert.Equal("indicateur-inconnu", Code(() => diagnostic.RetirerIndicateur(IndicateurId.New(), EnDiagnostic, Now)));
        Assert.Equal("constat-inconnu", Code(() => diagnostic.RetirerConstat(ConstatId.New(), EnDiagnostic, Now)));
        Assert.Equal("constat-inconnu", Code(() => diagnostic.ModifierConstat(ConstatId.New(), new("enfance", NatureConstat.Force, "x", null, []), EnDiagnostic, Now)));
    }

    [Fact]
    public void Un_diagnostic_vide_ne_se_valide_pas()
    {
        var diagnostic = UnDiagnostic.Commence();

        Assert.Equal("diagnostic-vide", Code(() => diagnostic.Valider(EnDiagnostic, Now)));
        Assert.False(diagnostic.EstValide);
    }

    [Fact]
    public void Se_valide_malgre_les_reserves_qui_sont_montrees()
    {
        var diagnostic = UnDiagnostic.Commence();
        diagnostic.AjouterIndicateur(new("enfance", "Naissances"), EnDiagnostic, Now);

        var obstacles = diagnostic.ObstaclesALaValidation(EnDiagnostic);
        diagnostic.Valider(EnDiagnostic, Now);

        Assert.Equal(["aucun-constat", "indicateur-sans-valeur"], obstacles.Select(o => o.Code));
        Assert.All(obstacles, o => Assert.False(o.Bloquant));
        Assert.Equal(Now, diagnostic.ValideLe);
        Assert.Equal(new DiagnosticValide(diagnostic.ConventionId, 1, 0, Now), diagnostic.Events[^1]);
    }

    [Fact]
    public void Ne_se_valide_pas_deux_fois() =>
        Assert.Equal("diagnostic-deja-valide", Code(() => UnDiagnostic.Valide().Diagnostic.Valider(EnDiagnostic, Now)));

    [Theory, MemberData(nameof(EtapesFigees))]
    public void Ne_se_valide_ni_ne_se_rouvre_quand_le_texte_est_fige(StatutConvention etape)
    {
        Assert.Equal("texte-fige", Code(() => UnDiagnostic.Rempli().Diagnostic.Valider(etape, Now)));
        Assert.Equal("texte-fige", Code(() => UnDiagnostic.Valide().Diagnostic.Rouvrir("Chiffres de l’année", etape, Now)));
    }

    [Fact]
    public void Se_rouvre_avec_un_motif_et_se_modifie_de_nouveau()
    {
        var (diagnostic, _, constat) = UnDiagnostic.Valide();

        diagnostic.Rouvrir(" Chiffres 2025 parus ", EnAteliers, Now);
        diagnostic.RetirerConstat(constat, EnAteliers, Now);

        Assert.False(diagnostic.EstValide);
        Assert.Equal(new DiagnosticRouvert(diagnostic.ConventionId, "Chiffres 2025 parus", Now), diagnostic.Events[0]);
    }

    [Fact]
    public void Ne_se_rouvre_ni_sans_motif_ni_s_il_est_ouvert()
    {
        Assert.Equal("motif-absent", Code(() => UnDiagnostic.Valide().Diagnostic.Rouvrir(" ", EnDiagnostic, Now)));
        var refus = Assert.Throws<BusinessRuleException>(() => UnDiagnostic.Rempli().Diagnostic.Rouvrir(null, EnDiagnostic, Now));
        Assert.Equal(["diagnostic-ouvert", "motif-absent"], refus.Obstacles.Select(o => o.Code));
    }

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;

    private static string Code(Func<object> action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
