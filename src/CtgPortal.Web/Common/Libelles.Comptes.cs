using CtgPortal.Application.Comptes;
using CtgPortal.Application.Courriels;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(ListerUtilisateurs.Etat etat) => Pastille(etat).Mot;

    public static string De(ListerCourriels.Etat etat) => Pastille(etat).Mot;

    public static Pastille Pastille(ListerUtilisateurs.Etat etat) => etat switch
    {
        ListerUtilisateurs.Etat.Actif => new("Actif", "check-circle", "succes"),
        ListerUtilisateurs.Etat.Invite => new("Invité", "envelope", "attention"),
        ListerUtilisateurs.Etat.Desactive => new("Désactivé", "slash-circle", "neutre"),
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    public static Pastille Pastille(ListerCourriels.Etat etat) => etat switch
    {
        ListerCourriels.Etat.EnAttente => new("En attente", "clock", "attention"),
        ListerCourriels.Etat.EnEchec => new("En échec", "x-circle", "danger"),
        ListerCourriels.Etat.Envoye => new("Envoyé", "check-circle", "succes"),
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };
}
