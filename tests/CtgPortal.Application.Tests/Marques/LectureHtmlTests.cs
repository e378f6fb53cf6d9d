using CtgPortal.Application.Marques;

namespace CtgPortal.Application.Tests.Marques;

public sealed class LectureHtmlTests
{
    private const string Word =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head><meta charset=utf-8><style><!-- /* Font Definitions */ p.MsoNormal {mso-style-parent:""; margin:0cm} --></style>
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
        <body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->
        <p class=MsoNormal style='margin-bottom:6pt'><b style='mso-bidi-font-weight:normal'><span style='font-size:11.0pt;font-family:"Calibri",sans-serif'>Constat<o:p></o:p></span></b></p>
        <p class=MsoNormal><span lang=FR>Les familles
        attendent <i>longtemps</i> une place<span style='mso-spacerun:yes'>  </span>: voir <a href="https://www.caf.fr/etude"><span>l’étude</span></a>.<o:p>&nbsp;</o:p></span></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>ouvrir une crèche ;</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>former <b>deux</b> assistantes.</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1)<span>&nbsp; </span></span><![endif]>écrire</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2)<span>&nbsp; </span></span><![endif]>publier</p>
        <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Année</p></td><td><p class=MsoNormal>Montant</p></td></tr><tr><td><p>2026</p></td><td><p>12&nbsp;000&nbsp;€</p></td></tr></table>
        <p class=MsoNormal><del>supprimé</del><v:shape id="x"><v:imagedata src="file:///C:/x.png"/></v:shape><img src="data:image/png;base64,AAAA"></p>
        <!--EndFragment--></body></html>
        """;

    [Fact]
    public void Un_collage_de_Word_garde_ses_mots_ses_listes_et_ses_tableaux() => Assert.Equal(
        """
        **Constat**
        Les familles attendent *longtemps* une place : voir [l’étude](https://www.caf.fr/etude).
        - ouvrir une crèche ;
        - former **deux** assistantes.
        1. écrire
        2. publier
        Année – Montant
        2026 – 12 000 €
        """.ReplaceLineEndings("\n").Replace("12 000 €", "12\u00A0000\u00A0€", StringComparison.Ordinal),
        TexteRiche.DepuisHtml(Word));

    [Fact]
    public void Un_collage_de_Google_Docs_dit_le_gras_par_le_style() => Assert.Equal(
        "Un texte **important** et *penché*\n- premier\n- second",
        TexteRiche.DepuisHtml(
            """
            <meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;font-style:normal">Un texte </span><span style="font-weight:700">important</span><span style="font-weight:400"> et </span><span style="font-style:italic">penché</span></p><ul><li dir="ltr" style="list-style-type:disc"><p dir="ltr" role="presentation"><span>premier</span></p></li><li dir="ltr"><p dir="ltr"><span>second</span></p></li></ul></b><br class="Apple-interchange-newline">
            """));

    [Fact]
    public void Un_collage_de_LibreOffice_garde_ses_listes_numerotees() => Assert.Equal(
        "**Titre**\nTexte avec *emphase*.\n3. trois\n4. quatre\n- dedans\n5. cinq",
        TexteRiche.DepuisHtml(
            """
            <html><head><title>x</title><style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="fr-FR"><h1 class="western">Titre</h1>
            <p style="line-height: 115%"><font face="Liberation Serif, serif">Texte avec <em>emphase</em>.</font></p><ol start="3"><li><p>trois</p></li><li><p>quatre</p><ul><li>dedans</li></ul></li><li>cinq</li></ol></body></html>
            """));

    [Theory]
    [InlineData("<script>alert(1)</script>reste", "reste")]
    [InlineData("<p onclick=\"alert(1)\">reste</p>", "reste")]
    [InlineData("<a href=\"javascript:alert(1)\">reste</a>", "reste")]
    [InlineData("<a href=\" java\nscript:alert(1)\">reste</a>", "reste")]
    [InlineData("<a href=\"data:text/html,x\">reste</a>", "reste")]
    [InlineData("<img src=x onerror=alert(1)>reste<svg onload=alert(1)><text>dessin</text></svg>", "reste")]
    [InlineData("<style>p{}</style><iframe src=//x>dedans</iframe><object>o</object><template><p>t</p></template>reste", "reste")]
    [InlineData("<p>reste<span style=\"display:none\">caché</span></p>", "reste")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>reste", "reste")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>")]
    public void Ce_qui_agit_disparait_et_les_mots_restent(string html, string texte) => Assert.Equal(texte, TexteRiche.DepuisHtml(html));

    [Theory]
    [InlineData("<p>2 * 3 * 4</p>", "2 * 3 * 4")]
    [InlineData("<p>*étoile*</p>", "\\*étoile\\*")]
    [InlineData("<p>[lien](https://caf.fr)</p>", "\\[lien\\](https://caf.fr)")]
    [InlineData("<p>* pas un élément</p>", "\\* pas un élément")]
    [InlineData("<p>- un élément</p><p>• un autre</p><p>·&nbsp;&nbsp; le dernier</p>", "- un élément\n- un autre\n- le dernier")]
    [InlineData("<p>-5 °C</p>", "-5 °C")]
    [InlineData("<p>un<br>deux</p><p><br></p><p>trois\u200B</p>", "un\ndeux\ntrois")]
    [InlineData("<p>mot<b>&nbsp;gras, </b>suite</p>", "mot\u00A0**gras,** suite")]
    [InlineData("<p><b>fin,</b>suite</p>", "**fin**,suite")]
    [InlineData("<p><b>a<i>b</i></b>c</p>", "**a*b***c")]
    [InlineData("<ul><li>- a</li></ul>", "- - a")]
    [InlineData("<p><a href=\"www.caf.fr/(x)\"><b>Caf</b></a></p>", "[**Caf**](https://www.caf.fr/%28x%29)")]
    [InlineData("", "")]
    [InlineData("   <p> </p> ", "")]
    public void Chaque_signe_trouve_sa_place(string html, string texte) => Assert.Equal(texte, TexteRiche.DepuisHtml(html));

    [Theory]
    [InlineData("<div><b>", 20_000, "", 0)]
    [InlineData("<ul><li>", 20_000, "", 0)]
    [InlineData("<b class=x><b class=y><b class=z><i>", 100, "<p>x", 100_000)]
    [InlineData("<b>a</b><i>b</i>", 50_000, "", 0)]
    [InlineData("<p>a", 200_000, "", 0)]
    [InlineData("<table><tr><td>", 5_000, "", 0)]
    [InlineData("</b><a><p>", 30_000, "", 0)]
    public void Un_html_fait_pour_nuire_se_lit_encore(string ouvre, int fois, string suite, int ensuite)
    {
        var html = string.Concat(Enumerable.Repeat(ouvre, fois)) + "au fond" + string.Concat(Enumerable.Repeat(suite, ensuite));

        Assert.Contains("au fond", TexteRiche.DepuisHtml(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_html_trop_long_n_est_pas_lu() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TexteRiche.DepuisHtml(new string('a', TexteRiche.HtmlLongueurMax + 1)));
}
