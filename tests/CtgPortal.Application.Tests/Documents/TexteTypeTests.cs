using System.Text.RegularExpressions;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Tests.Documents;

public sealed class TexteTypeTests
{
    private static readonly ContexteTexteType Nu = new() { CafNom = "Caf de l’Aisne", Territoire = "Trois Rivières" };

    private static readonly ContexteTexteType Complet = Nu with
    {
        Collectivites = ["CC des Trois Rivières", "Commune d’Hirson"],
        Debut = new DateOnly(2021, 1, 1),
        Fin = new DateOnly(2024, 12, 31),
        Champs = ["petite enfance", "logement"],
        Axes = ["axe 1 – La mobilité"],
    };

    public static TheoryData<ContexteTexteType> Contextes =>
    [
        Nu,
        Complet,
        Complet with { Collectivites = ["Commune d’Hirson"], AutresParties = ["MSA de Picardie"] },
        Nu with { Debut = new DateOnly(2021, 1, 1) },
    ];

    [Theory, MemberData(nameof(Contextes))]
    public void Les_quatorze_articles_sont_complets_et_sans_blanc_a_remplir(ContexteTexteType contexte)
    {
        var articles = TexteType.Articles(contexte);

        Assert.Equal(Enumerable.Range(1, 14), articles.Select(a => a.Numero));
        Assert.All(articles, a => Assert.True(a.EstModele));
        Assert.All(articles, a => Assert.True(a.Corps.Count >= 2, a.Titre));
        var textes = Tout(contexte);
        Assert.All(textes, t => Assert.DoesNotMatch(@"[{}\[\]_…]|\.\.\.|XX|\bà compléter\b|  ", t));
        Assert.All(textes, t => Assert.DoesNotMatch("'", t));
    }

    [Fact]
    public void Le_texte_dit_les_parties_la_periode_les_champs_et_les_axes()
    {
        var texte = string.Join('\n', Tout(Complet));

        Assert.Contains("du 1er janvier 2021 au 31 décembre 2024", texte, StringComparison.Ordinal);
        Assert.Contains("Les parties (Caf de l’Aisne, CC des Trois Rivières, Commune d’Hirson) s’engagent", texte, StringComparison.Ordinal);
        Assert.Contains("petite enfance ;", texte, StringComparison.Ordinal);
        Assert.Contains("logement.", texte, StringComparison.Ordinal);
        Assert.Contains("axe 1 – La mobilité.", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GraphieSigles.Bas, "Ctg", "Caf", "CTG|CAF")]
    [InlineData(GraphieSigles.Haut, "CTG", "CAF", "Ctg|Caf")]
    public void L_ecriture_des_sigles_est_un_reglage(GraphieSigles graphie, string ctg, string caf, string jamais)
    {
        var texte = string.Join('\n', Tout(Nu with { Graphie = graphie, CafNom = "Caisse de l’Aisne" }));

        Assert.Contains($" {ctg} ", texte, StringComparison.Ordinal);
        Assert.Contains($"la {caf} ", texte, StringComparison.Ordinal);
        Assert.Empty(Regex.Matches(texte, $@"\b({jamais})\b"));
    }

    private static List<string> Tout(ContexteTexteType contexte)
    {
        var articles = TexteType.Articles(contexte);
        var blocs = articles.SelectMany(a => a.Corps)
            .Concat(TexteType.Preambule(contexte)).Concat(TexteType.Gouvernance(contexte)).Concat(TexteType.Evaluation(contexte));
        return
        [
            .. articles.Select(a => a.Titre), .. TexteType.Visas(contexte),
            .. blocs.SelectMany(b => b.Type == TypeBloc.Paragraphe ? [b.Texte!] : b.Elements),
        ];
    }
}
