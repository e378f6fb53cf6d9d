using CtgPortal.Domain.Conventions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

/// <summary>Lists of choices for forms.</summary>
public static class Choix
{
    public static IEnumerable<SelectListItem> De<TEnum>(Func<TEnum, string> libelle)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(v => new SelectListItem(libelle(v), v.ToString()));

    /// <summary>The fields of the convention, then the usual ones; what is already chosen is always offered.</summary>
    public static IEnumerable<SelectListItem> Champs(IReadOnlyList<string> deLaConvention, string? choisi = null)
    {
        var autres = ChampsUsuels.Tous.Append(choisi ?? "")
            .Where(c => c.Length > 0 && !deLaConvention.Contains(c, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. Groupe("Champs de la convention", deLaConvention), .. Groupe("Autres champs", autres)];

        static IEnumerable<SelectListItem> Groupe(string nom, IEnumerable<string> champs)
        {
            var groupe = new SelectListGroup { Name = nom };
            return champs.Select(c => new SelectListItem(c, c) { Group = groupe });
        }
    }

    /// <summary>What people type one per line.</summary>
    public static IReadOnlyList<string> Lignes(string? texte) =>
        [.. (texte ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
