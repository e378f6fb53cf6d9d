using System.Text.Json.Serialization;
using CtgPortal.Application.Marques;
using CtgPortal.Application.Textes;

namespace CtgPortal.Application.Documents;

/// <summary>Writes a document that people open and edit in a word processor.</summary>
public interface IDocumentsWord
{
    /// <summary>The MIME type of what is written.</summary>
    const string TypeMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <returns>A .docx file: real headings, lists and tables, native charts, French, a title, page numbers.</returns>
    byte[] Composer(DocumentCompose document);
}

/// <summary>Sets the same document on pages that nobody edits. The same document always gives the same bytes.</summary>
public interface IDocumentsPdf
{
    /// <returns>A tagged PDF/A-3a file with the document's JSON attached.</returns>
    /// <exception cref="Common.ServiceIndisponibleException">The typesetter is dead, stuck, over time or has too many documents waiting.</exception>
    Task<byte[]> ComposerAsync(DocumentCompose document, CancellationToken cancellationToken);
}

/// <summary>A document as a sequence of blocks, without any layout of its own: one description for the PDF and for the word processor.</summary>
/// <param name="SousTitre">Below the title: the territory, the day.</param>
/// <param name="Pied">At the bottom of each page, before its number.</param>
public sealed record DocumentCompose(string Titre, string? SousTitre, string Auteur, DateOnly Date, string Pied, IReadOnlyList<Bloc> Blocs);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BlocTitre), "titre")]
[JsonDerivedType(typeof(BlocParagraphe), "paragraphe")]
[JsonDerivedType(typeof(BlocListe), "liste")]
[JsonDerivedType(typeof(BlocTableau), "tableau")]
[JsonDerivedType(typeof(BlocGraphique), "graphique")]
[JsonDerivedType(typeof(BlocRevision), "revision")]
public abstract record Bloc;

/// <param name="Niveau">From 1 to 3.</param>
public sealed record BlocTitre(int Niveau, string Texte) : Bloc;

/// <param name="Texte">With its marks.</param>
/// <param name="Intitule">In bold before the text: « Source : ».</param>
/// <param name="Discret">Smaller and grey: a source, a note.</param>
public sealed record BlocParagraphe(
    [property: Marques(SurUneLigne = true)] string Texte, string? Intitule = null, bool Discret = false) : Bloc
{
    /// <summary>What people typed: paragraphs and lists.</summary>
    public static IEnumerable<Bloc> Depuis(string? texte) => BlocTexte.DepuisTexte(texte)
        .Select(Bloc (b) => b.Type == TypeBloc.Paragraphe ? new BlocParagraphe(b.Texte!) : new BlocListe(b.Elements, b.Premier));
}

/// <param name="Elements">With their marks.</param>
/// <param name="Premier">Number of the first one; null for bullets.</param>
public sealed record BlocListe([property: Marques(SurUneLigne = true)] IReadOnlyList<string> Elements, int? Premier = null) : Bloc;

/// <summary>A text with what was taken away struck out and what was added underlined, between marks that need no colour.</summary>
/// <param name="Intitule">In bold before the text.</param>
public sealed record BlocRevision(string? Intitule, IReadOnlyList<Fragment> Fragments) : Bloc;

/// <summary>Its first row is repeated at the top of each page.</summary>
/// <param name="Legende">Above the table, and its description for a screen reader.</param>
/// <param name="Largeurs">Of the columns, in hundredths of the width.</param>
public sealed record BlocTableau(
    string Legende, IReadOnlyList<string> Entetes, IReadOnlyList<IReadOnlyList<string>> Lignes, IReadOnlyList<int> Largeurs) : Bloc;

[JsonConverter(typeof(JsonStringEnumConverter<FormeGraphique>))]
public enum FormeGraphique
{
    /// <summary>Horizontal bars, one per category.</summary>
    Barres,

    /// <summary>One line per series over the categories.</summary>
    Lignes,
}

/// <summary>A picture of figures: the drawing of the pages in the PDF, a chart of its own in the word processor, which people may change.</summary>
/// <param name="Description">Text alternative.</param>
/// <param name="Categories">One per point of each series: names of territories, years.</param>
/// <param name="Svg">The drawing, with its colours in it.</param>
public sealed record BlocGraphique(
    FormeGraphique Forme, string Titre, string Description, IReadOnlyList<string> Categories, IReadOnlyList<SerieGraphique> Series, string Svg) : Bloc;

/// <param name="Valeurs">Null where there is no figure to show.</param>
public sealed record SerieGraphique(string Nom, IReadOnlyList<decimal?> Valeurs);
