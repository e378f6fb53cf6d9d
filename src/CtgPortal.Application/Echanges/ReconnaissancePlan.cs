using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>What each column of a plan is, with the words of the convention for its levels.</summary>
/// <param name="niveaux">The convention’s own words, from the first level to the fiche.</param>
internal sealed partial class ReconnaissancePlan(IReadOnlyList<string> niveaux, IReadOnlyDictionary<string, string> retenues)
    : ReconnaissanceTableur(Attendues, retenues)
{
    public const string FinanceurInconnu = "Financeur à préciser";

    private const int AnneeMax = Financement.AnneeMax;

    private static readonly IReadOnlyList<ColonneAttendue> Attendues =
    [
        .. ChampsFiche.Tous.Where(c => c.Code != ChampsFiche.Financements.Code).Select(c => Attendue(c.Code, LibellesFiche.De(c.Code).Libelle)),
        Attendue(ColonnesEchange.Code, ColonnesEchange.TitreCode),
        Attendue(ColonnesEchange.Numero, ColonnesEchange.TitreNumero),
    ];

    public override bool Connait(string champ) =>
        champ.Length == 0 || champ is ColonnesEchange.Code or ColonnesEchange.Numero || ChampsFiche.Tous.Any(c => c.Code == champ && c.Code != ChampsFiche.Financements.Code)
        || Enumerable.Range(1, niveaux.Count - 1).Any(n => champ == $"{ColonnesEchange.Niveau}{n}") || LireMontant(champ) is not null;

    /// <summary>The year and the funder of a column of amounts; null for another column.</summary>
    public static (int Annee, string Financeur)? LireMontant(string champ) =>
        champ.Split('/', 3) is [var debut, var annee, { Length: > 0 and <= Financement.FinanceurLongueurMax } financeur] && debut == ColonnesEchange.Montant[..^1]
        && int.TryParse(annee, NumberStyles.None, CultureInfo.InvariantCulture, out var an) && an is >= Financement.AnneeMin and <= Financement.AnneeMax
            ? (an, financeur)
            : null;

    /// <summary>« Nombre de fiches : 12 » in the notice, « 12 actions » in a title above the columns.</summary>
    public static CompteAnnonce? Annonce(ClasseurLu classeur, LectureTableur lecture)
    {
        var notice = classeur.Feuilles.Where(f => EnTete.Normaliser(f.Nom) == EnTete.Normaliser(ColonnesEchange.FeuilleNotice)).SelectMany(f => f.Lignes)
            .FirstOrDefault(l => EnTete.Normaliser(l.Cellule(0)) == EnTete.Normaliser(ColonnesEchange.FichesAnnoncees))?.Cellule(1);
        return int.TryParse(notice, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre)
            ? new(null, nombre)
            : classeur.Feuilles.Skip(lecture.Feuille).Take(1).SelectMany(f => f.Lignes).Where(l => l.Numero < lecture.LigneEnTete)
                .SelectMany(l => l.Cellules.Select(c => (l.Numero, Compte: Compte().Match(c)))).Where(c => c.Compte.Success)
                .Select(c => new CompteAnnonce(c.Numero, int.Parse(c.Compte.Groups["nombre"].ValueSpan, CultureInfo.InvariantCulture))).FirstOrDefault();
    }

    /// <summary>What the portal writes itself, whatever the sheet is called.</summary>
    public static bool EstDuPortail(string entete) => DuPortail().IsMatch(entete);

    public static bool EstUneFeuilleDeDetails(string nom) =>
        new[] { ColonnesEchange.FeuilleOperations, ColonnesEchange.FeuilleFinancements, ColonnesEchange.FeuilleIndicateurs, ColonnesEchange.FeuilleNotice }
            .Any(n => EnTete.Normaliser(n) == EnTete.Normaliser(nom));

    /// <summary>« Enjeu » is the field, even where the first level bears this word.</summary>
    protected override bool EstDuPortail(LigneLue entete) => entete.Cellules.Any(EstDuPortail);

    protected override bool EstUneAnnexe(string nom) => EstUneFeuilleDeDetails(nom);

    protected override string? Autre(string cellule) => MontantDUneAnnee(cellule);

    protected override string? DAbord(string cellule, string mot, bool duPortail)
    {
        if (DuPortail().Match(cellule) is { Success: true } m)
        {
            var rang = int.Parse(m.Groups["rang"].ValueSpan, CultureInfo.InvariantCulture);
            return rang < niveaux.Count ? $"{ColonnesEchange.Niveau}{rang}" : null;
        }

        if (duPortail || EstRetenu(mot))
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

    private static ColonneAttendue Attendue(string champ, string titre) => new(champ, titre, [.. ColonnesEchange.AutresNoms(champ)]);

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

    [GeneratedRegex(@"(?<!\d)(?<nombre>\d{1,3})\s+(fiches?|actions?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Compte();

    [GeneratedRegex(@"^\s*niveau (?<rang>[1-3]) –", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DuPortail();

    [GeneratedRegex(@"\b(budgets?|montants?|co[uû]ts?|financements?|prévu|prévus|prévisionnel|prévisionnels|subventions?|participation|année|en|de la|du|de|pour|total)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MotsDArgent();
}
