using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Deliberations;

/// <summary>The act goes to the préfecture, which stamps it « Envoyé le, Reçu le, Publié le, ID ». Each day is written down as it comes.</summary>
/// <param name="Identifiant">That @CTES gave it, see <see cref="IdentifiantActes"/>.</param>
public sealed record ControleLegalite(DateOnly? TransmisLe, DateOnly? RecuLe, DateOnly? PublieLe, string? Identifiant)
{
    public const int IdentifiantLongueurMax = 80;

    public static readonly ControleLegalite Rien = new(null, null, null, null);

    /// <exception cref="BusinessRuleException">Days that cannot follow each other.</exception>
    internal ControleLegalite Normaliser(DateOnly acte, DateOnly aujourdhui)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(TransmisLe < acte, "transmission-avant-acte", "L’acte est transmis avant d’avoir été pris : vérifiez les deux dates."),
            .. When(RecuLe < (TransmisLe ?? acte), "reception-avant-transmission", "L’acte est reçu par la préfecture avant d’avoir été envoyé : vérifiez les deux dates."),
            .. When(PublieLe < acte, "publication-avant-acte", "L’acte est publié avant d’avoir été pris : vérifiez les deux dates."),
            .. When(
                TransmisLe > aujourdhui || RecuLe > aujourdhui || PublieLe > aujourdhui, "date-future",
                "L’envoi, la réception et la publication ne se notent qu’une fois faits : une de ces dates est dans l’avenir."),
        ]);
        return this with { Identifiant = Texte.Facultatif(Identifiant, "identifiant-actes", IdentifiantLongueurMax)?.ToUpperInvariant() };
    }
}
