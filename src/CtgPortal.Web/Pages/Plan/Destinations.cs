using CtgPortal.Application.Plans;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>Every place where an element of the plan may go, before or after each of those that stand there: one list, usable by anybody.</summary>
public static class Destinations
{
    public static IReadOnlyList<SelectListItem> Pour(ArbrePlan plan, string quoi, Guid element) =>
        [.. quoi switch
        {
            Deplacement.Axe => Positions("", null, [.. plan.Axes.Select(a => (a.Id.Value, $"{plan.NomAxe} {a.Rang} – {a.Intitule}"))], element),
            Deplacement.Orientation => Orientations(plan, element),
            _ => Fiches(plan, element),
        }];

    private static IEnumerable<SelectListItem> Fiches(ArbrePlan plan, Guid element) => Branches(plan).SelectMany(b => Positions(
        b.Place, b.Nom, [.. b.Fiches.Select(f => (f.Id.Value, $"{f.Numero} – {MotsDuPlan.Court(f.Intitule, 60)}"))], element));

    private static IEnumerable<SelectListItem> Orientations(ArbrePlan plan, Guid element)
    {
        var moi = plan.Axes.SelectMany(a => MotsDuPlan.Parcourir(a.Branches)).First(b => b.Branche.Id.Value == element).Branche;
        var siennes = MotsDuPlan.Parcourir([moi]).Select(b => b.Branche.Id).ToHashSet();
        var hauteur = MotsDuPlan.Parcourir([moi]).Max(b => b.Profondeur);
        return Branches(plan)
            .Where(b => b.Profondeur + hauteur <= plan.Profondeur && (b.Orientation is null || !siennes.Contains(b.Orientation.Id)))
            .SelectMany(b => Positions(b.Place, b.Nom, [.. b.Filles.Select(f => (f.Id.Value, $"{f.Numero} – {MotsDuPlan.Court(f.Intitule, 60)}"))], element));
    }

    /// <summary>« En premier », then after each one; the element itself does not count, and where it stands is said and chosen.</summary>
    private static IEnumerable<SelectListItem> Positions(string place, string? nom, List<(Guid Id, string Nom)> presents, Guid element)
    {
        var groupe = nom is null ? null : new SelectListGroup { Name = nom };
        var actuelle = presents.FindIndex(p => p.Id == element);
        var autres = presents.Where(p => p.Id != element).ToList();
        for (var rang = 1; rang <= autres.Count + 1; rang++)
        {
            var ici = rang == actuelle + 1;
            var texte = autres.Count == 0 ? "Ici" : rang == 1 ? "En premier" : $"Après {autres[rang - 2].Nom}";
            yield return new(ici ? $"{texte} (sa place actuelle)" : texte, $"{place}#{rang}", ici) { Group = groupe };
        }
    }

    private static IEnumerable<Branche> Branches(ArbrePlan plan)
    {
        foreach (var axe in plan.Axes)
        {
            yield return new(Deplacement.Place(axe, null), $"{plan.NomAxe} {axe.Rang} – {MotsDuPlan.Court(axe.Intitule, 60)}", 0, null, axe.Fiches, axe.Branches);
            foreach (var (branche, profondeur) in MotsDuPlan.Parcourir(axe.Branches))
            {
                yield return new(
                    Deplacement.Place(axe, branche), $"{plan.Niveaux[profondeur]} {branche.Numero} – {MotsDuPlan.Court(branche.Intitule, 60)}", profondeur, branche, branche.Fiches, branche.Branches);
            }
        }
    }

    private sealed record Branche(
        string Place, string Nom, int Profondeur, BrancheDuPlan? Orientation, IReadOnlyList<FicheDuPlan> Fiches, IReadOnlyList<BrancheDuPlan> Filles);
}
