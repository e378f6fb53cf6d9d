using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Imports;

/// <summary>A column that an import knows how to read.</summary>
/// <param name="Champ">Its stable code.</param>
/// <param name="Titre">As the portal writes it in its own sheets.</param>
/// <param name="Synonymes">How else people call it.</param>
public sealed record ColonneAttendue(string Champ, string Titre, params IReadOnlyList<string> Synonymes);

/// <summary>Proposes where the names of the columns are and what each column is, whatever is imported; a person confirms.</summary>
public static partial class ReconnaissanceTableur
{
    private const int LignesDEnTeteMax = 30;

    /// <param name="autre">The field that a name says by itself, such as « Montant 2026 »; null when it says none.</param>
    public static LectureTableur Proposer(ClasseurLu classeur, IReadOnlyList<ColonneAttendue> attendues, Func<string, string?> autre)
    {
        ArgumentNullException.ThrowIfNull(classeur);
        var noms = Noms(attendues);
        var meilleure = classeur.Feuilles
            .SelectMany((f, i) => f.Lignes.Take(LignesDEnTeteMax).Select(l => (Feuille: i, f.Masquee, Ligne: l, Connus: l.Cellules.Count(c => Champ(c, noms, autre) is not null))))
            .OrderByDescending(x => x.Connus > 1).ThenBy(x => x.Masquee).ThenByDescending(x => x.Connus).ThenBy(x => x.Feuille).ThenBy(x => x.Ligne.Numero)
            .FirstOrDefault();
        return meilleure.Ligne is null ? new(0, 1, []) : Lire(classeur, meilleure.Feuille, meilleure.Ligne.Numero, attendues, autre);
    }

    /// <summary>The fields of the columns of a sheet whose names are on a known line.</summary>
    public static LectureTableur Lire(
        ClasseurLu classeur, int feuille, int ligneEnTete, IReadOnlyList<ColonneAttendue> attendues, Func<string, string?> autre)
    {
        ArgumentNullException.ThrowIfNull(classeur);
        var noms = Noms(attendues);
        var lignes = classeur.Feuilles[feuille].Lignes;
        var entete = lignes.FirstOrDefault(l => l.Numero == ligneEnTete);
        HashSet<string> pris = [];

        // the first column of a name is the one; a second of the same name is left for the person to choose
        return new(feuille, ligneEnTete,
        [
            .. Enumerable.Range(0, lignes.Count == 0 ? 0 : lignes.Max(l => l.Cellules.Count))
                .Select(i => Champ(entete?.Cellule(i) ?? "", noms, autre) is { } champ && pris.Add(champ) ? champ : ""),
        ]);
    }

    /// <summary>« Total : 45 », « TOTAL GÉNÉRAL »…: a line that counts the others.</summary>
    public static bool EstUnTotal(LigneLue ligne)
    {
        ArgumentNullException.ThrowIfNull(ligne);
        return ligne.Cellules.FirstOrDefault(c => c.Length > 0) is { } premiere && Total().IsMatch(premiere);
    }

    /// <summary>The count that a sheet announces by itself: « 45 équipements » in a title, « Total : 45 » below.</summary>
    /// <param name="mots">What is counted: « équipements », « structures ».</param>
    public static (int Ligne, int Nombre)? CompteAnnonce(FeuilleLue feuille, int ligneEnTete, IReadOnlyList<string> mots)
    {
        ArgumentNullException.ThrowIfNull(feuille);
        var cles = mots.Select(EnTete.Normaliser).ToList();
        foreach (var ligne in feuille.Lignes.Where(l => l.Numero < ligneEnTete || EstUnTotal(l)))
        {
            foreach (var cellule in ligne.Cellules.Where(c => c.Length > 0))
            {
                var mot = EnTete.Normaliser(cellule);
                if (Nombre().Matches(mot) is [var nombre] && (EstUnTotal(ligne) || cles.Exists(c => mot.Contains(c, StringComparison.Ordinal))))
                {
                    return (ligne.Numero, int.Parse(nombre.ValueSpan, CultureInfo.InvariantCulture));
                }
            }
        }

        return null;
    }

    private static Dictionary<string, string> Noms(IReadOnlyList<ColonneAttendue> attendues) => attendues
        .SelectMany(c => c.Synonymes.Prepend(c.Titre).Prepend(c.Champ).Select(n => (Nom: EnTete.Normaliser(n), c.Champ)))
        .DistinctBy(n => n.Nom).ToDictionary(n => n.Nom, n => n.Champ);

    private static string? Champ(string cellule, Dictionary<string, string> noms, Func<string, string?> autre) =>
        cellule.Length is 0 or > 100 ? null : noms.GetValueOrDefault(EnTete.Normaliser(cellule)) ?? autre(cellule);

    [GeneratedRegex(@"^\s*(sous[- ])?total", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Total();

    [GeneratedRegex(@"(?<!\d)\d{1,4}(?!\d)")]
    private static partial Regex Nombre();
}
