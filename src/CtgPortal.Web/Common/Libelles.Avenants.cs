using CtgPortal.Application.Avenants;
using CtgPortal.Domain.Avenants;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(NatureAvenant nature) => nature switch
    {
        NatureAvenant.Prolonger => "Prolonger la convention",
        NatureAvenant.AjouterCommunes => "Ajouter des communes au périmètre",
        NatureAvenant.AjouterParties => "Faire entrer de nouvelles parties",
        NatureAvenant.CompleterPlan => "Ajouter ou modifier le plan d’actions",
        NatureAvenant.ModifierAnnexes => "Modifier les annexes",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static (string Texte, string Ton, string Icone) De(StatutAvenant statut) => statut switch
    {
        StatutAvenant.EnRedaction => ("En rédaction", "info", "pencil"),
        StatutAvenant.EnSignature => ("En signature", "attention", "pen"),
        StatutAvenant.Signe => ("Signé", "succes", "check-lg"),
        StatutAvenant.Abandonne => ("Abandonné", "neutre", "slash-circle"),
        _ => throw new ArgumentOutOfRangeException(nameof(statut), statut, null),
    };

    public static (string Texte, string Ton, string Icone) De(EtatFicheSignee etat) => etat switch
    {
        EtatFicheSignee.TelleQueSignee => ("Telle que signée", "neutre", "check-lg"),
        EtatFicheSignee.ModifieeDepuis => ("Modifiée depuis", "attention", "pencil"),
        EtatFicheSignee.AjouteeDepuis => ("Ajoutée depuis", "info", "plus-lg"),
        EtatFicheSignee.RetireeDepuis => ("Retirée depuis", "danger", "dash-lg"),
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };
}
