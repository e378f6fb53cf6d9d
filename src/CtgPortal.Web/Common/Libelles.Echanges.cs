using CtgPortal.Application.Echanges;
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

    public static string De(SuiteFiche suite) => suite switch
    {
        SuiteFiche.Nouvelle => "Nouvelle",
        SuiteFiche.Modifiee => "Modifiée",
        SuiteFiche.Inchangee => "Inchangée",
        SuiteFiche.Branche => "Partie du plan",
        SuiteFiche.Doublon => "En double",
        SuiteFiche.Ecartee => "Ne peut pas être écrite",
        _ => throw new ArgumentOutOfRangeException(nameof(suite), suite, null),
    };

    public static string De(GenreRemarque genre) => genre switch
    {
        GenreRemarque.Douteux => "À vérifier",
        GenreRemarque.Manquant => "Manque",
        GenreRemarque.Doublon => "Doublon",
        GenreRemarque.Erreur => "Erreur",
        _ => throw new ArgumentOutOfRangeException(nameof(genre), genre, null),
    };
}
