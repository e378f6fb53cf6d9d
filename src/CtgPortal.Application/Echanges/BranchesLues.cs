using System.Text.RegularExpressions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>Finds the branches that titles name, in the plan or among those that the file would create.</summary>
internal sealed partial class BranchesLues
{
    private readonly Dictionary<string, (IReadOnlyList<string> Titres, AxeId Axe, OrientationId? Orientation)> _connues = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _nouvelles = [];

    public BranchesLues(Plan plan)
    {
        foreach (var axe in plan.Axes)
        {
            Ajouter([], axe.Intitule, axe.Id, null);
            Descendre(plan, axe.Id, null, [axe.Intitule]);
        }
    }

    /// <summary>In the order in which the file names them: a parent comes before its children.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ACreer => [.. _nouvelles.Values];

    /// <param name="tels">The portal wrote the titles: they have no number to take off.</param>
    /// <returns>The titles as the plan has them, or would.</returns>
    public IReadOnlyList<string> Trouver(IReadOnlyList<string> titres, bool tels)
    {
        List<string> chemin = [];
        foreach (var titre in titres)
        {
            var nu = tels ? titre : Numero().Replace(titre, "") is { Length: > 0 } reste ? reste : titre;
            var connu = Connu([.. chemin, titre]) ?? Connu([.. chemin, nu]);
            chemin = [.. chemin, connu ?? nu];
            if (connu is null)
            {
                _nouvelles.TryAdd(Cle(chemin), chemin);
            }
        }

        return chemin;
    }

    public bool EstACreer(IReadOnlyList<string> chemin) => _nouvelles.ContainsKey(Cle(chemin));

    /// <summary>Null for a branch that does not exist yet.</summary>
    public (AxeId Axe, OrientationId? Orientation)? Place(IReadOnlyList<string> chemin) =>
        _connues.TryGetValue(Cle(chemin), out var place) ? (place.Axe, place.Orientation) : null;

    /// <summary>The path of a place of the plan.</summary>
    public IReadOnlyList<string> Chemin(AxeId axe, OrientationId? orientation) => _connues.Values.First(c => c.Axe == axe && c.Orientation == orientation).Titres;

    /// <summary>Remembers a branch that was just created.</summary>
    public void Ajouter(IReadOnlyList<string> parents, string titre, AxeId axe, OrientationId? orientation) =>
        _connues.TryAdd(Cle([.. parents, titre]), ([.. parents, titre], axe, orientation));

    private string? Connu(IReadOnlyList<string> chemin) =>
        _connues.TryGetValue(Cle(chemin), out var connu) ? connu.Titres[^1] : _nouvelles.TryGetValue(Cle(chemin), out var nouvelle) ? nouvelle[^1] : null;

    private void Descendre(Plan plan, AxeId axe, OrientationId? parent, IReadOnlyList<string> chemin)
    {
        foreach (var orientation in plan.Orientations.Where(o => o.AxeId == axe && o.ParentId == parent))
        {
            Ajouter(chemin, orientation.Intitule, axe, orientation.Id);
            Descendre(plan, axe, orientation.Id, [.. chemin, orientation.Intitule]);
        }
    }

    // titles of signs alone keep their signs
    private static string Cle(IEnumerable<string> chemin) => string.Join('\n', chemin.Select(t => EnTete.Normaliser(t) is { Length: > 0 } mot ? mot : t.Trim()));

    /// <summary>« Axe 1 : », « 2.1 - », « Orientation n°3. »: numbers are computed, never typed.</summary>
    [GeneratedRegex(@"^\s*((axe|enjeu|ambition|orientation|objectif|domaine|thématique|priorité|défi|volet)\s*(stratégique\s*)?(n°\s*)?(\d+(\.\d+)*|[IVX]+\b)\s*[:.)\-–—]*\s*|\d+(\.\d+)*\s*[:.)\-–—]+\s*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Numero();
}
