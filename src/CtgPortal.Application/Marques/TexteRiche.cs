using System.Text;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Marques;

/// <summary>
/// The long texts of the portal: stored as a small Markdown, one paragraph a line, lists « - » and « 1. », <c>**gras**</c>,
/// <c>*italique*</c>, <c>[texte](https://…)</c>, and nothing else. HTML comes in through <see cref="DepuisHtml"/> and is never stored.
/// </summary>
public static class TexteRiche
{
    /// <summary>Longest HTML that is read: a whole book, and no more.</summary>
    public const int HtmlLongueurMax = 2_000_000;

    /// <summary>The runs of one paragraph or item.</summary>
    public static IReadOnlyList<Passage> Passages(string ligne) => LectureMarques.Lire(ligne);

    /// <summary>Writes runs so that <see cref="Passages"/> reads them again, and words that hold marks of their own come back as they are.</summary>
    public static string Ligne(params IReadOnlyList<Passage> passages) => EcritureMarques.Ligne(passages);

    /// <summary>Writes words that are no marked text (a name, a title) where a marked text is expected.</summary>
    public static string Echapper(string texte) => EcritureMarques.Ligne([new(texte)]);

    /// <summary>What HTML says, whoever wrote it: what cannot be stored is left out, words never are, scripts always.</summary>
    /// <exception cref="ArgumentException">Longer than <see cref="HtmlLongueurMax"/>.</exception>
    public static string DepuisHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(html.Length, HtmlLongueurMax, nameof(html));
        return LectureHtml.Lire(html);
    }

    /// <summary>The same words without marks, for mails, spreadsheets and searches: one paragraph a line, « - » and « 1. » kept.</summary>
    public static string EnClair(string? texte) => string.Join('\n', BlocTexte.DepuisTexte(texte).SelectMany(EnClair));

    /// <summary>The words of one paragraph or item, without marks; a link is followed by its address when they differ.</summary>
    public static string LigneEnClair(string ligne)
    {
        var clair = new StringBuilder();
        var passages = Passages(ligne);
        for (var i = 0; i < passages.Count; i++)
        {
            clair.Append(passages[i].Texte);
            if (passages[i].Lien is { } lien && lien != passages.ElementAtOrDefault(i + 1)?.Lien && !lien.EndsWith(passages[i].Texte, StringComparison.Ordinal))
            {
                clair.Append(" (").Append(lien).Append(')');
            }
        }

        return clair.ToString();
    }

    private static IEnumerable<string> EnClair(BlocTexte bloc) => bloc.Type switch
    {
        TypeBloc.Paragraphe => [LigneEnClair(bloc.Texte!)],
        TypeBloc.Liste => bloc.Elements.Select(e => $"- {LigneEnClair(e)}"),
        TypeBloc.ListeNumerotee => bloc.Elements.Select((e, i) => $"{bloc.Premier + i}. {LigneEnClair(e)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(bloc), bloc.Type, null),
    };
}
