using CtgPortal.Domain.Common;
using CtgPortal.Domain.Textes;
using static CtgPortal.Domain.Tests.Textes.UnTexte;

namespace CtgPortal.Domain.Tests.Textes;

public sealed class ControleTexteTests
{
    [Theory]
    [InlineData("Le plan compte 12 fiches.", "« 12 fiches », le plan en compte 14")]
    [InlineData("Le plan a 12 fiches-actions.", "« 12 fiches-actions », le plan en compte 14")]
    [InlineData("Les cinq axes retenus.", "« cinq axes », le plan en compte 6")]
    [InlineData("Elle réunit soixante et onze communes.", "« soixante et onze communes », le périmètre en compte 9")]
    [InlineData("Trois signataires l’approuvent.", "« Trois signataires », 2 personnes sont désignées pour signer")]
    public void Un_compte_annonce_qui_n_est_pas_le_bon_est_une_reserve(string corps, string message)
    {
        var obstacle = Assert.Single(Controler(corps));

        Assert.Equal((ControleTexte.CompteDifferent, false, "objet"), (obstacle.Code, obstacle.Bloquant, obstacle.Cible));
        Assert.Contains(message, obstacle.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Les six axes et leurs 14 fiches action, dans 9 communes.")]
    [InlineData("Un axe après l’autre, une commune après l’autre.")]
    [InlineData("Les axes et les fiches.")]
    [InlineData("Les familles… et leurs enfants, etc...")]
    [InlineData("Voir [le schéma](https://exemple.fr).")]
    [InlineData("{{nombre-axes}}")]
    public void Ce_qui_est_juste_ne_dit_rien(string corps) => Assert.Empty(Controler(corps));

    [Theory]
    [InlineData("Le comité se réunit à compléter fois.")]
    [InlineData("Convention n° XXX")]
    [InlineData("du … au …", 2)]
    [InlineData("du ... au 31 décembre")]
    [InlineData("Signée à ______")]
    [InlineData("Nom : [nom du maire]")]
    [InlineData("Nom : <nom du maire>")]
    public void Ce_qui_est_reste_a_completer_bloque(string corps, int fois = 1)
    {
        var obstacles = Controler(corps);

        Assert.Equal(fois, obstacles.Count);
        Assert.All(obstacles, o => Assert.Equal((ControleTexte.TexteACompleter, true), (o.Code, o.Bloquant)));
        Assert.All(obstacles, o => Assert.StartsWith("Article 1, ligne 1 : ", o.Message, StringComparison.Ordinal));
        Assert.Equal(fois, ControleTexte.CompterDefauts(Article(corps)));
    }

    [Fact]
    public void Ce_qui_est_a_preciser_est_une_question() =>
        Assert.Equal((ControleTexte.TexteAPreciser, false), Assert.Single(Controler("Les modalités restent à préciser.")) is var o ? (o.Code, o.Bloquant) : default);

    [Fact]
    public void Un_champ_inconnu_ou_sans_valeur_bloque()
    {
        Assert.Equal(ControleTexte.ChampInconnu, Assert.Single(Controler("{{inconnu}}")).Code);
        var obstacle = Assert.Single(Controler("À compter du {{debut}}."));
        Assert.Equal((ControleTexte.ChampSansValeur, true), (obstacle.Code, obstacle.Bloquant));
        Assert.Contains("début de la période", obstacle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_article_vide_bloque_un_preambule_vide_se_dit()
    {
        var obstacles = ControleTexte.Controler([new("preambule", NaturePassage.Preambule, "Préambule", "", true), Article("")], Valeurs, Denombrement);

        Assert.Equal([(ControleTexte.PassageVide, false), (ControleTexte.ArticleVide, true)], obstacles.Select(o => (o.Code, o.Bloquant)));
        Assert.Equal(ControleTexte.SansArticle, Assert.Single(ControleTexte.Controler([], Valeurs, Denombrement)).Code);
    }

    private static IReadOnlyList<Obstacle> Controler(string corps) => ControleTexte.Controler([Article(corps)], Valeurs, Denombrement);
}
