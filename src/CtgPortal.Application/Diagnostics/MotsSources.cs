using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What surveys, interviews and documents say of themselves in one line: the same in every document.</summary>
public static class MotsSources
{
    public static string De(DescriptionEnquete enquete)
    {
        string?[] faits =
        [
            enquete.Public is { } vise ? $"Public : {vise}" : null,
            enquete.Envoyes is { } envoyes ? $"{Nombres.Nombre(envoyes)} questionnaires envoyés" : null,
            enquete.Reponses is { } reponses ? $"{Nombres.Nombre(reponses)} réponses" : null,
            enquete.Taux is { } taux ? $"{Nombres.Mesure(Math.Round(100 * taux, 1), "%")} de réponse" : null,
        ];
        return string.Join(", ", faits.OfType<string>().DefaultIfEmpty("Enquête sans chiffres publiés")) + ".";
    }

    /// <summary>The day and the communes heard, but the one whose name the title already says; null when neither is known.</summary>
    public static string? De(Entretien entretien)
    {
        string?[] faits = [entretien.Description.Date is { } date ? Mots.Jour(date) : null, .. entretien.CommunesHorsIntitule().Select(c => c.Nom)];
        return faits.OfType<string>().Any() ? string.Join(", ", faits.OfType<string>()) + "." : null;
    }

    /// <summary>« Pièces jointes : notes.pdf, relevé de décisions »; null without any.</summary>
    public static string? Pieces(IReadOnlyList<string> pieces) => pieces.Count == 0
        ? null
        : $"{(pieces.Count == 1 ? "Pièce jointe" : "Pièces jointes")} : {string.Join(", ", pieces)}";

    /// <summary>For a question without a picture.</summary>
    public static string SansDessin(QuestionEnquete question) => question.Type == TypeQuestion.Libre
        ? $"Réponses libres : {(question.Repondants is { } n ? Nombres.Nombre(n) : "trop peu pour en donner le nombre")}."
        : "Réponses trop peu nombreuses pour être montrées.";
}
