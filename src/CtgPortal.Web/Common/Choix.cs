using System.Globalization;
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
            return Cases(champs).Select(c => new SelectListItem(c.Text, c.Value) { Group = groupe });
        }
    }

    /// <summary>Fields of intervention, each with a capital: kept as the convention writes them, shown alike in every form.</summary>
    public static IEnumerable<SelectListItem> Cases(IEnumerable<string> champs) =>
        champs.Where(c => c.Length > 0).Select(c => new SelectListItem(char.ToUpper(c[0], CultureInfo.CurrentCulture) + c[1..], c));

    /// <summary>What people type one per line.</summary>
    public static IReadOnlyList<string> Lignes(string? texte) =>
        [.. (texte ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
