using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>Proposes where the names of the columns are and what each column is; a person confirms.</summary>
/// <param name="niveaux">The convention’s own words, from the first level to the fiche.</param>
/// <param name="retenues">What people of the Caf said of names of columns, by <see cref="EnTete.Normaliser"/>; empty for one they left out.</param>
internal sealed partial class ReconnaissancePlan(IReadOnlyList<string> niveaux, IReadOnlyDictionary<string, string> retenues)
{
    public const string FinanceurInconnu = "Financeur à préciser";

    private const int LignesDEnTeteMax = 30;
    private const int AnneeMax = Financement.AnneeMax;

    private readonly Dictionary<string, string> _noms = Noms();

    /// <summary>The sheet and the line that look most like a plan.</summary>
    public DecoupePlan Proposer(ClasseurLu classeur)
    {
        var meilleure = classeur.Feuilles
            .SelectMany((f, i) => f.Lignes.Take(LignesDEnTeteMax).Select(l => (
                Feuille: i, f.Masquee, Ligne: l, Details: EstUneFeuilleDeDetails(f.Nom), Connus: l.Cellules.Select(c => Champ(c, EstDuPortail(l))).Where(c => c is { Length: > 0 }).Distinct().Count())))
            .OrderByDescending(x => x.Connus > 1).ThenBy(x => x.Masquee).ThenBy(x => x.Details).ThenByDescending(x => x.Connus).ThenBy(x => x.Feuille).ThenBy(x => x.Ligne.Numero)
            .FirstOrDefault();
        return meilleure.Ligne is null ? new(0, 1, []) : Lire(classeur.Feuilles[meilleure.Feuille], meilleure.Feuille, meilleure.Ligne.Numero);
    }

    /// <summary>The fields of the columns of a sheet whose names are on a known line.</summary>
    public DecoupePlan Lire(FeuilleLue feuille, int index, int ligneEnTete)
    {
        var entete = feuille.Lignes.FirstOrDefault(l => l.Numero == ligneEnTete);
        var duPortail = entete is not null && EstDuPortail(entete);
        HashSet<string> pris = [];

        // the first column of a name is the one; a second of the same name is left for the person to choose
        return new(index, ligneEnTete,
        [
            .. Enumerable.Range(0, feuille.Lignes.Count == 0 ? 0 : feuille.Lignes.Max(l => l.Cellules.Count))
                .Select(i => Champ(entete?.Cellule(i) ?? "", duPortail) is { Length: > 0 } champ && pris.Add(champ) ? champ : ""),
        ]);
    }

    /// <summary>Whether a code is one that a column may have.</summary>
    public bool Connait(string champ) =>
        champ.Length == 0 || champ is ColonnesEchange.Code or ColonnesEchange.Numero || ChampsFiche.Tous.Any(c => c.Code == champ && c.Code != ChampsFiche.Financements.Code)
        || Enumerable.Range(1, niveaux.Count - 1).Any(n => champ == $"{ColonnesEchange.Niveau}{n}") || LireMontant(champ) is not null;

    /// <summary>The year and the funder of a column of amounts; null for another column.</summary>
    public static (int Annee, string Financeur)? LireMontant(string champ) =>
        champ.Split('/', 3) is [var debut, var annee, { Length: > 0 and <= Financement.FinanceurLongueurMax } financeur] && debut == ColonnesEchange.Montant[..^1]
        && int.TryParse(annee, NumberStyles.None, CultureInfo.InvariantCulture, out var an) && an is >= Financement.AnneeMin and <= Financement.AnneeMax
            ? (an, financeur)
            : null;

    /// <summary>« Nombre de fiches : 12 » in the notice, « 12 actions » in a title above the columns.</summary>
    public static int? Annonce(ClasseurLu classeur, DecoupePlan decoupe)
    {
        var notice = classeur.Feuilles.Where(f => EnTete.Normaliser(f.Nom) == EnTete.Normaliser(ColonnesEchange.FeuilleNotice)).SelectMany(f => f.Lignes)
            .FirstOrDefault(l => EnTete.Normaliser(l.Cellule(0)) == EnTete.Normaliser(ColonnesEchange.FichesAnnoncees))?.Cellule(1);
        return int.TryParse(notice, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre)
            ? nombre
            : classeur.Feuilles.Skip(decoupe.Feuille).Take(1).SelectMany(f => f.Lignes).Where(l => l.Numero < decoupe.LigneEnTete).SelectMany(l => l.Cellules)
                .Select(c => Compte().Match(c)).Where(m => m.Success).Select(m => (int?)int.Parse(m.Groups["nombre"].ValueSpan, CultureInfo.InvariantCulture)).FirstOrDefault();
    }

    /// <summary>What the portal writes itself, whatever the sheet is called.</summary>
    public static bool EstDuPortail(string entete) => DuPortail().IsMatch(entete);

    public static bool EstUneFeuilleDeDetails(string nom) =>
        new[] { ColonnesEchange.FeuilleOperations, ColonnesEchange.FeuilleFinancements, ColonnesEchange.FeuilleIndicateurs, ColonnesEchange.FeuilleNotice }
            .Any(n => EnTete.Normaliser(n) == EnTete.Normaliser(nom));

    private static bool EstDuPortail(LigneLue entete) => entete.Cellules.Any(EstDuPortail);

    /// <returns>Null when the name says nothing; empty when people of the Caf leave it out.</returns>
    /// <param name="duPortail">The portal wrote the names: « Enjeu » is the field, even where the first level bears this word.</param>
    private string? Champ(string cellule, bool duPortail)
    {
        var mot = EnTete.Normaliser(cellule);
        if (mot.Length is 0 or > CorrespondancePlan.EnTeteLongueurMax)
        {
            return null;
        }

        if (Niveau(cellule, mot, duPortail) is { } niveau)
        {
            return niveau;
        }

        return !duPortail && retenues.TryGetValue(mot, out var retenue) && Connait(retenue) ? retenue : _noms.GetValueOrDefault(mot) ?? MontantDUneAnnee(cellule);
    }

    private string? Niveau(string cellule, string mot, bool duPortail)
    {
        if (DuPortail().Match(cellule) is { Success: true } m)
        {
            var rang = int.Parse(m.Groups["rang"].ValueSpan, CultureInfo.InvariantCulture);
            return rang < niveaux.Count ? $"{ColonnesEchange.Niveau}{rang}" : null;
        }

        if (duPortail || retenues.ContainsKey(mot))
        {
            return null;
        }

        for (var n = 1; n < niveaux.Count; n++)
        {
            var nom = EnTete.Normaliser(niveaux[n - 1]);
            if (mot == nom || mot == $"{nom}s" || mot.StartsWith($"intitule de l {nom}", StringComparison.Ordinal))
            {
                return $"{ColonnesEchange.Niveau}{n}";
            }
        }

        return mot switch
        {
            "axe" or "axes" or "axe strategique" or "axes strategiques" or "ambition" or "intitule de l axe" => $"{ColonnesEchange.Niveau}1",
            "orientation" or "orientations" or "sous axe" or "orientation strategique" when niveaux.Count > 2 => $"{ColonnesEchange.Niveau}2",
            _ => null,
        };
    }

    /// <summary>« Budget 2025 », « Caf 2026 », « 2027 ».</summary>
    private static string? MontantDUneAnnee(string cellule)
    {
        var (annee, reste) = EnTete.Separer(cellule, AnneeMax);
        if (annee is not (>= Financement.AnneeMin and <= Financement.AnneeMax))
        {
            return null;
        }

        var financeur = MotsDArgent().Replace(reste, " ").Trim(' ', '-', '–', ':', '(', ')', '€', '/');
        return financeur.Length > 60 ? null : $"{ColonnesEchange.Montant}{annee}/{(financeur.Length == 0 ? FinanceurInconnu : financeur.Replace('/', ' '))}";
    }

    private static Dictionary<string, string> Noms() => ChampsFiche.Tous.Select(c => (c.Code, LibellesFiche.De(c.Code).Libelle))
        .Append((ColonnesEchange.Code, ColonnesEchange.TitreCode)).Append((ColonnesEchange.Numero, ColonnesEchange.TitreNumero))
        .Where(c => c.Item1 != ChampsFiche.Financements.Code)
        .SelectMany(c => ColonnesEchange.AutresNoms(c.Item1).Select(n => (Rang: 1, Nom: n, Champ: c.Item1)).Prepend((Rang: 0, Nom: c.Item2, Champ: c.Item1)).Prepend((Rang: 0, Nom: c.Item1, Champ: c.Item1)))
        .OrderBy(n => n.Rang).Select(n => (Nom: EnTete.Normaliser(n.Nom), n.Champ)).DistinctBy(n => n.Nom).ToDictionary(n => n.Nom, n => n.Champ);

    [GeneratedRegex(@"(?<!\d)(?<nombre>\d{1,3})\s+(fiches?|actions?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Compte();

    [GeneratedRegex(@"^\s*niveau (?<rang>[1-3]) –", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DuPortail();

    [GeneratedRegex(@"\b(budgets?|montants?|co[uû]ts?|financements?|prévu|prévus|prévisionnel|prévisionnels|subventions?|participation|année|en|de la|du|de|pour|total)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MotsDArgent();
}
