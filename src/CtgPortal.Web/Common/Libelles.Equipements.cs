using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(TypeEquipement type) => MotsEquipement.De(type);

    public static string De(UniteCapacite unite) => MotsEquipement.De(unite);

    public static string De(ModeSoutien mode) => MotsEquipement.De(mode);

    public static string De(CompetencePetiteEnfance competence) => MotsEquipement.De(competence);

    public static string De(ExigenceSchema exigence) => MotsEquipement.De(exigence);

    public static string De(EtatExigence etat) => MotsPetiteEnfance.De(etat);

    /// <summary>What becomes of a line, of one or of many.</summary>
    public static string De(SuiteLigne suite) => suite switch
    {
        SuiteLigne.Ajoute => "À ajouter",
        SuiteLigne.Modifie => "À modifier",
        SuiteLigne.Inchange => "Déjà là, sans changement",
        SuiteLigne.Doublon => "En double",
        SuiteLigne.Ecarte => "Ne peut pas être écrite",
        _ => throw new ArgumentOutOfRangeException(nameof(suite), suite, null),
    };

    public static string De(NatureRemarque nature) => nature switch
    {
        NatureRemarque.Douteux => "Douteux",
        NatureRemarque.Manquant => "Manque",
        NatureRemarque.Doublon => "Doublon",
        NatureRemarque.Erreur => "Erreur",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };
}
