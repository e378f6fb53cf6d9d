using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Filiations;

namespace CtgPortal.Web.Common;

/// <summary>How a link of the thread is shown and where it leads.</summary>
public static class VueMaillon
{
    /// <summary>What kind of thing it is, with its icon: « Faiblesse », « Fiche action 7 ».</summary>
    public static Pastille Pastille(MaillonLu maillon)
    {
        ArgumentNullException.ThrowIfNull(maillon);
        return maillon switch
        {
            { Contribution: { } nature } => Natures.Pastille(nature),
            { Constat: { } nature } => Natures.Pastille(nature),
            _ => maillon.Maillon.Nature switch
            {
                NatureMaillon.Groupe => new("Groupe", "collection-fill", "neutre"),
                NatureMaillon.Indicateur => new("Chiffre", "bar-chart-fill", "info"),
                NatureMaillon.Axe => new(maillon.Numero!, "signpost-split-fill", "action"),
                NatureMaillon.Orientation => new(maillon.Numero!, "signpost-fill", "action"),
                NatureMaillon.FicheAction => new(maillon.Numero!, "file-earmark-text-fill", "action"),
                _ => throw new ArgumentOutOfRangeException(nameof(maillon), maillon.Maillon.Nature, null),
            },
        };
    }

    public static string Adresse(Guid convention, MaillonLu maillon)
    {
        ArgumentNullException.ThrowIfNull(maillon);
        var debut = $"/conventions/{convention}";
        var id = maillon.Maillon.Id;
        return maillon.Maillon.Nature switch
        {
            NatureMaillon.Contribution or NatureMaillon.Groupe => $"{debut}/ateliers/{maillon.Atelier!.Value.Value}#{maillon.Maillon}",
            NatureMaillon.Indicateur => $"{debut}/diagnostic/indicateurs/{id}",
            NatureMaillon.Constat => $"{debut}/diagnostic/constats/{id}",
            NatureMaillon.Axe => $"{debut}/plan#axe-{id}",
            NatureMaillon.Orientation => $"{debut}/plan#orientation-{id}",
            NatureMaillon.FicheAction => $"{debut}/fiches/{id}",
            _ => throw new ArgumentOutOfRangeException(nameof(maillon), maillon.Maillon.Nature, null),
        };
    }
}
