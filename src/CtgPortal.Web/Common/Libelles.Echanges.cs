using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(SectionDeFiche section) => section switch
    {
        SectionDeFiche.Identite => "Identité",
        SectionDeFiche.Pourquoi => "Pourquoi",
        SectionDeFiche.Quoi => "Quoi",
        SectionDeFiche.Objectifs => "Objectifs opérationnels",
        SectionDeFiche.PourQui => "Pour qui et où",
        SectionDeFiche.Qui => "Qui",
        SectionDeFiche.Quand => "Quand",
        SectionDeFiche.Operations => "Opérations",
        SectionDeFiche.Moyens => "Moyens",
        SectionDeFiche.Financements => "Financements",
        SectionDeFiche.Resultats => "Résultats",
        SectionDeFiche.Indicateurs => "Indicateurs",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };
}
