using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Web.Common;

/// <summary>The workshops of a series on a line of time, 720 wide. Two of one day stand side by side, and a day not known stands at the end.</summary>
public static class FriseSerie
{
    public const decimal Largeur = 720;
    private const decimal Marge = 22;
    private const decimal Ecart = 40;

    public sealed record Point(int Numero, decimal X, ListerAteliers.Row Atelier)
    {
        public string Etat => (Atelier.Statut, Atelier.Date) switch
        {
            (StatutAtelier.Clos, _) => "frise-clos",
            (StatutAtelier.Annule, _) => "frise-annule",
            (_, null) => "frise-sans-date",
            _ => "frise-prevu",
        };
    }

    /// <param name="ateliers">By day, those of an unknown day last.</param>
    public static IReadOnlyList<Point> Placer(IReadOnlyList<ListerAteliers.Row> ateliers)
    {
        var dates = ateliers.Select(a => a.Date).OfType<DateOnly>().ToList();
        var sansDate = ateliers.Count - dates.Count;
        var (debut, jours) = dates.Count == 0 ? (default, 0) : (dates[0].DayNumber, dates[^1].DayNumber - dates[0].DayNumber);
        var ecart = Math.Min(Ecart, ateliers.Count < 2 ? Ecart : (Largeur - (2 * Marge)) / (ateliers.Count - 1));
        var place = Largeur - (2 * Marge) - (sansDate * ecart);
        List<decimal> x = [.. ateliers.Select(a => a.Date is { } d && jours > 0 ? Marge + (place * (d.DayNumber - debut) / jours) : Marge)];

        // pushed apart to the right, then back to the left from the end, so that numbers never cover each other
        for (var i = 1; i < x.Count; i++)
        {
            x[i] = Math.Max(x[i], x[i - 1] + ecart);
        }

        var limite = Largeur - Marge;
        for (var i = x.Count - 1; i >= 0; i--, limite -= ecart)
        {
            x[i] = Math.Min(x[i], limite);
        }

        return [.. ateliers.Select((a, i) => new Point(i + 1, Math.Round(x[i], 1), a))];
    }
}
