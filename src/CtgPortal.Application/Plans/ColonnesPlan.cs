using System.Globalization;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Plans;

public enum GenreColonne
{
    Texte,
    Date,
    Montant,
}

/// <summary>A column of the table of the fiches and of its CSV.</summary>
/// <param name="Code">As the address writes it.</param>
/// <param name="Libelle">Null for the levels of the tree, which bear the words of the convention.</param>
/// <param name="Valeur">A string, a <see cref="DateOnly"/>, a decimal, or null.</param>
public sealed record ColonnePlan(string Code, string? Libelle, GenreColonne Genre, Func<LignePlan, object?> Valeur);

/// <summary>The one list of the columns one may show, beside the number and the title, which always are.</summary>
public static class ColonnesPlan
{
    public const string Axe = "axe";
    public const string Orientation = "orientation";

    public static readonly IReadOnlyList<ColonnePlan> Toutes =
    [
        new(Axe, null, GenreColonne.Texte, l => l.Axe.Rang.ToString(CultureInfo.InvariantCulture)),
        new(Orientation, null, GenreColonne.Texte, l => l.Chemin.Count == 0 ? null : $"{l.Chemin[^1].Numero} – {l.Chemin[^1].Intitule}"),
        new("champs", "Champs", GenreColonne.Texte, l => Liste(l.Fiche.Champs)),
        new("schemas", "Schémas et contrats", GenreColonne.Texte, l => Liste(l.Fiche.Schemas)),
        new("structure", "Structure pilote", GenreColonne.Texte, l => l.Fiche.PiloteStructure),
        new("pilote", "Personne pilote", GenreColonne.Texte, l => l.Fiche.PilotePersonne),
        new("etat", "État", GenreColonne.Texte, l => Mots.De(l.Fiche.Avancement)),
        new("priorite", "Priorité", GenreColonne.Texte, l => l.Fiche.Priorite is { } p ? Mots.De(p) : null),
        new("nature", "Nature", GenreColonne.Texte, l => l.Fiche.Nature is { } n ? Mots.De(n) : null),
        new("debut", "Début", GenreColonne.Date, l => l.Fiche.Debut),
        new("fin", "Fin", GenreColonne.Date, l => l.Fiche.Fin is { } fin ? fin : l.Fiche.AmeliorationContinue ? "En continu" : null),
        new("prevu", "Prévu", GenreColonne.Montant, l => l.Fiche.Montants.Prevu),
        new("realise", "Réalisé", GenreColonne.Montant, l => l.Fiche.Montants.Realise),
        new("cout", "Coût prévisionnel", GenreColonne.Montant, l => l.Fiche.Cout),
        new("imposee", "Demandée par la Caf", GenreColonne.Texte, l => l.Fiche.Imposee ? "Oui" : null),
        new("commentaires", "Commentaires ouverts", GenreColonne.Texte, l => l.Fiche.Commentaires == 0 ? null : l.Fiche.Commentaires.ToString(CultureInfo.InvariantCulture)),
        new("confidentielle", "Confidentielle", GenreColonne.Texte, l => l.Fiche.Confidentielle ? "Oui" : null),
    ];

    public static readonly IReadOnlyList<string> Usuelles = [Axe, "structure", "etat", "debut", "fin", "prevu"];

    /// <summary>The columns asked for, in their own order; the usual ones when none is known.</summary>
    public static IReadOnlyList<ColonnePlan> Choisir(IReadOnlyCollection<string> codes) =>
        Toutes.Where(c => codes.Contains(c.Code)).ToList() is { Count: > 0 } choisies ? choisies : [.. Toutes.Where(c => Usuelles.Contains(c.Code))];

    /// <summary>By a column, « numero » or « intitule »; « - » before it for descending. What is empty comes last; the order of the plan decides between equals.</summary>
    public static IReadOnlyList<LignePlan> Trier(IEnumerable<LignePlan> lignes, string? tri)
    {
        var liste = lignes.ToList();
        var descendant = tri?.StartsWith('-') == true;
        var code = tri?.TrimStart('-');
        Func<LignePlan, object?>? valeur = code switch
        {
            "intitule" => l => l.Fiche.Intitule,
            Axe => l => (decimal)l.Axe.Rang,
            "priorite" => l => l.Fiche.Priorite is { } p ? (decimal)p : null,
            _ => Toutes.FirstOrDefault(c => c.Code == code)?.Valeur,
        };
        if (valeur is null)
        {
            return descendant ? [.. liste.AsEnumerable().Reverse()] : liste;
        }

        var (pleines, vides) = (liste.Where(l => valeur(l) is not null), liste.Where(l => valeur(l) is null));
        var ordre = Comparer<object?>.Create(Comparer);
        return [.. descendant ? pleines.OrderByDescending(valeur, ordre) : pleines.OrderBy(valeur, ordre), .. vides];
    }

    private static int Comparer(object? a, object? b) => (a, b) switch
    {
        (decimal x, decimal y) => x.CompareTo(y),
        (DateOnly x, DateOnly y) => x.CompareTo(y),
        (DateOnly, string) => -1,
        (string, DateOnly) => 1,
        _ => Alphabet.Francais.Compare(a?.ToString(), b?.ToString()),
    };

    private static string? Liste(IReadOnlyList<string> valeurs) => valeurs.Count == 0 ? null : string.Join(", ", valeurs);
}
