using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Equipements;

/// <summary>Annexe 2 as it is printed and published. Amounts stay in the portal: they belong to the convention of each équipement.</summary>
internal static class AnnexeEquipements
{
    public static IReadOnlyList<EquipementDossier> De(IReadOnlyList<ListerEquipements.Ligne> lignes) =>
    [
        .. lignes.Select(l => new EquipementDossier
        {
            Code = l.Code,
            Nom = l.Description.Nom,
            Type = MotsEquipement.Type(l.Description),
            Gestionnaire = l.Description.Gestionnaire,
            Commune = l.Description.Commune,
            Soutiens = l.Description.Soutiens,
            Capacite = l.Description.Capacite is { } capacite ? MotsEquipement.De(capacite) : null,
            ModeSoutien = l.Description.Modes.Count == 0 ? null : string.Join(", ", l.Description.Modes.Select(MotsEquipement.De)),
            BonusTerritoire = l.Description.BonusTerritoire,
            EstProjet = l.Description.EstProjet,
            AnneeOuverture = l.Description.AnneeOuverture,
            Remarque = l.Description.Remarque,
        }),
    ];
}
