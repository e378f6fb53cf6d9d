using CtgPortal.Application.Common;
using CtgPortal.Application.Graphiques;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The answers to a question in words and in a picture, for its page and for the document.</summary>
public static class DessinsEnquete
{
    /// <summary>One line per answer, the rare ones together.</summary>
    /// <param name="Part">Of those who answered; null when nobody knows how many they are.</param>
    public sealed record LigneReponse(string Libelle, int Effectif, decimal? Part)
    {
        public string PartEnMots => Part is { } part ? Nombres.Mesure(part, "%") : "–";
    }

    public static IReadOnlyList<LigneReponse> Lignes(QuestionEnquete question)
    {
        var total = question.Type == TypeQuestion.Fermee ? question.Reponses.Sum(r => r.Effectif) : question.Repondants ?? 0;
        return
        [
            .. question.Reponses.Select(r => new LigneReponse(
                r.Regroupees == 0 ? r.Libelle : $"{r.Regroupees} {(r.Regroupees == 1 ? "autre réponse" : "autres réponses")} (regroupées)",
                r.Effectif,
                total == 0 ? null : Math.Round(100m * r.Effectif / total, 1))),
        ];
    }

    /// <summary>Null for free answers, of which only the number is kept, and for those too rare to be shown.</summary>
    public static Graphique? De(QuestionEnquete question)
    {
        var lignes = question.Type == TypeQuestion.Libre ? [] : Lignes(question).Where(l => l.Part is not null).ToList();
        return lignes.Count == 0
            ? null
            : Graphique.Barres(
                "En part de ceux qui ont répondu",
                string.Join(", ", lignes.Select(l => $"{l.Libelle} : {l.PartEnMots}")) + ".",
                [.. lignes.Select(l => new Barre(l.Libelle, l.Part, l.PartEnMots, MisEnAvant: true))]);
    }
}
