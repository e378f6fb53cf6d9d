using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AngleSharp.Html.Parser;
using CsCheck;
using CtgPortal.Application.Marques;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Marques;

public sealed partial class HtmlRicheTests
{
    private static readonly HtmlEncoder Encodeur = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string[] Permises = ["P", "UL", "OL", "LI", "STRONG", "EM", "A"];

    private static readonly Gen<string> Html = UnDe(
        "<p>", "</p>", "<ul>", "</ul>", "<ol>", "<ol start=4>", "</ol>", "<li>", "</li>", "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<div>", "</div>", "<br>",
        "<table><tr><td>", "</td><td>", "</td></tr></table>", "<a href='https://caf.fr/?a=1&amp;copy;=2'>", "<a href=javascript:x>", "</a>", "<script>", "</script>",
        "<span style='font-weight:700'>", "<span style='mso-list:Ignore'>", "</span>", "<p style='mso-list:l0 level1'>", "mot", "deux mots ", " ", "&nbsp;", "*", "**", "\\",
        "[", "](https://x.fr)", "&lt;b&gt;", "- ", "• ", "1. ", "·", ",", "\u200B", "é", "<h2>", "</h2>", "<!-- x -->").Array[0, 40].Select(string.Concat);

    [Fact]
    public void Le_html_ne_contient_que_des_marques_et_jamais_une_balise_tapee()
    {
        Assert.Equal(
            "<p>Un <strong>mot</strong> &lt;b&gt;</p><ul><li><em>a</em></li></ul><ol start=\"3\"><li><a href=\"https://caf.fr/?a=1&amp;b=2\" rel=\"noopener nofollow\"><strong>lien</strong></a></li></ol>",
            HtmlRiche.De("Un **mot** <b>\n- *a*\n3. [**lien**](https://caf.fr/?a=1&b=2)", Encodeur));
    }

    // what the property found: a star hidden behind a drawn bullet
    [Theory]
    [InlineData("<p>• * mot</p>", "- \\* mot")]
    [InlineData("<p>-&nbsp;* mot</p>", "- \\* mot")]
    [InlineData("</div></em>é<table><tr><td>• *</em><h2>deux mots </h2>", "é\n- \\* **deux mots**")]
    public void Une_etoile_derriere_une_puce_dessinee_reste_une_etoile(string html, string attendu)
    {
        Assert.Equal(attendu, TexteRiche.DepuisHtml(html));
        EstStable(html);
    }

    [Fact]
    public void Le_texte_tire_d_un_html_est_stable() => Html.Sample(EstStable);

    private static void EstStable(string html)
    {
        var texte = TexteRiche.DepuisHtml(html);
        var rendu = HtmlRiche.De(texte, Encodeur);

        Assert.Equal(texte, TexteRiche.DepuisHtml(rendu));
        Assert.All(new HtmlParser().ParseDocument(rendu).Body!.QuerySelectorAll("*"), e => Assert.Contains(e.TagName, Permises));
    }

    [Fact]
    public void Un_texte_ouvert_dans_l_editeur_en_revient_tel_qu_il_s_affichait() => UnDe(
            "*", "**", "\\", "[x]", "](https://x.fr)", "mot", " ", "été,", "<script>", "&lt;", "- ", "1. ", "3. ", "\n", "\n", "« »", "[a](https://x.fr)", "**gras**", "*penché*")
        .Array[0, 30].Select(string.Concat)
        .Sample(texte =>
        {
            var rendu = HtmlRiche.De(texte, Encodeur);

            Assert.Equal(Normaliser(rendu), Normaliser(HtmlRiche.De(TexteRiche.DepuisHtml(rendu), Encodeur)));
        });

    private static Gen<T> UnDe<T>(params T[] valeurs) => Gen.Int[0, valeurs.Length - 1].Select(i => valeurs[i]);

    /// <summary>What an editor does not keep: two spaces in a row, those at the edge of bold words, and those at the end of a paragraph.</summary>
    private static string Normaliser(string html) =>
        string.Join(' ', new HtmlParser().ParseDocument(FinDeBloc().Replace(html, " $0")).Body!.TextContent.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("</(p|li)>|<br>")]
    private static partial Regex FinDeBloc();
}
