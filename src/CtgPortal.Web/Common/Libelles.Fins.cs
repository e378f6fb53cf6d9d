using CtgPortal.Domain.Fins;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(NatureFin nature) => nature switch
    {
        NatureFin.Denonciation => "Une partie la dénonce",
        NatureFin.CommunAccord => "Toutes les parties la résilient, d’un commun accord",
        NatureFin.Manquement => "Elle est résiliée pour manquement, après une mise en demeure",
        NatureFin.ChangementDeLoi => "La loi y met fin",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static (string Texte, string Ton, string Icone) De(StatutFin statut) => statut switch
    {
        StatutFin.EnPreavis => ("En préavis", "attention", "hourglass-split"),
        StatutFin.Retiree => ("Retiré", "neutre", "arrow-counterclockwise"),
        StatutFin.Effective => ("A pris effet", "danger", "slash-circle"),
        _ => throw new ArgumentOutOfRangeException(nameof(statut), statut, null),
    };
}
