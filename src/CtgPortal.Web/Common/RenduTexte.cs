using System.Text.Encodings.Web;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Textes;
using Microsoft.AspNetCore.Html;

namespace CtgPortal.Web.Common;

/// <summary>A text with fields, and a difference of words, as HTML. Everything typed is encoded.</summary>
public static class RenduTexte
{
    /// <summary>Paragraphs and lists; what the data filled is marked, and says by its title which field it is.</summary>
    /// <param name="debut">Before each paragraph: « Vu » before visas.</param>
    public static IHtmlContent Html(IReadOnlyList<LigneRemplie> lignes, string debut = "")
    {
        ArgumentNullException.ThrowIfNull(lignes);
        var html = new HtmlContentBuilder();
        var dansUneListe = false;
        foreach (var ligne in lignes.Where(l => l.Texte.Trim().Length > 0))
        {
            var element = EstUnElement(ligne.Texte);
            if (element != dansUneListe)
            {
                html.AppendHtml(element ? "<ul>" : "</ul>");
                dansUneListe = element;
            }

            html.AppendHtml(element ? "<li>" : "<p>").Append(element ? "" : debut);
            foreach (var (morceau, i) in ligne.Morceaux.Select((m, i) => (m, i)))
            {
                Ajouter(html, element && i == 0 ? morceau with { Texte = morceau.Texte.TrimStart()[1..].TrimStart() } : morceau);
            }

            html.AppendHtml(element ? "</li>" : "</p>");
        }

        return dansUneListe ? html.AppendHtml("</ul>") : html;
    }

    /// <summary>Words taken off and words added, told to the eye and to a screen reader.</summary>
    public static IHtmlContent Html(IReadOnlyList<SuiteDeMots> mots)
    {
        ArgumentNullException.ThrowIfNull(mots);
        var html = new HtmlContentBuilder();
        foreach (var suite in mots)
        {
            var (debut, fin) = suite.Sort switch
            {
                SortDeMots.Retire => ("<del><span class=\"visually-hidden\"> [retiré : </span>", "<span class=\"visually-hidden\">] </span></del>"),
                SortDeMots.Ajoute => ("<ins><span class=\"visually-hidden\"> [ajouté : </span>", "<span class=\"visually-hidden\">] </span></ins>"),
                _ => ("", ""),
            };
            html.AppendHtml(debut).Append(suite.Texte).AppendHtml(fin);
        }

        return html;
    }

    private static void Ajouter(HtmlContentBuilder html, Morceau morceau)
    {
        if (morceau.Champ is not { } champ)
        {
            html.Append(morceau.Texte);
            return;
        }

        html.AppendHtml($"<span class=\"champ-auto{(morceau.Manque ? " champ-auto-manque" : "")}\" title=\"Champ automatique : {HtmlEncoder.Default.Encode(champ)}\">");
        html.Append(morceau.Texte).AppendHtml("</span>");
    }

    private static bool EstUnElement(string ligne)
    {
        var texte = ligne.TrimStart();
        return texte.Length > 1 && texte[0] is '-' or '•' or '*' && texte[1] == ' ';
    }
}
