using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.TestSupport.Builders;

/// <summary>What a diagnostic rests on, lived through public methods.</summary>
public static class UneEnquete
{
    public static readonly EtatDiagnostic Ouvert = new(StatutConvention.EnDiagnostic, EstValide: false);

    public static DescriptionEnquete Description(string intitule = "Questionnaire aux parents") => new(
        intitule, "Parents d’enfants de moins de 6 ans", ModeEnquete.EnLigne, new(2026, 1, 5), new(2026, 1, 31), 2_200, 812, "Envoyé par la Caf.", ["petite enfance"]);

    public static Enquete Decrite(ConventionId? convention = null, int seuil = 5)
    {
        var enquete = Enquete.Decrire(convention ?? ConventionId.New(), Description() with { Seuil = seuil }, Ouvert, UnDiagnostic.Le);
        enquete.ClearEvents();
        return enquete;
    }

    public static Enquete AvecResultats(ConventionId? convention = null)
    {
        var enquete = Decrite(convention);
        enquete.Lire(Lecture(new QuestionEnquete("Vos horaires vous conviennent ?", TypeQuestion.Fermee, 812, [new("Oui", 412), new("Non", 400)])), Ouvert, UnDiagnostic.Le);
        enquete.RetenirLecture(Ouvert, UnDiagnostic.Le);
        enquete.ClearEvents();
        return enquete;
    }

    public static LectureResultats Lecture(params QuestionEnquete[] questions) =>
        new("resultats.csv", FormeResultats.Effectifs, "UTF-8, point-virgule", 2, null, questions, [], [], 0);

    public static Entretien Entretien(ConventionId? convention = null, params CommuneEntendue[] communes)
    {
        var entretien = Domain.Diagnostics.Entretien.Noter(
            convention ?? ConventionId.New(), new("Maire", "Commune d’Aubenton", new(2026, 2, 10), ["jeunesse"], "Les jeunes partent."), communes, Ouvert, UnDiagnostic.Le);
        entretien.ClearEvents();
        return entretien;
    }

    public static DocumentExistant Document(ConventionId? convention = null)
    {
        var document = DocumentExistant.Verser(
            convention ?? ConventionId.New(), new("Analyse des besoins sociaux", "CCAS d’Hirson", 2024, "https://exemple.fr/abs", [], "Des familles monoparentales."), Ouvert, UnDiagnostic.Le);
        document.ClearEvents();
        return document;
    }
}
