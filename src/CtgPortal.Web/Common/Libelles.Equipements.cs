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
}
