using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

/// <summary>Choices of lists and radio buttons, in the words of <see cref="Libelles"/>.</summary>
public static class OptionsDeListe
{
    public static IReadOnlyList<SelectListItem> De<TEnum>()
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(v => new SelectListItem(Libelles.DeValeur(v) ?? v.ToString(), v.ToString()))];
}
