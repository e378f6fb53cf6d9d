using System.Text;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Echanges;

/// <summary>Several words in one cell, read back as they were written: « Enfance ; "Loisirs, culture" ».</summary>
internal static partial class ListesEchange
{
    public static string? Ecrire(IEnumerable<string> valeurs)
    {
        var texte = string.Join(" ; ", valeurs.Select(v => v.AsSpan().ContainsAny(";,\n\"") ? $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : v));
        return texte.Length == 0 ? null : texte;
    }

    /// <summary>Semicolons, lines, and commas when there is no semicolon; what stands between double quotes is one value.</summary>
    public static IReadOnlyList<string> Lire(string texte)
    {
        List<string> valeurs = [];
        var (valeur, cite, virgules) = (new StringBuilder(), false, !HorsCitation(texte).Contains(';', StringComparison.Ordinal));
        for (var i = 0; i < texte.Length; i++)
        {
            var c = texte[i];
            if (c == '"' && cite && i + 1 < texte.Length && texte[i + 1] == '"')
            {
                valeur.Append(c);
                i++;
            }
            else if (c == '"' && (cite || string.IsNullOrWhiteSpace(valeur.ToString())))
            {
                cite = !cite;
            }
            else if (!cite && (c is ';' or '\n' || (c == ',' && virgules)))
            {
                valeurs.Add(valeur.ToString());
                valeur.Clear();
            }
            else
            {
                valeur.Append(c);
            }
        }

        valeurs.Add(valeur.ToString());
        return [.. valeurs.Select(v => v.Trim()).Where(v => v.Length > 0).Distinct()];
    }

    public static string Commune(string code, IReadOnlyDictionary<string, string> noms) => noms.TryGetValue(code, out var nom) ? $"{nom} ({code})" : code;

    /// <summary>« Laon (02408) », « 02408 », « Laon »; null for one that the perimeter does not hold.</summary>
    public static string? Commune(string texte, IReadOnlyList<CommunePerimetre> perimetre)
    {
        var code = CodeInsee().Match(texte) is { Success: true } m ? m.Value : null;
        var mot = Domain.Imports.EnTete.Normaliser(texte);
        return (perimetre.FirstOrDefault(c => c.Code == code) ?? perimetre.FirstOrDefault(c => Domain.Imports.EnTete.Normaliser(c.Nom) == mot))?.Code;
    }

    private static string HorsCitation(string texte) => string.Concat(texte.Split('"').Where((_, i) => i % 2 == 0));

    [GeneratedRegex(@"(?<![0-9A-Za-z])(\d{5}|2[AB]\d{3})(?![0-9A-Za-z])", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInsee();
}
