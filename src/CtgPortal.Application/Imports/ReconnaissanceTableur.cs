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
/// <param name="attendues">What the portal knows of the names; a name that two of them bear is the first’s.</param>
/// <param name="retenues">What people of the Caf said of names of columns, by <see cref="EnTete.Normaliser"/>; empty for one they left out.</param>
public abstract partial class ReconnaissanceTableur(IReadOnlyList<ColonneAttendue> attendues, IReadOnlyDictionary<string, string> retenues)
{
    private const int LignesDEnTeteMax = 30;

    private readonly Dictionary<string, string> _noms = Noms(attendues);

    /// <summary>The sheet and the line that look most like what is expected.</summary>
    public LectureTableur Proposer(ClasseurLu classeur)
    {
        ArgumentNullException.ThrowIfNull(classeur);
        var meilleure = classeur.Feuilles
            .SelectMany((f, i) => f.Lignes.Take(LignesDEnTeteMax).Select(l => (
                Feuille: i, f.Masquee, Ligne: l, Annexe: EstUneAnnexe(f.Nom),
                Connus: l.Cellules.Select(c => Champ(c, EstDuPortail(l))).Where(c => c is { Length: > 0 }).Distinct().Count())))
            .OrderByDescending(x => x.Connus > 1).ThenBy(x => x.Masquee).ThenBy(x => x.Annexe).ThenByDescending(x => x.Connus).ThenBy(x => x.Feuille).ThenBy(x => x.Ligne.Numero)
            .FirstOrDefault();
        return meilleure.Ligne is null ? new(0, 1, []) : Lire(classeur, meilleure.Feuille, meilleure.Ligne.Numero);
    }

    /// <summary>The fields of the columns of a sheet whose names are on a known line.</summary>
    public LectureTableur Lire(ClasseurLu classeur, int feuille, int ligneEnTete)
    {
        ArgumentNullException.ThrowIfNull(classeur);
        var lignes = classeur.Feuilles[feuille].Lignes;
        var entete = lignes.FirstOrDefault(l => l.Numero == ligneEnTete);
        var duPortail = entete is not null && EstDuPortail(entete);
        HashSet<string> pris = [];

        // the first column of a name is the one; a second of the same name is left for the person to choose
        return new(feuille, ligneEnTete,
        [
            .. Enumerable.Range(0, lignes.Count == 0 ? 0 : lignes.Max(l => l.Cellules.Count))
                .Select(i => Champ(entete?.Cellule(i) ?? "", duPortail) is { Length: > 0 } champ && pris.Add(champ) ? champ : ""),
        ]);
    }

    /// <summary>What these columns teach of their names; nothing where the portal wrote them itself.</summary>
    public IReadOnlyList<(string EnTete, string Champ)> Apprendre(ClasseurLu classeur, LectureTableur lecture)
    {
        ArgumentNullException.ThrowIfNull(classeur);
        ArgumentNullException.ThrowIfNull(lecture);
        var entete = classeur.Feuilles.ElementAtOrDefault(lecture.Feuille)?.Lignes.FirstOrDefault(l => l.Numero == lecture.LigneEnTete);
        return entete is null || EstDuPortail(entete)
            ? []
            :
            [
                .. lecture.Champs.Select((champ, i) => (EnTete: EnTete.Normaliser(entete.Cellule(i)), Champ: champ))
                    .Where(d => d.EnTete.Length is > 0 and <= CorrespondanceColonne.EnTeteLongueurMax && d.Champ.Length <= CorrespondanceColonne.ChampLongueurMax)
                    .DistinctBy(d => d.EnTete),
            ];
    }

    /// <summary>Whether a code is one that a column may have.</summary>
    public abstract bool Connait(string champ);

    /// <summary>Whether the portal wrote these names: their words are not up to anybody.</summary>
    protected abstract bool EstDuPortail(LigneLue entete);

    /// <summary>A sheet that goes with the main one.</summary>
    protected virtual bool EstUneAnnexe(string nom) => false;

    /// <summary>The field that a name says before anything else; null when it says none.</summary>
    /// <param name="mot">Normalized.</param>
    protected virtual string? DAbord(string cellule, string mot, bool duPortail) => null;

    /// <summary>The field that a name says by itself, such as « Montant 2026 »; null when it says none.</summary>
    protected abstract string? Autre(string cellule);

    protected bool EstRetenu(string mot) => retenues.ContainsKey(mot);

    /// <returns>Null when the name says nothing; empty when people of the Caf leave it out.</returns>
    private string? Champ(string cellule, bool duPortail)
    {
        var mot = EnTete.Normaliser(cellule);
        return mot.Length is 0 or > CorrespondanceColonne.EnTeteLongueurMax ? null
            : DAbord(cellule, mot, duPortail) is { } champ ? champ
            : !duPortail && retenues.TryGetValue(mot, out var retenue) && Connait(retenue) ? retenue
            : _noms.GetValueOrDefault(mot) ?? Autre(cellule);
    }

    private static Dictionary<string, string> Noms(IReadOnlyList<ColonneAttendue> attendues) => attendues
        .SelectMany(c => c.Synonymes.Select(n => (Rang: 1, Nom: n, c.Champ)).Prepend((Rang: 0, Nom: c.Titre, c.Champ)).Prepend((Rang: 0, Nom: c.Champ, c.Champ)))
        .OrderBy(n => n.Rang).Select(n => (Nom: EnTete.Normaliser(n.Nom), n.Champ)).DistinctBy(n => n.Nom).ToDictionary(n => n.Nom, n => n.Champ);

    /// <summary>« Total : 45 », « TOTAL GÉNÉRAL »…: a line that counts the others.</summary>
    public static bool EstUnTotal(LigneLue ligne)
    {
        ArgumentNullException.ThrowIfNull(ligne);
        return ligne.Cellules.FirstOrDefault(c => c.Length > 0) is { } premiere && Total().IsMatch(premiere);
    }

    /// <summary>The count that a sheet announces by itself: « 45 équipements » in a title, « Total : 45 » below.</summary>
    /// <param name="mots">What is counted: « équipements », « structures ».</param>
    public static CompteAnnonce? Annonce(FeuilleLue feuille, int ligneEnTete, IReadOnlyList<string> mots)
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
                    return new(ligne.Numero, int.Parse(nombre.ValueSpan, CultureInfo.InvariantCulture));
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(sous[- ])?total", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Total();

    [GeneratedRegex(@"(?<!\d)\d{1,4}(?!\d)")]
    private static partial Regex Nombre();
}
