using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Avenants;

/// <summary>The reasons that can stop an avenant.</summary>
public static class ObstaclesAvenant
{
    public static readonly Obstacle HorsSuivi = new("avenant-hors-suivi", "Un avenant change une convention signée et en cours : celle-ci ne l’est pas.");

    public static readonly Obstacle EtatSigneInconnu = new(
        "etat-signe-inconnu", "Dites d’abord que ce qui est saisi ici correspond au texte signé : l’avenant se prépare à partir de là.");

    public static Obstacle AutreEnCours(int numero) => new(
        "avenant-en-cours", $"L’avenant n° {numero} est en préparation : menez-le à son terme, ou abandonnez-le, avant d’en préparer un autre.");

    public static Obstacle Fige(int numero) => new("avenant-fige", $"Le texte de l’avenant n° {numero} est figé : il ne peut plus être modifié.");
}
