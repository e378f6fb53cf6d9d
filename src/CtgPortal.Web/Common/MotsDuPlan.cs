using System.Globalization;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

/// <summary>The words of a plan are the convention’s own: « Ajouter un enjeu », « Ajouter une fiche action ».</summary>
public static class MotsDuPlan
{
    private static readonly string[] Feminins =
        ["fiche", "ambition", "action", "orientation", "thématique", "priorité", "mesure", "mission", "finalité", "opération", "cible", "politique", "étape", "démarche", "proposition"];

    /// <summary>« un enjeu », « une orientation ».</summary>
    public static string Un(string niveau) => (EstFeminin(niveau) ? "une " : "un ") + Minuscule(niveau);

    /// <summary>« Nouvel enjeu », « Nouvel axe », « Nouveau domaine », « Nouvelle orientation ».</summary>
    public static string Nouveau(string niveau) =>
        (EstFeminin(niveau) ? "Nouvelle " : CommenceParVoyelle(niveau) ? "Nouvel " : "Nouveau ") + Minuscule(niveau);

    /// <summary>« cet enjeu », « cette orientation », « ce domaine ».</summary>
    public static string Ce(string niveau) =>
        (EstFeminin(niveau) ? "cette " : CommenceParVoyelle(niveau) ? "cet " : "ce ") + Minuscule(niveau);

    /// <summary>« 3 fiches action »: the first word takes the plural.</summary>
    public static string Compte(int nombre, string niveau)
    {
        var mots = Minuscule(niveau).Split(' ', 2);
        var pluriel = (mots[0][^1] is 's' or 'x' or 'z' ? mots[0] : mots[0].EndsWith("eu", StringComparison.Ordinal) || mots[0].EndsWith("eau", StringComparison.Ordinal) ? mots[0] + "x" : mots[0] + "s")
            + (mots.Length > 1 ? " " + mots[1] : "");
        return Format.Pluriel(nombre, Minuscule(niveau), pluriel);
    }

    /// <summary>A long title where there is little room, cut between two words; the whole one stays at hand.</summary>
    public static string Court(string titre, int longueur)
    {
        if (titre.Length <= longueur)
        {
            return titre;
        }

        var espace = titre.LastIndexOf(' ', longueur);
        return string.Concat(titre.AsSpan(0, espace > 0 ? espace : longueur), "…");
    }

    public static string Majuscule(string champ) => champ.Length == 0 ? champ : char.ToUpper(champ[0], CultureInfo.GetCultureInfo("fr-FR")) + champ[1..];

    public static string Minuscule(string niveau) => char.ToLower(niveau[0], CultureInfo.GetCultureInfo("fr-FR")) + niveau[1..];

    /// <summary>The drawing of an axe, or the one of every plan.</summary>
    public static string Icone(AxeDuPlan axe) => axe.Icone is { } icone && IconesAxe.Toutes.ContainsKey(icone) ? icone : "bullseye";

    /// <summary>Every place where a fiche may stand, in the order of the plan: the value is « axe » or « axe/orientation ».</summary>
    public static IEnumerable<SelectListItem> Places(ArbrePlan plan)
    {
        foreach (var axe in plan.Axes)
        {
            // what a closed list shows must say the place by itself
            var nom = $"{plan.NomAxe} {axe.Rang} – {axe.Intitule}";
            if (axe.Branches.Count == 0)
            {
                yield return new(nom, $"{axe.Id.Value}");
                continue;
            }

            var groupe = new SelectListGroup { Name = nom };
            yield return new($"{plan.NomAxe} {axe.Rang}, directement", $"{axe.Id.Value}") { Group = groupe };
            foreach (var (branche, profondeur) in Parcourir(axe.Branches, 1))
            {
                yield return new($"{plan.Niveaux[profondeur]} {branche.Numero} – {branche.Intitule}", $"{axe.Id.Value}/{branche.Id.Value}") { Group = groupe };
            }
        }
    }

    /// <summary>Reads back a value of <see cref="Places"/>; a mistyped one leads to an axe that does not exist, which the domain refuses.</summary>
    public static (AxeId Axe, OrientationId? Orientation) Place(string? valeur)
    {
        var ids = (valeur ?? "").Split('/').Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).ToList();
        return (new(ids[0]), ids.Count > 1 ? new OrientationId(ids[1]) : null);
    }

    /// <summary>Every orientation with its depth, from 1.</summary>
    public static IEnumerable<(BrancheDuPlan Branche, int Profondeur)> Parcourir(IEnumerable<BrancheDuPlan> branches, int profondeur = 1) =>
        branches.SelectMany(b => Parcourir(b.Branches, profondeur + 1).Prepend((b, profondeur)));

    private static bool EstFeminin(string niveau) => Feminins.Contains(Minuscule(niveau).Split(' ')[0]);

    private static bool CommenceParVoyelle(string niveau) => "aeiouyhéèêàâîôûœ".Contains(Minuscule(niveau)[0], StringComparison.Ordinal);
}
