using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Domain.Tests.Diagnostics;

public sealed class DepouillementTests
{
    private static readonly int[] Seuils = [1, 3, 5, 11];

    public static TheoryData<int, int> GrainesEtSeuils => new(from graine in Enumerable.Range(1, 40) from seuil in Seuils select (graine, seuil));

    [Fact]
    public void Un_tableau_d_effectifs_se_lit_avec_ses_lignes_fautives()
    {
        var lecture = Depouillement.DesEffectifs(new("r.csv", "UTF-8, point-virgule", ["Intitulé de la QUESTION", "Réponse", "Nb"],
        [
            ["Âge", "18-25 ans", "1 045"], ["Âge", "26 ans et plus", "60"], ["Âge", "18-25 ans", "3"], ["Âge", "Autre", "-2"], ["", "Oui", "4"], ["Âge"],
        ]));

        var question = Assert.Single(lecture.Questions);
        Assert.Equal(("Âge", 1105), (question.Intitule, question.Repondants));
        Assert.Equal([new("18-25 ans", 1045), new("26 ans et plus", 60)], question.Reponses);
        Assert.Equal([4, 5, 6, 7], lecture.Ignorees.Select(i => i.Numero));
        Assert.Equal((6, 4), (lecture.Lignes, lecture.NombreIgnorees));
    }

    [Fact]
    public void Un_tableau_sans_ses_trois_colonnes_est_refuse() =>
        Assert.Equal("colonnes-absentes", Refus(() => Depouillement.DesEffectifs(new("r.csv", "", ["Question", "Réponse"], []))));

    [Fact]
    public void Des_reponses_brutes_il_ne_reste_que_des_comptes()
    {
        var lecture = Depouillement.DesReponses(Brut(40));

        Assert.Equal(40, lecture.Repondants);
        Assert.Equal(["Horodateur", "Votre nom", "Contact"], lecture.Ecartees.Where(e => e.Motif == MotifEcart.DonneePersonnelle).Select(e => e.Intitule));
        Assert.Equal(["Vide"], lecture.Ecartees.Where(e => e.Motif == MotifEcart.Vide).Select(e => e.Intitule));
        Assert.Equal(
            [("Satisfait ?", TypeQuestion.Fermee), ("Besoins", TypeQuestion.ChoixMultiple), ("Remarques", TypeQuestion.Libre)],
            lecture.Questions.Select(q => (q.Intitule, q.Type)));
        Assert.Equal([new("Oui", 30), new("Non", 10)], lecture.Questions[0].Reponses);
        Assert.Equal([new("Transport", 40), new("Horaires", 20)], lecture.Questions[1].Reponses);
        Assert.Equal((40, 0), (lecture.Questions[2].Repondants, lecture.Questions[2].Reponses.Count));
    }

    [Fact]
    public void Aucune_valeur_personnelle_ne_sort_du_depouillement()
    {
        var tout = System.Text.Json.JsonSerializer.Serialize(Depouillement.DesReponses(Brut(40)));

        Assert.DoesNotContain("exemple.fr", tout, StringComparison.Ordinal);
        Assert.DoesNotContain("Durand", tout, StringComparison.Ordinal);
        Assert.DoesNotContain("Mon histoire", tout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Peu_de_personnes_et_des_reponses_toutes_differentes_font_une_question_libre(int personnes)
    {
        var lecture = Depouillement.DesReponses(new("r.csv", "", ["Qui êtes-vous ?"], [.. Enumerable.Range(0, personnes).Select(i => (IReadOnlyList<string>)[$"Réponse {i}"])]));

        Assert.DoesNotContain(lecture.Questions, q => q.Type != TypeQuestion.Libre && q.Proteger(5).Reponses.Count > 0);
        if (personnes > 2)
        {
            Assert.Equal(TypeQuestion.Libre, Assert.Single(lecture.Questions).Type);
        }
    }

    [Fact]
    public void Une_ligne_vide_ou_trop_longue_est_signalee_et_ne_compte_personne()
    {
        var lecture = Depouillement.DesReponses(new("r.csv", "", ["A", "B"], [["Oui", "x"], ["", " "], ["Oui", "x", "y"], ["Oui"]]));

        Assert.Equal(2, lecture.Repondants);
        Assert.Equal([3, 4], lecture.Ignorees.Select(i => i.Numero));
    }

    [Fact]
    public void Un_fichier_demesure_est_refuse()
    {
        Assert.Equal("fichier-trop-long", Refus(() => Depouillement.DesReponses(new("r.csv", "", ["A"], Enumerable.Repeat<IReadOnlyList<string>>(["x"], Depouillement.LignesMax + 1)))));
        Assert.Equal("colonnes-trop-nombreuses", Refus(() => Depouillement.DesReponses(new("r.csv", "", [.. Enumerable.Repeat("A", Depouillement.ColonnesMax + 1)], []))));
        Assert.Equal("entetes-absents", Refus(() => Depouillement.DesReponses(new("r.csv", "", [], []))));
    }

    [Fact]
    public void Les_reponses_rares_sont_regroupees()
    {
        var question = new QuestionEnquete("Commune", TypeQuestion.Fermee, 75, [new("Hirson", 40), new("Aubenton", 30), new("Buire", 3), new("Wimy", 2)]).Proteger(5);

        Assert.Equal([new("Hirson", 40), new("Aubenton", 30), new("", 5, 2)], question.Reponses);
        Assert.Equal(75, question.Repondants);
    }

    [Fact]
    public void Une_seule_reponse_rare_en_entraine_une_autre_pour_ne_pas_se_deduire_du_total()
    {
        var question = new QuestionEnquete("Âge", TypeQuestion.Fermee, 110, [new("A", 60), new("B", 48), new("C", 2)]).Proteger(5);

        Assert.Equal([new("A", 60), new("", 50, 2)], question.Reponses);
    }

    [Fact]
    public void Ce_qui_ne_peut_pas_etre_regroupe_est_masque()
    {
        var deux = new QuestionEnquete("Oui ou non", TypeQuestion.Fermee, 52, [new("Oui", 50), new("Non", 2)]).Proteger(5);
        var rare = new QuestionEnquete("Libre", TypeQuestion.Libre, 3, []).Proteger(5);

        Assert.True(deux.EstMasquee);
        Assert.Equal(52, deux.Repondants);
        Assert.Null(rare.Repondants);
        Assert.False(rare.EstMasquee);
    }

    // every small case by brute force: no count below the threshold is shown, nor found by subtraction from the total
    [Theory, MemberData(nameof(GrainesEtSeuils))]
    public void Aucun_effectif_sous_le_seuil_ne_se_voit_ni_ne_se_deduit(int graine, int seuil)
    {
        var hasard = new Random(graine);
        var effectifs = Enumerable.Range(0, hasard.Next(1, 9)).Select(_ => hasard.Next(0, 30)).ToList();
        var question = new QuestionEnquete("Q", TypeQuestion.Fermee, effectifs.Sum(), [.. effectifs.Select((e, i) => new ReponseQuestion($"R{i}", e))]).Proteger(seuil);

        Assert.All(question.Reponses, r => Assert.True(r.Effectif == 0 || r.Effectif >= seuil));
        Assert.All(question.Reponses.Where(r => r.Regroupees > 0), r => Assert.True(r.Regroupees >= 2));
        Assert.True(question.Repondants is null || question.Repondants >= seuil);
        var cachees = effectifs.Where(e => e > 0).Count() - question.Reponses.Count(r => r.Effectif > 0 && r.Regroupees == 0);
        Assert.True(cachees != 1 || question.EstMasquee, "A single hidden answer is the total minus the others.");
        Assert.Equal(question.Reponses, question.Proteger(seuil).Reponses);
    }

    private static TableauLu Brut(int personnes) => new(
        "brut.csv", "UTF-8, virgule", ["Horodateur", "Votre nom", "Contact", "Satisfait ?", "Besoins", "Remarques", "Vide"],
        Enumerable.Range(0, personnes).Select(i => (IReadOnlyList<string>)
        [
            $"2026/03/01 10:{i:00}", $"Durand {i}", $"parent{i}@exemple.fr", i % 4 == 0 ? "Non" : i % 4 == 2 ? "oui" : "Oui", i % 2 == 0 ? "Transport" : "Transport;Horaires", $"Mon histoire {i}", " ",
        ]));

    private static string Refus(Action acte) => Assert.Single(Assert.Throws<BusinessRuleException>(acte).Obstacles).Code;
}
