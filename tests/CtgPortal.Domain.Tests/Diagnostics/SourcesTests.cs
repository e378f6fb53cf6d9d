using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Diagnostics;

public sealed class SourcesTests
{
    private static readonly DateTimeOffset Now = UnDiagnostic.Le.AddDays(1);

    /// <summary>Every way to write in what a diagnostic rests on; a new one must be added here.</summary>
    private static readonly Dictionary<string, Action<EtatDiagnostic>> Ecritures = new()
    {
        ["Enquete.Decrire"] = e => Enquete.Decrire(ConventionId.New(), UneEnquete.Description(), e, Now),
        ["Enquete.Modifier"] = e => UneEnquete.Decrite().Modifier(UneEnquete.Description("Autre"), e, Now),
        ["Enquete.Lire"] = e => UneEnquete.Decrite().Lire(UneEnquete.Lecture(Question(9)), e, Now),
        ["Enquete.RetenirLecture"] = e => AvecLecture().RetenirLecture(e, Now),
        ["Enquete.EcarterLecture"] = e => AvecLecture().EcarterLecture(e, Now),
        ["Enquete.Retirer"] = e => UneEnquete.Decrite().Retirer(e, Now),
        ["Entretien.Noter"] = e => Entretien.Noter(ConventionId.New(), new("Maire", null, null, [], null), [], e, Now),
        ["Entretien.Modifier"] = e => UneEnquete.Entretien().Modifier(new("Adjointe", null, null, [], null), [], e, Now),
        ["Entretien.Retirer"] = e => UneEnquete.Entretien().Retirer(e, Now),
        ["DocumentExistant.Verser"] = e => DocumentExistant.Verser(ConventionId.New(), new("Étude", null, null, null, [], null), e, Now),
        ["DocumentExistant.Modifier"] = e => UneEnquete.Document().Modifier(new("Étude", null, null, null, [], null), e, Now),
        ["DocumentExistant.Retirer"] = e => UneEnquete.Document().Retirer(e, Now),
    };

    public static TheoryData<string> ToutesLesEcritures => [.. Ecritures.Keys];

    [Fact]
    public void Toutes_les_ecritures_sont_essayees() => Assert.Equal(
        new[] { typeof(Enquete), typeof(Entretien), typeof(DocumentExistant) }
            .SelectMany(t => t.GetMethods().Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(EtatDiagnostic))).Select(m => $"{t.Name}.{m.Name}"))
            .Order(StringComparer.Ordinal),
        Ecritures.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Aubenton", "Hirson")]
    [InlineData("Commune d’Aubenton", "Hirson")]
    [InlineData("Mairie d'aubenton", "Hirson")]
    [InlineData("Ville de Hirson", "Aubenton")]
    [InlineData("Centre social d’Aubenton", "Aubenton, Hirson")]
    [InlineData(null, "Aubenton, Hirson")]
    public void Une_commune_que_dit_l_organisation_n_est_pas_dite_deux_fois(string? organisation, string autres)
    {
        var entretien = Entretien.Noter(
            ConventionId.New(), new("Maire", organisation, null, [], null), [new("02031", "Aubenton"), new("02381", "Hirson")], UneEnquete.Ouvert, Now);

        Assert.Equal(autres, string.Join(", ", entretien.CommunesHorsIntitule()));
    }

    [Theory, MemberData(nameof(ToutesLesEcritures))]
    public void Se_fige_avec_le_diagnostic_et_pour_les_memes_raisons(string ecriture)
    {
        Ecritures[ecriture](UneEnquete.Ouvert);

        Assert.Equal("diagnostic-valide", Refus(() => Ecritures[ecriture](UneEnquete.Ouvert with { EstValide = true })));
        Assert.Equal("texte-fige", Refus(() => Ecritures[ecriture](new(StatutConvention.EnSignature, false))));
    }

    [Fact]
    public void Le_taux_se_calcule()
    {
        Assert.Equal(0.25m, (UneEnquete.Description() with { Envoyes = 200, Reponses = 50 }).Taux);
        Assert.Null((UneEnquete.Description() with { Envoyes = null }).Taux);
        Assert.Null((UneEnquete.Description() with { Envoyes = 0, Reponses = 0 }).Taux);
    }

    [Theory]
    [InlineData(10, 11, 5, "reponses-trop-nombreuses")]
    [InlineData(-1, null, 5, "envoyes-invalide")]
    [InlineData(10, 5, 0, "seuil-invalide")]
    public void Une_enquete_impossible_est_refusee(int? envoyes, int? reponses, int seuil, string code) => Assert.Equal(code, Refus(() => Enquete.Decrire(
        ConventionId.New(), UneEnquete.Description() with { Envoyes = envoyes, Reponses = reponses, Seuil = seuil }, UneEnquete.Ouvert, Now)));

    [Fact]
    public void Relever_le_seuil_protege_aussitot_ce_qui_est_garde_et_le_baisser_ne_ramene_rien()
    {
        var enquete = UneEnquete.Decrite(seuil: 1);
        enquete.Lire(UneEnquete.Lecture(new QuestionEnquete("Q", TypeQuestion.Fermee, 50, [new("A", 40), new("B", 6), new("C", 4)])), UneEnquete.Ouvert, Now);
        enquete.RetenirLecture(UneEnquete.Ouvert, Now);
        Assert.Equal(3, enquete.Questions[0].Reponses.Count);

        enquete.Modifier(enquete.Description with { Seuil = 5 }, UneEnquete.Ouvert, Now);
        enquete.Modifier(enquete.Description with { Seuil = 1 }, UneEnquete.Ouvert, Now);

        Assert.Equal([new("A", 40), new("", 10, 2)], enquete.Questions[0].Reponses);
    }

    [Fact]
    public void Un_fichier_lu_attend_une_decision_puis_remplace_les_resultats()
    {
        var enquete = UneEnquete.AvecResultats();

        enquete.Lire(UneEnquete.Lecture(Question(30), Question(40)) with { Repondants = 70 }, UneEnquete.Ouvert, Now);
        Assert.Single(enquete.Questions);
        enquete.RetenirLecture(UneEnquete.Ouvert, Now);

        Assert.Null(enquete.Lecture);
        Assert.Equal((2, 70), (enquete.Questions.Count, enquete.Description.Reponses));
        Assert.Equal([new Changement("questions", "1", "2"), new Changement("reponses", "812", "70")], enquete.Events[^1].Changements);
        Assert.Equal("aucune-lecture", Refus(() => enquete.RetenirLecture(UneEnquete.Ouvert, Now)));
        Assert.Equal("aucune-lecture", Refus(() => enquete.EcarterLecture(UneEnquete.Ouvert, Now)));
    }

    [Fact]
    public void Un_fichier_de_trop_peu_de_personnes_ou_sans_resultat_est_refuse()
    {
        Assert.Equal("trop-peu-de-reponses", Refus(() => UneEnquete.Decrite().Lire(UneEnquete.Lecture(Question(4)) with { Repondants = 4 }, UneEnquete.Ouvert, Now)));
        Assert.Equal("aucun-resultat", Refus(() => UneEnquete.Decrite().Lire(UneEnquete.Lecture(), UneEnquete.Ouvert, Now)));
    }

    [Fact]
    public void Un_entretien_modifie_dit_ce_qui_change_et_rien_s_il_ne_change_pas()
    {
        var aubenton = new CommuneEntendue("02031", "Aubenton");
        var entretien = UneEnquete.Entretien(null, aubenton);

        entretien.Modifier(entretien.Description, [aubenton, aubenton], UneEnquete.Ouvert, Now);
        Assert.Empty(entretien.Events);
        entretien.Modifier(entretien.Description with { Fonction = " Adjointe " }, [new("02381", "Hirson")], UneEnquete.Ouvert, Now);

        Assert.Equal(
            [new Changement("fonction", "Maire", "Adjointe"), new Changement("communes", "Aubenton", "Hirson")],
            Assert.Single(entretien.Events).Changements);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://exemple.fr")]
    [InlineData("exemple.fr")]
    [InlineData("https://moi:secret@exemple.fr")]
    public void Un_lien_qui_n_est_pas_une_adresse_du_web_est_refuse(string lien) => Assert.Equal("lien-invalide", Refus(() =>
        DocumentExistant.Verser(ConventionId.New(), new("Étude", null, null, lien, [], null), UneEnquete.Ouvert, Now)));

    [Fact]
    public void Une_validation_porte_l_empreinte_de_son_contenu()
    {
        var validation = ValidationDiagnostic.Figer(ConventionId.New(), 1, "{}", null, "Léa Martin", Now);

        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", validation.Empreinte);
        Assert.True(validation.EstIntacte);
    }

    private static QuestionEnquete Question(int effectif) => new($"Q{effectif}", TypeQuestion.Fermee, effectif, [new("Oui", effectif)]);

    private static Enquete AvecLecture()
    {
        var enquete = UneEnquete.Decrite();
        enquete.Lire(UneEnquete.Lecture(Question(9)), UneEnquete.Ouvert, Now);
        return enquete;
    }

    private static string Refus(Action acte) => Assert.Single(Assert.Throws<BusinessRuleException>(acte).Obstacles).Code;
}
