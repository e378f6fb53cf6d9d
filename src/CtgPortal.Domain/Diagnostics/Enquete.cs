using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct EnqueteId(Guid Value) : IStronglyTypedId<EnqueteId>
{
    public static EnqueteId From(Guid value) => new(value);

    public static EnqueteId New() => new(Guid.CreateVersion7());
}

public enum ModeEnquete
{
    EnLigne,
    Papier,
    EnLigneEtPapier,
    Telephone,
    FaceAFace,
}

/// <summary>What was asked, to whom and how. A rate is computed, never typed.</summary>
/// <param name="Envoyes">Null for an open questionnaire: nobody knows how many saw it.</param>
/// <param name="Methode">How it was made and what it leaves out.</param>
/// <param name="Seuil">Results are never shown for fewer people than this.</param>
public sealed record DescriptionEnquete(
    string Intitule,
    string? Public,
    ModeEnquete Mode,
    DateOnly? Debut,
    DateOnly? Fin,
    int? Envoyes,
    int? Reponses,
    string? Methode,
    IReadOnlyList<string> Themes,
    int Seuil = DescriptionEnquete.SeuilUsuel)
{
    public const int IntituleLongueurMax = 200;
    public const int PublicLongueurMax = 300;
    public const int MethodeLongueurMax = 5_000;
    public const int ThemesMax = 30;
    public const int EffectifMax = 10_000_000;
    public const int AnneeMin = 2000;
    public const int AnneeMax = 2060;
    public const int SeuilUsuel = 5;
    public const int SeuilMax = 100;

    /// <summary>Part of those asked who answered; null when one of the two is unknown.</summary>
    public decimal? Taux => Envoyes is > 0 && Reponses is { } reponses ? (decimal)reponses / Envoyes : null;

    internal DescriptionEnquete Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Envoyes is < 0 or > EffectifMax, "envoyes-invalide", "Le nombre de questionnaires envoyés n’est pas plausible."),
            .. When(Reponses is < 0 or > EffectifMax, "reponses-invalide", "Le nombre de réponses n’est pas plausible."),
            .. When(Reponses > Envoyes, "reponses-trop-nombreuses", "Il y a plus de réponses que de questionnaires envoyés."),
            .. When(Fin < Debut, "periode-inversee", "La fin de l’enquête précède son début."),
            .. When(Debut is { Year: < AnneeMin or > AnneeMax } || Fin is { Year: < AnneeMin or > AnneeMax }, "date-invalide", $"Les dates doivent se situer entre {AnneeMin} et {AnneeMax}."),
            .. When(Seuil is < 1 or > SeuilMax, "seuil-invalide", $"Le seuil doit se situer entre 1 et {SeuilMax}."),
            .. When(Themes.Count > ThemesMax, "themes-trop-nombreux", $"Une enquête porte sur au plus {ThemesMax} thèmes."),
        ]);
        return this with
        {
            Intitule = Texte.Obligatoire(Intitule, "intitule", IntituleLongueurMax),
            Public = Texte.Facultatif(Public, "public", PublicLongueurMax),
            Methode = Texte.Facultatif(Methode, "methode", MethodeLongueurMax),
            Themes = [.. Themes.Select(t => Texte.Facultatif(t, "theme", Indicateur.ChampLongueurMax)).OfType<string>().Distinct()],
        };
    }
}

/// <summary>A questionnaire and its results by question. No answer of a person is ever kept, only counts that reach the threshold.</summary>
public sealed class Enquete : AggregateRoot
{
    private Enquete()
    {
    }

    public EnqueteId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public DescriptionEnquete Description { get; private set; } = null!;

    public IReadOnlyList<QuestionEnquete> Questions { get; private set; } = [];

    /// <summary>A file that was read and waits for a decision; null when none does.</summary>
    public LectureResultats? Lecture { get; private set; }

    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or a description that breaks a rule.</exception>
    public static Enquete Decrire(ConventionId convention, DescriptionEnquete description, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var enquete = new Enquete { Id = EnqueteId.New(), ConventionId = convention, Description = description.Normaliser() };
        enquete.Record(new EnqueteAjoutee(convention, enquete.Id, enquete.Description.Intitule, now));
        return enquete;
    }

    /// <summary>A higher threshold applies at once to the results already kept; a lower one brings nothing back.</summary>
    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or a description that breaks a rule.</exception>
    public void Modifier(DescriptionEnquete description, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var (avant, apres) = (Description, description.Normaliser());
        var comparaison = new Comparaison()
            .Noter("intitule", avant.Intitule, apres.Intitule)
            .Noter("public-vise", avant.Public, apres.Public)
            .Noter("mode", avant.Mode, apres.Mode)
            .Noter("debut", avant.Debut, apres.Debut)
            .Noter("fin", avant.Fin, apres.Fin)
            .Noter("envoyes", avant.Envoyes, apres.Envoyes)
            .Noter("reponses", avant.Reponses, apres.Reponses)
            .Noter("methode", avant.Methode, apres.Methode)
            .Noter("themes", avant.Themes, apres.Themes)
            .Noter("seuil", avant.Seuil, apres.Seuil);
        if (comparaison.EstVide)
        {
            return;
        }

        Description = apres;
        if (apres.Seuil > avant.Seuil)
        {
            Questions = [.. Questions.Select(q => q.Proteger(apres.Seuil))];
            Lecture = Lecture is { } lecture ? lecture with { Questions = [.. lecture.Questions.Select(q => q.Proteger(apres.Seuil))] } : null;
        }

        Record(new EnqueteModifiee(ConventionId, Id, apres.Intitule, now) { Changements = comparaison.Changements });
    }

    /// <summary>Puts the counts of a file aside until somebody keeps or drops them; an earlier reading is replaced.</summary>
    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or the file holds no result to keep.</exception>
    public void Lire(LectureResultats lecture, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        BusinessRuleException.ThrowIfAny(
        [
            .. When(lecture.Repondants < Description.Seuil, "trop-peu-de-reponses", $"Ce fichier compte moins de {Description.Seuil} personnes : aucun résultat ne peut être gardé."),
            .. When(lecture.Questions.Count == 0, "aucun-resultat", "Aucun résultat à garder n’a été trouvé dans ce fichier."),
            .. When(lecture.Questions.Count > Depouillement.QuestionsMax, "questions-trop-nombreuses", $"Une enquête garde au plus {Depouillement.QuestionsMax} questions."),
        ]);
        Lecture = lecture with { Questions = [.. lecture.Questions.Select(q => q.Proteger(Description.Seuil))] };
        Record(new ResultatsLus(ConventionId, Id, Description.Intitule, now));
    }

    /// <summary>Replaces the results by those of the file that was read; the number of answers follows when the file tells it.</summary>
    /// <exception cref="BusinessRuleException">The diagnostic is frozen, nothing was read, or more answers than were asked.</exception>
    public void RetenirLecture(EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var lecture = ExigerLecture();
        var (avant, reponses) = (Description.Reponses, lecture.Repondants ?? Description.Reponses);
        var questions = Questions.Count;
        Description = (Description with { Reponses = reponses }).Normaliser();
        (Questions, Lecture) = (lecture.Questions, null);
        Record(new ResultatsRetenus(ConventionId, Id, Description.Intitule, now)
        {
            Changements = new Comparaison().Noter("questions", questions == 0 ? null : questions, Questions.Count).Noter("reponses", avant, reponses).Changements,
        });
    }

    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or nothing was read.</exception>
    public void EcarterLecture(EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        ExigerLecture();
        Lecture = null;
        Record(new ResultatsEcartes(ConventionId, Id, Description.Intitule, now));
    }

    /// <summary>The caller then deletes it and takes it off the findings.</summary>
    /// <exception cref="BusinessRuleException">The diagnostic is frozen.</exception>
    public void Retirer(EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        Record(new EnqueteRetiree(ConventionId, Id, Description.Intitule, now));
    }

    private LectureResultats ExigerLecture() =>
        Lecture ?? throw new BusinessRuleException("aucune-lecture", "Aucun fichier n’attend : ses résultats ont déjà été retenus ou écartés.");
}
