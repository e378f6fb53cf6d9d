using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CtgPortal.Web.Common;

/// <summary>One field on which what is stored and what was typed differ.</summary>
/// <param name="Champ">Path inside the form, such as <c>Signataires[1].Nom</c>.</param>
public sealed record Conflit(string Champ, string Libelle, string Enregistre, string Saisi);

/// <summary>Compares two input models of one type, field by field, in the words people read.</summary>
internal static class ComparaisonSaisie
{
    public const string Revision = "Revision";

    public static IReadOnlyList<Conflit> Comparer(object enregistre, object saisi, Func<string, object, string?>? libelleDeValeur = null)
    {
        var conflits = new List<Conflit>();
        Parcourir(enregistre, saisi, "", "", libelleDeValeur ?? ((_, _) => null), conflits);
        return conflits;
    }

    private static void Parcourir(
        object? enregistre, object? saisi, string chemin, string libelle, Func<string, object, string?> mots, List<Conflit> conflits)
    {
        var type = (enregistre ?? saisi)?.GetType();
        if (type is null || typeof(IFormFile).IsAssignableFrom(type))
        {
            return;
        }

        if (EstSimple(type) || ElementsSimples(enregistre) || ElementsSimples(saisi))
        {
            var (avant, apres) = (Texte(enregistre, chemin, mots), Texte(saisi, chemin, mots));
            if (!string.Equals(avant, apres, StringComparison.Ordinal))
            {
                conflits.Add(new(chemin, libelle, avant, apres));
            }

            return;
        }

        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            var (avant, apres) = (Liste(enregistre), Liste(saisi));
            for (var i = 0; i < Math.Max(avant.Count, apres.Count); i++)
            {
                Parcourir(avant.ElementAtOrDefault(i), apres.ElementAtOrDefault(i), $"{chemin}[{i}]", $"{libelle} {i + 1}", mots, conflits);
            }

            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.Name != Revision && property.CanWrite && property.GetIndexParameters().Length == 0)
            {
                Parcourir(
                    enregistre is null ? null : property.GetValue(enregistre),
                    saisi is null ? null : property.GetValue(saisi),
                    chemin.Length == 0 ? property.Name : $"{chemin}.{property.Name}",
                    libelle.Length == 0 ? LibelleDe(property) : $"{libelle} – {LibelleDe(property)}",
                    mots,
                    conflits);
            }
        }
    }

    private static string LibelleDe(PropertyInfo property) =>
        property.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? property.Name;

    private static List<object?> Liste(object? valeur) => valeur is IEnumerable liste ? [.. liste.Cast<object?>()] : [];

    private static bool EstSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset);
    }

    private static bool ElementsSimples(object? valeur) =>
        valeur is IEnumerable liste and not string && liste.Cast<object?>().FirstOrDefault(e => e is not null) is { } element
        && EstSimple(element.GetType());

    private static string Texte(object? valeur, string chemin, Func<string, object, string?> mots) => valeur switch
    {
        null => "",
        string texte => mots(chemin, texte) ?? texte.Trim().ReplaceLineEndings("\n"),
        IEnumerable liste => string.Join(", ", liste.Cast<object?>().Select(e => Texte(e, chemin, mots)).Where(t => t.Length > 0)),
        _ => mots(chemin, valeur) ?? Libelles.DeValeur(valeur) ?? Format.Valeur(valeur),
    };
}
