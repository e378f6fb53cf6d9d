namespace CtgPortal.Domain.Common;

/// <summary>One field before and after, as text; null where there was or is nothing.</summary>
/// <param name="Champ">Stable code of the field in kebab-case, such as <c>intitule</c>; its label belongs to the portal.</param>
public sealed record Changement(string Champ, string? Avant, string? Apres);

/// <summary>Collects the fields that differ, so that a save that changes nothing records nothing.</summary>
public sealed class Comparaison
{
    private readonly List<Changement> _changements = [];

    public IReadOnlyList<Changement> Changements => _changements;

    public bool EstVide => _changements.Count == 0;

    /// <summary>Compares the invariant text of two values; an empty text counts as nothing.</summary>
    public Comparaison Noter(string champ, object? avant, object? apres)
    {
        var (ancien, nouveau) = (EnTexte(avant), EnTexte(apres));
        if (!string.Equals(ancien, nouveau, StringComparison.Ordinal))
        {
            _changements.Add(new(champ, ancien, nouveau));
        }

        return this;
    }

    internal static string? EnTexte(object? valeur) => valeur switch
    {
        null => null,
        string texte => texte.Length == 0 ? null : texte,
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable valeurFormatable => valeurFormatable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        System.Collections.IEnumerable liste => EnTexte(string.Join(" ; ", liste.Cast<object?>().Select(EnTexte))),
        _ => EnTexte(valeur.ToString()),
    };
}
