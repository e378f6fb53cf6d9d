using System.Globalization;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Application.Plans;

/// <summary>Which fiches every view of the plan shows; null: no matter. It lives in the address.</summary>
/// <param name="Pilote">A person.</param>
/// <param name="Structure">The structure that pilots.</param>
/// <param name="Commune">INSEE code; a fiche without communes is for the whole perimeter, hence for this one.</param>
/// <param name="Annee">The action goes on this year, one of its operations is due, or money is planned for it.</param>
/// <param name="Q">Words of the number, the title or the pilot, whatever the case and the accents.</param>
/// <param name="Schema">A schéma or contract that the fiche takes part in.</param>
/// <param name="Fiches">Those that somebody ticked, by their ids; none: no matter.</param>
public sealed record FiltrePlan(
    string? Champ = null, string? Pilote = null, string? Structure = null, string? Commune = null, int? Annee = null, Avancement? Etat = null, string? Q = null,
    Guid[]? Fiches = null, string? Schema = null)
{
    public static readonly FiltrePlan Aucun = new();

    private static readonly CompareInfo Francais = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    public bool EstVide => Champ is null && Pilote is null && Structure is null && Commune is null && Annee is null && Etat is null && Schema is null && string.IsNullOrWhiteSpace(Q) && !EstUneSelection;

    /// <summary>Fiches were ticked one by one.</summary>
    public bool EstUneSelection => Fiches is { Length: > 0 };

    /// <summary>This very fiche was ticked.</summary>
    public bool Designe(FicheDuPlan fiche)
    {
        ArgumentNullException.ThrowIfNull(fiche);
        return Fiches?.Contains(fiche.Id.Value) == true;
    }

    public bool Garde(FicheDuPlan fiche)
    {
        ArgumentNullException.ThrowIfNull(fiche);
        return (Champ is null || fiche.Champs.Contains(Champ, StringComparer.OrdinalIgnoreCase))
            && (Schema is null || fiche.Schemas.Contains(Schema, StringComparer.OrdinalIgnoreCase))
            && (Pilote is null || Meme(fiche.PilotePersonne, Pilote))
            && (Structure is null || Meme(fiche.PiloteStructure, Structure))
            && (Commune is null || fiche.Communes.Count == 0 || fiche.Communes.Contains(Commune))
            && (Annee is not { } annee || EstDeLAnnee(fiche, annee))
            && (Etat is null || fiche.Avancement == Etat)
            && (!EstUneSelection || Designe(fiche))
            && Mots().All(mot => Textes(fiche).Any(t => Francais.IndexOf(t, mot, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
    }

    /// <summary>The tree without the fiches left out, and without the branches that would stand empty for it.</summary>
    public ArbrePlan Appliquer(ArbrePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return EstVide
            ? plan
            : plan with
            {
                Axes =
                [
                    .. plan.Axes.Select(a => a with { Fiches = [.. a.Fiches.Where(Garde)], Branches = Elaguer(a.Branches) }).Where(a => a.Toutes.Any()),
                ],
            };
    }

    private IReadOnlyList<BrancheDuPlan> Elaguer(IReadOnlyList<BrancheDuPlan> branches) =>
        [.. branches.Select(b => b with { Fiches = [.. b.Fiches.Where(Garde)], Branches = Elaguer(b.Branches) }).Where(b => b.Toutes.Any())];

    private string[] Mots() => (Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Textes(FicheDuPlan fiche) =>
        new[] { fiche.Numero, fiche.Intitule, fiche.PiloteStructure, fiche.PilotePersonne }.OfType<string>();

    private static bool Meme(string? valeur, string cherchee) =>
        valeur is not null && Francais.Compare(valeur, cherchee, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static bool EstDeLAnnee(FicheDuPlan fiche, int annee) =>
        fiche.Financements.Any(f => f.Annee == annee)
        || fiche.Echeances.Any(e => e.Le.Year == annee)
        || ((fiche.Debut is not null || fiche.Fin is not null)
            && (fiche.Debut?.Year ?? int.MinValue) <= annee
            && annee <= (fiche.Fin?.Year ?? (fiche.AmeliorationContinue ? int.MaxValue : fiche.Debut!.Value.Year)));
}
