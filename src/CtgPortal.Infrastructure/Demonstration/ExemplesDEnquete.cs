using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Results of the questionnaire of Trois-Rivières. The source says how many were sent, and to whom; the rest is invented.</summary>
internal static class ExemplesDEnquete
{
    /// <summary>The portal needs one; the method says that it is a guess.</summary>
    public const ModeEnquete Mode = ModeEnquete.Papier;

    public const string Methode =
        "Exemple : la source dit combien de questionnaires ont été envoyés, et à qui. Elle ne dit ni comment (le papier est supposé), ni combien de personnes ont répondu. Les résultats sont inventés pour la démonstration.";

    public static readonly LectureResultats Resultats = new(
        "exemple-questionnaire.csv", FormeResultats.Effectifs, "UTF-8, point-virgule", 13, null,
        [
            new("Exemple : comment vos enfants de moins de 3 ans sont-ils gardés ?", TypeQuestion.Fermee, 318,
            [
                new("Par un parent", 154), new("Par un assistant maternel", 87), new("En crèche", 41), new("Par la famille", 36),
            ]),
            new("Exemple : qu’est-ce qui vous manque le plus ?", TypeQuestion.ChoixMultiple, 402,
            [
                new("Un moyen de transport", 211), new("De l’information sur les services", 176), new("Des activités pour les jeunes", 149),
                new("Une place d’accueil", 98), new("Un logement adapté", 64),
            ]),
            new("Exemple : connaissez-vous les services près de chez vous ?", TypeQuestion.Fermee, 396,
            [
                new("Oui, bien", 97), new("Un peu", 183), new("Non", 116),
            ]),
            new("Exemple : une idée pour votre commune ?", TypeQuestion.Libre, 73, []),
        ],
        [], [], 0);
}
