using System.Globalization;
using CtgPortal.Application.Plans;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>When an action happens, in few words.</summary>
public static class VueDates
{
    /// <summary>« 2022 – 2024 », « depuis 2023, en continu »; null when nothing is known.</summary>
    public static string? Courte(FicheDuPlan fiche)
    {
        ArgumentNullException.ThrowIfNull(fiche);
        return (fiche.Debut, fiche.Fin, fiche.AmeliorationContinue) switch
        {
            ({ } d, { } f, _) => d.Year == f.Year ? Annee(d) : $"{Annee(d)} – {Annee(f)}",
            ({ } d, null, true) => $"depuis {Annee(d)}, en continu",
            ({ } d, null, false) => $"à partir de {Annee(d)}",
            (null, { } f, _) => $"jusqu’en {Annee(f)}",
            (null, null, true) => "en continu",
            _ => null,
        };
    }

    public static string Fin(FicheDuPlan fiche)
    {
        ArgumentNullException.ThrowIfNull(fiche);
        return fiche.Fin is { } fin ? Format.Date(fin) : fiche.AmeliorationContinue ? "En continu" : "–";
    }

    private static string Annee(DateOnly date) => date.Year.ToString(CultureInfo.InvariantCulture);
}
