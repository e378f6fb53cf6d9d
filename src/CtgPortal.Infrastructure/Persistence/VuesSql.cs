namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs when the view « Affiche » of a plan takes its name: views that were kept follow it.</summary>
internal static class VuesSql
{
    public const string Up = "UPDATE vues_plan SET vue = 'affiche' WHERE vue = 'apercu';";

    public const string Down = "UPDATE vues_plan SET vue = 'apercu' WHERE vue = 'affiche';";
}
