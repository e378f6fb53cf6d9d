using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Application.Documents;

/// <summary>What the diagnostic rests on, as annexe 1 prints it.</summary>
internal static class SourcesDossier
{
    public static EnqueteDossier De(Enquete enquete) => new()
    {
        Id = enquete.Id.Value.ToString(),
        Intitule = enquete.Description.Intitule,
        Faits = MotsSources.De(enquete.Description),
        Methode = enquete.Description.Methode,
        Questions = [.. enquete.Questions.Select(De)],
    };

    public static EntretienDossier De(Entretien entretien, IEnumerable<string> pieces) => new()
    {
        Id = entretien.Id.Value.ToString(),
        Intitule = entretien.Description.Intitule,
        Faits = MotsSources.De(entretien),
        Synthese = entretien.Description.Synthese,
        PiecesJointes = [.. pieces],
    };

    public static string De(DocumentExistant document, IEnumerable<string> pieces) => string.Join(
        ", ", new[] { document.Description.Intitule, document.Description.Auteur, document.Description.Annee is { } annee ? $"{annee}" : null }.OfType<string>())
        + (MotsSources.Pieces([.. pieces]) is { } mots ? $" ({char.ToLowerInvariant(mots[0])}{mots[1..]})" : "");

    private static QuestionDossier De(QuestionEnquete question) => DessinsEnquete.De(question) is { } dessin
        ? new() { Intitule = question.Intitule, Graphique = dessin.EnDossier() }
        : new() { Intitule = question.Intitule, Texte = MotsSources.SansDessin(question) };
}
