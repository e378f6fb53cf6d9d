using System.Globalization;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Versions;

/// <summary>One field of a thing of a dossier, before it is compared.</summary>
/// <param name="Texte">In words; null or empty when there is nothing.</param>
/// <param name="Elements">Of a list.</param>
/// <param name="Nombre">Of a figure.</param>
/// <param name="Vivant">Binds nobody: it may change without anybody signing again (decision 0030).</param>
internal sealed record Champ(
    string Code, string Libelle, NatureChamp Nature, string? Texte, IReadOnlyList<string>? Elements = null, decimal? Nombre = null, string? Unite = null, bool Vivant = false)
{
    /// <summary>The same, that binds nobody.</summary>
    public Champ SansEngager() => this with { Vivant = true };

    public static Champ Long(string code, string libelle, string? texte) => new(code, libelle, NatureChamp.Texte, texte);

    public static Champ Long(string code, string libelle, IReadOnlyList<BlocTexte> blocs) => new(code, libelle, NatureChamp.Texte, EnTexte(blocs));

    public static Champ Court(string code, string libelle, string? texte) => new(code, libelle, NatureChamp.Valeur, texte);

    public static Champ Jour(string code, string libelle, DateOnly? jour) => new(code, libelle, NatureChamp.Valeur, jour is { } le ? Mots.Jour(le) : null);

    public static Champ OuiNon(string code, string libelle, bool? valeur) =>
        new(code, libelle, NatureChamp.Valeur, valeur switch { null => null, true => "oui", false => "non" });

    public static Champ Liste(string code, string libelle, IReadOnlyList<string> elements) =>
        new(code, libelle, NatureChamp.Liste, elements.Count == 0 ? null : string.Join('\n', elements), elements);

    public static Champ Montant(string code, string libelle, decimal? montant) => Chiffre(code, libelle, montant, "€", NatureChamp.Montant);

    public static Champ Chiffre(string code, string libelle, decimal? nombre, string? unite = null, NatureChamp nature = NatureChamp.Nombre) =>
        new(code, libelle, nature, nombre is { } n ? Nombres.Mesure(n, unite) : null, null, nombre, unite);

    /// <summary>A figure that people typed as text: compared as a figure when it is one.</summary>
    public static Champ Lu(string code, string libelle, string? texte, string? unite) =>
        decimal.TryParse(texte?.Replace('\u202F', ' ').Replace('\u00A0', ' ').Replace(" ", "", StringComparison.Ordinal), NumberStyles.Number, Nombres.Format, out var nombre)
            ? Chiffre(code, libelle, nombre, unite)
            : Court(code, libelle, string.IsNullOrEmpty(texte) || unite is null ? texte : $"{texte} {unite}");

    /// <summary>Paragraphs and lists as people type them.</summary>
    private static string EnTexte(IEnumerable<BlocTexte> blocs) => string.Join(
        '\n', blocs.SelectMany(b => b.Type switch
        {
            TypeBloc.Liste => b.Elements.Select(e => $"- {e}"),
            TypeBloc.ListeNumerotee => b.Elements.Select((e, i) => $"{b.Premier + i}. {e}"),
            _ => [b.Texte ?? ""],
        }));
}

/// <summary>One thing of a dossier that is found again in another: by its id, or by its title or number where a dossier has none.</summary>
/// <param name="Titre">What it is called, to find it again.</param>
/// <param name="Sujet">How it is named to people.</param>
/// <param name="Parent">The part of the plan it stands in.</param>
/// <param name="Vivant">Nothing of it binds anybody (decision 0030).</param>
internal sealed record ElementDossier(
    PartieComparee Partie, string Genre, string? Id, string Titre, string? Numero, string Sujet, IReadOnlyList<Champ> Champs,
    string? Contexte = null, ElementDossier? Parent = null, bool Vivant = false)
{
    /// <summary>It has a place: its parent and its rank among those of the same parent. The rank tells its number.</summary>
    public bool EstPlace => Genre is "axe" or "orientation" or "fiche" or "article";
}
