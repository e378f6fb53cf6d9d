using CtgPortal.Application.Imports;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(SuiteLigne suite) => suite switch
    {
        SuiteLigne.Nouvelle => "À ajouter",
        SuiteLigne.Modifiee => "À modifier",
        SuiteLigne.Inchangee => "Déjà là, sans changement",
        SuiteLigne.Branche => "Partie du plan",
        SuiteLigne.Doublon => "En double",
        SuiteLigne.Ecartee => "Ne peut pas être écrite",
        _ => throw new ArgumentOutOfRangeException(nameof(suite), suite, null),
    };

    public static string De(NatureRemarque nature) => nature switch
    {
        NatureRemarque.Douteux => "À vérifier",
        NatureRemarque.Manquant => "Manque",
        NatureRemarque.Doublon => "Doublon",
        NatureRemarque.Erreur => "Erreur",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };
}
