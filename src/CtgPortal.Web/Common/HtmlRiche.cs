using System.Text;
using System.Text.Encodings.Web;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;

namespace CtgPortal.Web.Common;

/// <summary>The HTML of a marked text: a handful of tags without attributes but the address of a link, and words that are encoded.</summary>
internal static class HtmlRiche
{
    public static string De(string? texte, HtmlEncoder encoder) => De(texte, encoder, "", encoder.Encode);

    /// <param name="debut">Words before each paragraph.</param>
    /// <param name="mots">Encodes words, and may put something in their place.</param>
    public static string De(string? texte, HtmlEncoder encoder, string debut, Func<string, string> mots)
    {
        var html = new StringBuilder();
        foreach (var bloc in BlocTexte.DepuisTexte(texte))
        {
            switch (bloc.Type)
            {
                case TypeBloc.Paragraphe:
                    html.Append("<p>").Append(encoder.Encode(debut)).Append(Ligne(bloc.Texte!, encoder, mots)).Append("</p>");
                    break;
                case TypeBloc.Liste:
                    html.Append("<ul>");
                    Elements(bloc);
                    html.Append("</ul>");
                    break;
                default:
                    html.Append(bloc.Premier == 1 ? "<ol>" : $"<ol start=\"{bloc.Premier}\">");
                    Elements(bloc);
                    html.Append("</ol>");
                    break;
            }
        }

        return html.ToString();

        void Elements(BlocTexte bloc)
        {
            foreach (var element in bloc.Elements)
            {
                html.Append("<li>").Append(Ligne(element, encoder, mots)).Append("</li>");
            }
        }
    }

    /// <summary>One paragraph or item, without its own tag.</summary>
    private static string Ligne(string ligne, HtmlEncoder encoder, Func<string, string> encodes)
    {
        var html = new StringBuilder();
        foreach (var passage in TexteRiche.Passages(ligne))
        {
            var mots = encodes(passage.Texte);
            mots = passage.Italique ? $"<em>{mots}</em>" : mots;
            mots = passage.Gras ? $"<strong>{mots}</strong>" : mots;
            html.Append(passage.Lien is null ? mots : $"<a href=\"{encoder.Encode(passage.Lien)}\" rel=\"noopener nofollow\">{mots}</a>");
        }

        return html.ToString();
    }
}
