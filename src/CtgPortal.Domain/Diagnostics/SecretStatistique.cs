using static CtgPortal.Domain.Diagnostics.EtatValeur;

namespace CtgPortal.Domain.Diagnostics;

/// <summary>A territory whose figure is the sum of those of its parts, by <see cref="Territoires.TerritoireRef.Cle"/>.</summary>
public sealed record Composition(string Total, IReadOnlyCollection<string> Parties);

/// <summary>
/// The figures of a diagnostic that may be shown, to everyone and everywhere: pages, tables, exports and documents read no other.
/// <list type="bullet">
/// <item>A secret value is never shown.</item>
/// <item>
/// Where a total and its parts would let a hidden count be computed, the smallest published part is hidden too, then the next one,
/// and the total when no part is left. Even who knows the threshold, and which values the source hid, is left with at least two
/// possible counts for each of them (unless the threshold is 2: « secret » then says 1).
/// </item>
/// <item>A share or a ratio is hidden wherever the count it is made from is.</item>
/// </list>
/// Each sum is looked at by itself, again until nothing more is hidden. Not covered: sums of several indicators (the ages of a
/// population), two totals that overlap, sums of amounts, and figures published elsewhere. A part without a value counts as unknown.
/// </summary>
public static class SecretStatistique
{
    /// <param name="numerateurs">Code of a share or ratio, and of the count it is made from.</param>
    public static ChiffresMontrables Appliquer(
        IReadOnlyList<Indicateur> indicateurs, IReadOnlyList<Composition> compositions, IReadOnlyDictionary<string, string> numerateurs)
    {
        var montrables = indicateurs.ToDictionary(i => i.Id, i => Masquer(i.Nature, i.Seuil, i.Valeurs, compositions));
        var parCode = indicateurs.Where(i => i.CodeCatalogue is not null).ToDictionary(i => i.CodeCatalogue!);
        foreach (var part in parCode.Values.Where(p => numerateurs.ContainsKey(p.CodeCatalogue!)))
        {
            if (parCode.TryGetValue(numerateurs[part.CodeCatalogue!], out var effectif))
            {
                var caches = montrables[effectif.Id].Where(v => v.Etat == Secret).Select(v => (v.Annee, v.Territoire.Cle)).ToHashSet();
                montrables[part.Id] = [.. montrables[part.Id].Select(v => caches.Contains((v.Annee, v.Territoire.Cle)) ? v.Cacher() : v)];
            }
        }

        return new(montrables);
    }

    /// <summary>The values of one indicator as they may be shown.</summary>
    public static IReadOnlyList<ValeurIndicateur> Masquer(
        NatureIndicateur nature, int? seuil, IReadOnlyList<ValeurIndicateur> valeurs, IReadOnlyList<Composition> compositions)
    {
        // shares, ratios and medians do not add up
        if (nature != NatureIndicateur.Effectif)
        {
            return valeurs;
        }

        return [.. valeurs.GroupBy(v => v.Annee).SelectMany(g => MasquerUneAnnee(g, seuil, compositions))];
    }

    private static Dictionary<string, ValeurIndicateur>.ValueCollection MasquerUneAnnee(
        IEnumerable<ValeurIndicateur> valeurs, int? seuil, IReadOnlyList<Composition> compositions)
    {
        var cellules = valeurs.ToDictionary(v => v.Territoire.Cle);
        var secrets = cellules.Values.Where(v => v.Etat == Secret).Select(v => v.Territoire.Cle).ToHashSet();
        if (secrets.Count > 0)
        {
            // a value hidden for one sum may leave another with a single unknown: as long as there is something to hide
            while (compositions.Select(c => ACacher(c, cellules, secrets, seuil)).FirstOrDefault(c => c is not null) is { } cle)
            {
                cellules[cle] = cellules[cle].Cacher();
            }
        }

        return cellules.Values;
    }

    /// <summary>The value to hide next, or null when the sum gives nothing away.</summary>
    private static string? ACacher(Composition composition, Dictionary<string, ValeurIndicateur> cellules, HashSet<string> secrets, int? seuil)
    {
        var publiees = composition.Parties.Where(p => Nombre(cellules, p) is not null).ToList();
        var cachees = composition.Parties.Where(p => Nombre(cellules, p) is null).ToList();
        if (Nombre(cellules, composition.Total) is not { } total)
        {
            // all the parts give a hidden total
            return secrets.Contains(composition.Total) && cachees.Count == 0 && publiees.Count > 0
                ? PlusPetite(publiees, cellules)
                : null;
        }

        var aProteger = cachees.Count(secrets.Contains);
        var reste = total - publiees.Sum(p => Nombre(cellules, p)!.Value);
        return aProteger == 0 || EstProtege(aProteger, cachees.Count - aProteger, reste, seuil)
            ? null
            : PlusPetite(publiees, cellules) ?? composition.Total;
    }

    /// <summary>Whether each secret keeps two possible values, knowing what remains of the total for all that is hidden.</summary>
    private static bool EstProtege(int secrets, int autres, decimal reste, int? seuil)
    {
        if (secrets + autres < 2)
        {
            return false;
        }

        if (seuil is null or <= 2)
        {
            return true;
        }

        // a secret count lies between 1 and the threshold; what else is hidden may be anything
        decimal plusGrand = seuil.Value - 1;
        var haut = Math.Min(plusGrand, reste - (secrets - 1));
        var bas = autres > 0 ? 1 : Math.Max(1, reste - ((secrets - 1) * plusGrand));

        // sums of rounded figures may be impossible: they give nothing away
        return bas > haut || haut - bas >= 1;
    }

    private static string? PlusPetite(List<string> publiees, Dictionary<string, ValeurIndicateur> cellules) =>
        publiees.OrderBy(p => cellules[p].Valeur == 0).ThenBy(p => cellules[p].Valeur).ThenBy(p => p, StringComparer.Ordinal).FirstOrDefault();

    private static decimal? Nombre(Dictionary<string, ValeurIndicateur> cellules, string cle) => cellules.GetValueOrDefault(cle)?.Valeur;
}

/// <summary>What <see cref="SecretStatistique"/> lets through: the one way to read figures in order to show them.</summary>
public sealed class ChiffresMontrables
{
    private readonly IReadOnlyDictionary<IndicateurId, IReadOnlyList<ValeurIndicateur>> _valeurs;

    internal ChiffresMontrables(IReadOnlyDictionary<IndicateurId, IReadOnlyList<ValeurIndicateur>> valeurs) => _valeurs = valeurs;

    /// <summary>The values of an indicator; those that may not be shown are secret and have no number.</summary>
    public IReadOnlyList<ValeurIndicateur> this[IndicateurId id] => _valeurs[id];
}
