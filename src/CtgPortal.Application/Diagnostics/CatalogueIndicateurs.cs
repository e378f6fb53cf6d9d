using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A usual indicator: what people would otherwise type each time.</summary>
/// <param name="Code">Stable, in ASCII: stored with the indicator of a diagnostic.</param>
/// <param name="Unite">Null for a bare count.</param>
/// <param name="Source">Who usually publishes it.</param>
/// <param name="Licence">Of the usual source; null when it is not published as open data.</param>
/// <param name="Seuil">Below it the count is secret; null when the source has no threshold.</param>
/// <param name="Arrondi">Step to which the source rounds; null when it does not.</param>
/// <param name="Numerateur">Code of the count that a share is made from: hidden together.</param>
/// <param name="Synonymes">Names of columns and other words for it.</param>
public sealed record EntreeCatalogue(
    string Code,
    string Champ,
    string Intitule,
    string Definition,
    string? Unite,
    NatureIndicateur Nature,
    string Source,
    string? Licence,
    int? Seuil,
    decimal? Arrondi,
    string? Numerateur,
    IReadOnlyList<string> Synonymes)
{
    public DescriptionIndicateur Description => new(Champ, Intitule, Unite, Nature, Definition, Source, Seuil, Code);
}

/// <summary>The usual indicators of a CTG, read once from <c>catalogue.json</c>.</summary>
public static class CatalogueIndicateurs
{
    /// <summary>Comes first whatever the fields of the convention: everything else is read against it.</summary>
    public const string ChampPopulation = "population";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly FrozenDictionary<string, EntreeCatalogue> ParCode;
    private static readonly FrozenDictionary<string, EntreeCatalogue> ParNom;

#pragma warning disable CA1810 // one reading fills the three
    static CatalogueIndicateurs()
    {
        using var flux = typeof(CatalogueIndicateurs).Assembly.GetManifestResourceStream($"{typeof(CatalogueIndicateurs).Namespace}.catalogue.json")
            ?? throw new InvalidOperationException("The catalogue is not embedded.");
        Tous = JsonSerializer.Deserialize<IReadOnlyList<EntreeCatalogue>>(flux, Options)!;
        ParCode = Tous.ToFrozenDictionary(e => e.Code);
        ParNom = Tous.SelectMany(e => e.Synonymes.Append(e.Intitule).Append(e.Code).Select(n => (Nom: Normaliser(n), Entree: e)))
            .DistinctBy(x => x.Nom).ToFrozenDictionary(x => x.Nom, x => x.Entree);
        Numerateurs = Tous.Where(e => e.Numerateur is not null).ToFrozenDictionary(e => e.Code, e => e.Numerateur!);
    }
#pragma warning restore CA1810

    /// <summary>Theme by theme.</summary>
    public static IReadOnlyList<EntreeCatalogue> Tous { get; }

    /// <summary>Code of each share, and of the count it is made from.</summary>
    public static IReadOnlyDictionary<string, string> Numerateurs { get; }

    /// <summary>Null when the catalogue has no such code.</summary>
    public static EntreeCatalogue? Trouver(string? code) => code is null ? null : ParCode.GetValueOrDefault(code);

    /// <summary>The indicator that a column or a title names, whatever its case, accents and punctuation; null when none does.</summary>
    public static EntreeCatalogue? Reconnaitre(string nom) => ParNom.GetValueOrDefault(Normaliser(nom));

    /// <summary>Lower case, no accent, words apart by one blank.</summary>
    public static string Normaliser(string nom)
    {
        var texte = new StringBuilder(nom.Length);
        foreach (var signe in nom.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(signe))
            {
                texte.Append(char.ToLowerInvariant(signe));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(signe) != UnicodeCategory.NonSpacingMark && texte.Length > 0 && texte[^1] != ' ')
            {
                texte.Append(' ');
            }
        }

        return texte.ToString().TrimEnd();
    }
}
