using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>What a cell says.</summary>
/// <param name="Compris">Otherwise it is left out.</param>
/// <param name="Doute">What a person should look at; null when there is nothing to say.</param>
internal sealed record CelluleLue(bool Compris, object? Valeur, string? Doute = null);

/// <summary>Reads a cell as the field of a fiche expects it. What is guessed is said; what cannot be understood changes nothing.</summary>
internal static partial class LectureCellule
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly string[] DatesSures = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yyyy"];

    private static readonly string[] DatesEcrites = ["d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy", "d/M/yy", "d-M-yy"];

    private static readonly string[] MoisEcrits = ["MMMM yyyy", "MMM yyyy", "M/yyyy", "MM/yyyy", "yyyy-MM"];

    public static CelluleLue Lire(ChampFiche champ, string texte, IReadOnlyList<CommunePerimetre> perimetre) => champ.Nature switch
    {
        NatureChamp.Nombre or NatureChamp.Montant => Nombre(texte, champ.Type == typeof(int?)),
        NatureChamp.Date => Date(texte, finDePeriode: champ.Code == "fin"),
        NatureChamp.Choix => Choix(champ.Type, texte),
        NatureChamp.OuiNon => MotsEchange.OuiNon(texte) is { } vrai ? new(true, vrai) : new(false, null, $"« {Court(texte)} » n’est ni oui ni non : la case est laissée de côté."),
        NatureChamp.Liste when champ.Code == "communes" => Communes(texte, perimetre),
        NatureChamp.Liste => new(true, ListesEchange.Lire(texte)),
        _ => new(true, texte),
    };

    public static CelluleLue Choix(Type type, string texte) => MotsEchange.Lire(type, texte) is { } code
        ? new(true, code)
        : new(false, null, $"« {Court(texte)} » n’est pas dans la liste ({string.Join(", ", MotsEchange.Choix(type))}) : la case est laissée de côté.");

    public static CelluleLue Nombre(string texte, bool entier = false)
    {
        if (NombreLu.Essayer(texte, out var lu))
        {
            return lu.Etat == EtatValeur.Publiee && (!entier || lu.Valeur == Math.Truncate(lu.Valeur!.Value))
                ? new(true, entier ? (object)Entier(lu.Valeur!.Value) : lu.Valeur)
                : new(false, null, lu.Etat == EtatValeur.Publiee ? $"« {Court(texte)} » n’est pas un nombre entier : la case est laissée de côté." : null);
        }

        // « environ 12 000 € par an », « 15 k€ »
        if (AvecDesMots().Matches(texte) is [var seul] && NombreLu.Essayer(seul.Groups["nombre"].Value.Trim(), out lu) && lu.Valeur is { } valeur)
        {
            valeur *= seul.Groups["milliers"].Success ? 1_000 : 1;
            return valeur > int.MaxValue || (entier && valeur != Math.Truncate(valeur))
                ? new(false, null, $"« {Court(texte)} » n’est pas un nombre plausible : la case est laissée de côté.")
                : new(true, entier ? (object)(int)valeur : valeur, $"« {Court(texte)} » est lu {valeur.ToString("#,0.####", Francais)}.");
        }

        return new(false, null, $"« {Court(texte)} » n’est pas un nombre : la case est laissée de côté.");
    }

    /// <param name="finDePeriode">« 2027 » is its last day, not its first.</param>
    public static CelluleLue Date(string texte, bool finDePeriode)
    {
        if (DateOnly.TryParseExact(texte, DatesSures, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            return new(true, (DateOnly?)date);
        }

        if (DateOnly.TryParseExact(Premier().Replace(texte, "1 "), DatesEcrites, Francais, DateTimeStyles.AllowWhiteSpaces, out date))
        {
            return Devinee(date);
        }

        if (DateOnly.TryParseExact(texte, MoisEcrits, Francais, DateTimeStyles.AllowWhiteSpaces, out date))
        {
            return Devinee(finDePeriode ? date.AddMonths(1).AddDays(-1) : date);
        }

        if (texte.Length == 4 && int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var annee) && annee is >= 2000 and <= 2060)
        {
            return Devinee(finDePeriode ? new(annee, 12, 31) : new(annee, 1, 1));
        }

        // a date whose cell lost its format: days since the end of 1899
        return int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var jours) && jours is >= 36_526 and <= 58_804
            ? Devinee(new DateOnly(1899, 12, 30).AddDays(jours))
            : new(false, null, $"« {Court(texte)} » n’est pas une date : la case est laissée de côté. Écrivez-la 12/03/2026, ou dans la colonne du calendrier.");

        CelluleLue Devinee(DateOnly lue) => new(true, (DateOnly?)lue, $"La date « {Court(texte)} », écrite en texte, est lue {lue.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}.");
    }

    private static CelluleLue Communes(string texte, IReadOnlyList<CommunePerimetre> perimetre)
    {
        List<string> codes = [];
        List<string> inconnues = [];
        foreach (var nom in ListesEchange.Lire(texte))
        {
            if (ListesEchange.Commune(nom, perimetre) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                inconnues.Add(nom);
            }
        }

        return new(codes.Count > 0, (IReadOnlyList<string>)[.. codes.Distinct()], inconnues.Count == 0 ? null : $"Hors du périmètre, laissé de côté : {Court(string.Join(", ", inconnues))}.");
    }

    private static int Entier(decimal valeur) => (int)Math.Clamp(valeur, int.MinValue, int.MaxValue);

    public static string Court(string texte) => texte.Length > 60 ? $"{texte.AsSpan(0, 60).TrimEnd()}…" : texte;

    [GeneratedRegex(@"(?<![\d.,])(?<nombre>\d[\d\s\u00A0\u202F.,]*\d|\d)(?<milliers>\s*k\s*€|\s*k(?=\s|$))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AvecDesMots();

    [GeneratedRegex(@"(?<!\d)1er\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Premier();
}
