namespace CtgPortal.Application.Common;

/// <summary>Pages of a list, counted from 1; an empty list has one.</summary>
public static class Pagination
{
    public static int Nombre(int total, int taille) => Math.Max(1, (total + taille - 1) / taille);

    /// <summary>The page that exists nearest to the one asked: whatever an address says, no page is refused nor reads before the list.</summary>
    public static int Borner(int demandee, int total, int taille) => Math.Clamp(demandee, 1, Nombre(total, taille));
}
