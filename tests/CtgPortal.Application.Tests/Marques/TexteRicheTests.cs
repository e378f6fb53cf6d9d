using CsCheck;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;

namespace CtgPortal.Application.Tests.Marques;

public sealed class TexteRicheTests
{
    private static readonly string[] Morceaux =
        ["*", "**", "***", "\\", "[", "]", "(", ")", "](https://caf.fr)", "](javascript:alert(1))", "!", "a", "été", " ", "  ", ",", "«\u00A0oui\u00A0»", "- ", "1. ", "• ", "`", "_", "#", "<b>", "&amp;", "\n"];

    private static readonly Gen<string> TexteHostile = UnDe(Morceaux).Array[0, 40].Select(string.Concat);

    private static readonly Gen<Passage> UnPassage = Gen.Select(
        UnDe("a", "mot", "deux mots", " bord ", "fin,", "« guillemets »", "*", "**", "\\", "[x]", "](y)", "3 * 4", "é", "."),
        Gen.Bool,
        Gen.Bool,
        UnDe<string?>(null, null, null, "https://caf.fr", "https://fr.wikipedia.org/wiki/Caf_(service)?a=1&amp;b=2", "mailto:a@b.fr"),
        (mots, gras, italique, lien) => new Passage(mots, gras, italique, lien));

    [Fact]
    public void Lit_le_gras_l_italique_les_deux_et_les_liens() => Assert.Equal(
        [
            new Passage("Le "), new("gras", Gras: true), new(", l’"), new("italique", Italique: true), new(", "), new("les deux", true, true),
            new(" et "), new("la Caf", Lien: "https://www.caf.fr"), new(" ou "), new("nous", Gras: true, Lien: "mailto:ctg@caf.fr"), new("."),
        ],
        TexteRiche.Passages("Le **gras**, l’*italique*, ***les deux*** et [la Caf](https://www.caf.fr) ou [**nous**](mailto:ctg@caf.fr)."));

    [Theory]
    [InlineData("Tarif* selon le quotient, places* comprises")]
    [InlineData("2 * 3 * 4 places")]
    [InlineData("[à compléter] ou [non]")]
    [InlineData("# Titre, > citation, `code` et _souligné_")]
    [InlineData("<b>gras</b> & <script>alert(1)</script> &amp;")]
    [InlineData("\\\\serveur\\partage et C:\\Documents")]
    [InlineData("[1]: https://exemple.fr")]
    [InlineData("https://exemple.fr/a*b*c_d")]
    [InlineData("[cliquez](javascript:alert(1))")]
    [InlineData("[cliquez](data:text/html;base64,AAAA)")]
    [InlineData("[cliquez](https://)")]
    public void Ce_qui_n_est_pas_une_marque_reste_des_mots(string ligne)
    {
        var lu = string.Concat(TexteRiche.Passages(ligne).Where(p => p.Lien is null).Select(p => p.Texte));

        Assert.Equal(ligne.Replace("a*b*c_d", "abc_d", StringComparison.Ordinal), lu);
    }

    [Fact]
    public void Une_marque_precedee_d_une_barre_est_un_mot() =>
        Assert.Equal([new Passage("*pas* de [lien](https://caf.fr) \\"), new("gras", Gras: true)], TexteRiche.Passages("\\*pas\\* de \\[lien](https://caf.fr) \\\\**gras**"));

    [Fact]
    public void Une_image_n_est_qu_un_lien() =>
        Assert.Equal([new Passage("!"), new("plan", Lien: "https://exemple.fr/p.png")], TexteRiche.Passages("![plan](https://exemple.fr/p.png)"));

    [Theory]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("*a **b ")]
    public void Une_ligne_faite_pour_nuire_reste_lisible(string morceau)
    {
        var ligne = string.Concat(Enumerable.Repeat(morceau, 20_000 / morceau.Length)) + string.Concat(Enumerable.Repeat("b** a*", 1000));

        var lu = TexteRiche.Passages(ligne);

        Assert.NotEmpty(lu);
        Assert.Equal(ligne.Count(c => c is 'a' or 'b'), lu.Sum(p => p.Texte.Count(c => c is 'a' or 'b')));
    }

    [Fact]
    public void Un_texte_sans_marque_se_lit_comme_avant() => Gen.String[Gen.Char.AlphaNumeric, 0, 30]
        .Select(UnDe("", " ", " ; ", "-", "- ", "• ", "l’", "«\u00A0", "(", "2026", ".", "\r\n", "\n\n"), (mots, signe) => signe + mots).Array[0, 12]
        .Select(string.Concat)
        .Where(t => !t.Split('\n').Any(l => l.Trim() is { Length: > 0 } ligne && char.IsAsciiDigit(ligne[0])))
        .Sample(texte =>
        {
            var lignes = texte.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var blocs = BlocTexte.DepuisTexte(texte);

            Assert.Equal(
                lignes.Select(l => l.Length > 1 && l[0] is '-' or '•' && l[1] == ' ' ? l[2..].TrimStart() : l),
                blocs.SelectMany(b => b.Type == TypeBloc.Paragraphe ? [b.Texte!] : b.Elements));
            Assert.All(lignes, l => Assert.Equal([new Passage(l)], TexteRiche.Passages(l)));
            Assert.DoesNotContain(TypeBloc.ListeNumerotee, blocs.Select(b => b.Type));
        });

    [Fact]
    public void Une_liste_numerotee_compte_depuis_son_premier_numero()
    {
        var blocs = BlocTexte.DepuisTexte("Trois temps :\n1. écrire\n2. relire\n4. publier\n- fin\n2026. Une année");

        Assert.Equal(
            [TypeBloc.Paragraphe, TypeBloc.ListeNumerotee, TypeBloc.ListeNumerotee, TypeBloc.Liste, TypeBloc.Paragraphe], blocs.Select(b => b.Type));
        Assert.Equal((1, 4), (blocs[1].Premier, blocs[2].Premier));
        Assert.Equal("Trois temps :\n1. écrire\n2. relire\n4. publier\n- fin\n2026. Une année", string.Join('\n', BlocTexte.EnLignes(blocs)));
        Assert.Equal(["écrire", "relire"], blocs[1].Elements);
    }

    [Fact]
    public void Ce_qui_est_ecrit_se_relit_sans_etoile_que_personne_n_a_tapee() => UnPassage.Array[1, 6].Sample(passages =>
    {
        var ligne = TexteRiche.Ligne(passages);
        var relu = TexteRiche.Passages(ligne);

        Assert.Equal(Mots(passages), Mots(relu));
        Assert.Equal(ligne, TexteRiche.Ligne(relu));
    });

    [Fact]
    public void Ce_qui_est_ecrit_garde_le_gras_et_l_italique_que_des_espaces_separent() => UnPassage.Array[1, 6]
        .Select(p => p.Select(x => x with { Texte = string.Concat(x.Texte.Where(char.IsLetter)) + "z " }).ToArray())
        .Sample(passages => Assert.Equal(
            passages.SelectMany(p => p.Texte.Where(char.IsLetter).Select(c => (c, p.Gras, p.Italique))),
            TexteRiche.Passages(TexteRiche.Ligne(passages)).SelectMany(p => p.Texte.Where(char.IsLetter).Select(c => (c, p.Gras, p.Italique)))));

    [Fact]
    public void Tout_texte_se_lit_et_se_reecrit_sans_rien_perdre() => TexteHostile.Sample(texte =>
    {
        foreach (var ligne in BlocTexte.DepuisTexte(texte).SelectMany(b => b.Type == TypeBloc.Paragraphe ? [b.Texte!] : b.Elements))
        {
            var passages = TexteRiche.Passages(ligne);
            Assert.All(passages, p => Assert.True(p.Lien is null || p.Lien.StartsWith("https://", StringComparison.Ordinal)));
            Assert.Equal(Mots(passages), Mots(TexteRiche.Passages(TexteRiche.Ligne(passages))));
        }
    });

    [Fact]
    public void En_clair_les_marques_disparaissent_et_l_adresse_reste() => Assert.Equal(
        "Un texte important (https://caf.fr/a).\n- un\n3. trois * 2\nÉcrire à a@b.fr",
        TexteRiche.EnClair("Un **[texte *important*](https://caf.fr/a)**.\n- *un*\n3. trois \\* 2\nÉcrire à [a@b.fr](mailto:a@b.fr)"));

    private static Gen<T> UnDe<T>(params T[] valeurs) => Gen.Int[0, valeurs.Length - 1].Select(i => valeurs[i]);

    private static string Mots(IEnumerable<Passage> passages) =>
        string.Join(' ', string.Concat(passages.Select(p => p.Texte)).Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
