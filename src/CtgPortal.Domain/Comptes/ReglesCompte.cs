using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Comptes;

/// <summary>What protects the portal from losing its administrators, and accounts from being used after their end.</summary>
public static class ReglesCompte
{
    public static IReadOnlyList<Obstacle> ObstaclesADesactiver(bool estActif, bool estSoiMeme, bool estDernierAdministrateur) =>
    [
        .. When(!estActif, "deja-desactive", "Ce compte est déjà désactivé."),
        .. When(estSoiMeme, "soi-meme", "Vous ne pouvez pas désactiver votre propre compte."),
        .. When(estDernierAdministrateur, DernierAdministrateur),
    ];

    public static IReadOnlyList<Obstacle> ObstaclesAReactiver(bool estActif) =>
        [.. When(estActif, "deja-actif", "Ce compte est déjà actif.")];

    public static IReadOnlyList<Obstacle> ObstaclesAHabiliter(
        IReadOnlyCollection<Habilitation> habilitations, bool estDernierAdministrateur) =>
    [
        .. habilitations.Where(h => !Habilitation.PorteesDe(h.Role).Contains(h.Portee)).Take(1)
            .Select(_ => new Obstacle("portee-incoherente", "Ce rôle ne s’exerce pas à cette échelle.")),
        .. When(
            estDernierAdministrateur && habilitations.All(h => h.Role != Role.Administrateur), DernierAdministrateur),
    ];

    public static IReadOnlyList<Obstacle> ObstaclesAInviter(bool compteExisteEtEstDesactive) =>
    [
        .. When(
            compteExisteEtEstDesactive,
            "compte-desactive", "Cette personne a un compte désactivé : un administrateur peut le réactiver."),
    ];

    private static Obstacle DernierAdministrateur =>
        new("dernier-administrateur", "Le portail doit garder au moins un administrateur actif.");
}
