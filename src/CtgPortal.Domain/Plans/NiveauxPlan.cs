using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>The printed labels of the tree. Seen: axe/fiche, axe/orientation/fiche, domaine/objectif, ambition/objectif/action …</summary>
public static class NiveauxPlan
{
    public const int Min = 2;
    public const int Max = 4;
    public const int LongueurMax = 40;

    public static readonly IReadOnlyList<string> Usuels = ["Axe", "Orientation", "Fiche action"];

    internal static List<string> Normaliser(IReadOnlyList<string> niveaux)
    {
        List<string> labels = [.. niveaux.Select(n => Texte.Facultatif(n, "niveau", LongueurMax)).OfType<string>()];
        BusinessRuleException.ThrowIfAny(
        [
            .. When(labels.Count is < Min or > Max, "niveaux-invalides", $"Un plan a de {Min} à {Max} niveaux."),
            .. When(labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() != labels.Count, "niveaux-doubles", "Deux niveaux portent le même nom."),
        ]);
        return labels;
    }
}
