using System.Globalization;
using CtgPortal.Application.Suivi;
using CtgPortal.Domain.Suivi;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Suivi;

/// <summary>How progress is drawn: the same order and the same colours in every picture.</summary>
public static class VueSuivi
{
    /// <summary>From what is done to what was given up.</summary>
    public static readonly IReadOnlyList<(Avancement Avancement, string Couleur)> Ordre =
    [
        (Avancement.Realisee, "serie-3"),
        (Avancement.EnCours, "serie-1"),
        (Avancement.EnContinu, "serie-5"),
        (Avancement.AVenir, "serie-vide"),
        (Avancement.EnPause, "serie-2"),
        (Avancement.Bloquee, "serie-6"),
        (Avancement.Abandonnee, "serie-8"),
    ];

    public static IReadOnlyList<Segment> Segments(IReadOnlyList<ConsulterSuivi.Comptage> comptages) =>
        [.. Ordre.Select(o => new Segment(Libelles.De(o.Avancement), Nombre(comptages, o.Avancement), o.Couleur))];

    public static int Nombre(IReadOnlyList<ConsulterSuivi.Comptage> comptages, Avancement avancement) =>
        comptages.Single(c => c.Avancement == avancement).Fiches;

    /// <summary>Coordinates of a series in a box of 300 by 60, time to the right; nothing below two values.</summary>
    public static string? Courbe(ConsulterSuiviFiche.Serie serie)
    {
        var points = serie.Releves.Where(r => r.Valeur is not null).Select(r => (Jour: r.Le.DayNumber, Valeur: r.Valeur!.Value)).ToList();
        if (points.Count < 2)
        {
            return null;
        }

        var (min, max) = Bornes(serie);
        var (debut, duree) = (points[0].Jour, Math.Max(1, points[^1].Jour - points[0].Jour));
        return string.Join(' ', points.Select(p => string.Create(
            CultureInfo.InvariantCulture, $"{4 + (292m * (p.Jour - debut) / duree):0.#},{Hauteur(p.Valeur, min, max):0.#}")));
    }

    /// <summary>Where the line of the target crosses the same box.</summary>
    public static string? Cible(ConsulterSuiviFiche.Serie serie)
    {
        var (min, max) = Bornes(serie);
        return serie.Indicateur.Cible is { } cible ? Hauteur(cible, min, max).ToString("0.#", CultureInfo.InvariantCulture) : null;
    }

    private static (decimal Min, decimal Max) Bornes(ConsulterSuiviFiche.Serie serie)
    {
        List<decimal> valeurs = [.. serie.Releves.Select(r => r.Valeur).Append(serie.Indicateur.Cible).OfType<decimal>()];
        return valeurs.Count == 0 ? (0, 0) : (valeurs.Min(), valeurs.Max());
    }

    private static decimal Hauteur(decimal valeur, decimal min, decimal max) => max == min ? 30 : 56 - (52 * (valeur - min) / (max - min));
}
