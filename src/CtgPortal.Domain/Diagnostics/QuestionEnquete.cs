namespace CtgPortal.Domain.Diagnostics;

public enum TypeQuestion
{
    /// <summary>One answer among a few.</summary>
    Fermee,

    /// <summary>Several answers each: the counts add up to more than the people.</summary>
    ChoixMultiple,

    /// <summary>Free words: only how many people wrote something is kept.</summary>
    Libre,
}

/// <summary>Which answers, and how many people gave them.</summary>
/// <param name="Regroupees">0 for an answer; otherwise how many rare answers this line stands for.</param>
public sealed record ReponseQuestion(string Libelle, int Effectif, int Regroupees = 0);

/// <summary>The result of one question.</summary>
/// <param name="Repondants">How many people answered; null when the file does not tell, or when they are fewer than the threshold.</param>
public sealed record QuestionEnquete(string Intitule, TypeQuestion Type, int? Repondants, IReadOnlyList<ReponseQuestion> Reponses)
{
    public const int IntituleLongueurMax = 300;
    public const int LibelleLongueurMax = 200;

    /// <summary>Its answers are too rare to be shown, even together.</summary>
    public bool EstMasquee => Type != TypeQuestion.Libre && Reponses.Count == 0;

    /// <summary>
    /// Puts together the answers that fewer people than the threshold gave. The line that results stands for at least two answers and
    /// reaches the threshold itself, so that no count below it can be found by subtraction; where that is impossible nothing is shown.
    /// </summary>
    public QuestionEnquete Proteger(int seuil)
    {
        var protegee = this with { Repondants = Repondants < seuil ? null : Repondants };
        if (!Reponses.Any(r => r.Effectif > 0 && r.Effectif < seuil))
        {
            return protegee;
        }

        var parTaille = Reponses.Where(r => r.Effectif > 0).OrderBy(r => r.Effectif).ToList();
        var groupe = new List<ReponseQuestion>();
        foreach (var reponse in parTaille)
        {
            if (reponse.Effectif >= seuil && groupe.Sum(r => r.Effectif) >= seuil && Modalites(groupe) >= 2)
            {
                break;
            }

            groupe.Add(reponse);
        }

        return groupe.Count == parTaille.Count || groupe.Sum(r => r.Effectif) < seuil
            ? protegee with { Reponses = [] }
            : protegee with
            {
                Reponses = [.. Reponses.Except(groupe), new("", groupe.Sum(r => r.Effectif), Modalites(groupe))],
            };
    }

    private static int Modalites(List<ReponseQuestion> reponses) => reponses.Sum(r => Math.Max(1, r.Regroupees));
}
