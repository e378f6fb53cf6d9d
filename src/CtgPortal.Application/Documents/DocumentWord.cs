namespace CtgPortal.Application.Documents;

/// <summary>Writes a document that people open and edit in a word processor.</summary>
public interface IDocumentsWord
{
    /// <summary>The MIME type of what is written.</summary>
    const string TypeMime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <returns>A .docx file: real headings, lists and tables, native charts, French, a title, page numbers.</returns>
    byte[] Composer(DocumentWord document);
}

/// <summary>A document as a sequence of blocks, without any layout of its own.</summary>
/// <param name="SousTitre">Below the title: the territory, the day.</param>
/// <param name="Pied">At the bottom of each page, before its number.</param>
public sealed record DocumentWord(string Titre, string? SousTitre, string Auteur, DateOnly Date, string Pied, IReadOnlyList<BlocWord> Blocs);

public abstract record BlocWord;

/// <param name="Niveau">From 1 to 3.</param>
public sealed record TitreWord(int Niveau, string Texte) : BlocWord;

/// <param name="Intitule">In bold before the text: « Source : ».</param>
/// <param name="Discret">Smaller and grey: a source, a note.</param>
public sealed record ParagrapheWord(string Texte, string? Intitule = null, bool Discret = false) : BlocWord
{
    /// <summary>What people typed: paragraphs and lists, as in the PDF.</summary>
    public static IEnumerable<BlocWord> Depuis(string? texte) => BlocTexte.DepuisTexte(texte)
        .Select(BlocWord (b) => b.Type == TypeBloc.Liste ? new ListeWord(b.Elements) : new ParagrapheWord(b.Texte!));
}

public sealed record ListeWord(IReadOnlyList<string> Elements) : BlocWord;

/// <summary>Its first row is repeated at the top of each page.</summary>
/// <param name="Legende">Above the table, and its description for a screen reader.</param>
/// <param name="Largeurs">Of the columns, in hundredths of the width.</param>
public sealed record TableauWord(
    string Legende, IReadOnlyList<string> Entetes, IReadOnlyList<IReadOnlyList<string>> Lignes, IReadOnlyList<int> Largeurs) : BlocWord;

public enum FormeGraphiqueWord
{
    /// <summary>Horizontal bars, one per category.</summary>
    Barres,

    /// <summary>One line per series over the categories.</summary>
    Lignes,
}

/// <summary>A chart of the word processor itself: people change its colours and its figures.</summary>
/// <param name="Description">Text alternative.</param>
/// <param name="Categories">One per point of each series: names of territories, years.</param>
public sealed record GraphiqueWord(
    FormeGraphiqueWord Forme, string Titre, string Description, IReadOnlyList<string> Categories, IReadOnlyList<SerieWord> Series) : BlocWord;

/// <param name="Valeurs">Null where there is no figure to show.</param>
public sealed record SerieWord(string Nom, IReadOnlyList<decimal?> Valeurs);
