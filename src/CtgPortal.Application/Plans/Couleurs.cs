using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Plans;

/// <summary>The colours of the axes: pages, pictures and documents take them from here (a test compares the style sheet with it).</summary>
public static class Couleurs
{
    /// <summary>« #00626e »: at least 4.5:1 on white, and with white on it.</summary>
    public static string Hex(CouleurAxe couleur) => couleur switch
    {
        CouleurAxe.Canard => "#00626e",
        CouleurAxe.Terracotta => "#a14700",
        CouleurAxe.Prune => "#7d3a74",
        CouleurAxe.Olive => "#5a6200",
        CouleurAxe.Ocean => "#1f559b",
        CouleurAxe.Ambre => "#8a5a00",
        CouleurAxe.Ardoise => "#4d5a63",
        CouleurAxe.Framboise => "#b0224f",
        _ => throw new ArgumentOutOfRangeException(nameof(couleur), couleur, null),
    };

    /// <summary>The class that gives an element the colour: « couleur-canard ».</summary>
    public static string Classe(CouleurAxe couleur) => $"couleur-{couleur.ToString().ToLowerInvariant()}";
}
