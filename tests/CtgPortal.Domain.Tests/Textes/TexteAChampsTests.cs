using CtgPortal.Domain.Textes;
using static CtgPortal.Domain.Tests.Textes.UnTexte;

namespace CtgPortal.Domain.Tests.Textes;

public sealed class TexteAChampsTests
{
    [Theory]
    [InlineData("Le {{territoire}} et la {{ caf }}.", "Le Hirson et la Caf de l’Aisne.")]
    [InlineData("{{Parties}} s’engagent.", "Les parties s’engagent.")]
    [InlineData("{{accord:Elle signe|Elles signent}}.", "Elles signent.")]
    [InlineData("Pour {{champs|tous les champs}}.", "Pour tous les champs.")]
    [InlineData("La CAF et la CTG.", "La Caf et la Ctg.")]
    [InlineData("Cafés et CAFTAN", "Cafés et CAFTAN")]
    [InlineData("{{liste:axes}}", "- Grandir ;\n- Habiter.")]
    [InlineData("{{si:axes}}\nDes axes.\n{{sinon}}\nAucun.\n{{fin-si}}\nFin.", "Des axes.\nFin.")]
    [InlineData("{{si:champs}}\nDes champs.\n{{sinon}}\nAucun.\n{{fin-si}}", "Aucun.")]
    [InlineData("{{Nombre-Axes}}, {{période}}", "2 axes, [à fixer : période de la convention]")]
    public void Les_champs_se_remplissent(string texte, string attendu) => Assert.Equal(attendu, TexteAChamps.Remplir(texte, Valeurs).EnTexte());

    [Fact]
    public void Une_donnee_qui_ressemble_a_un_champ_reste_du_texte()
    {
        var valeurs = Valeurs with { Mots = new Dictionary<string, string?> { ["territoire"] = "{{caf}}" } };

        Assert.Equal("{{caf}}", TexteAChamps.Remplir("{{territoire}}", valeurs).EnTexte());
    }

    [Fact]
    public void Ce_qui_manque_se_voit_et_se_nomme()
    {
        var rempli = TexteAChamps.Remplir("{{debut}} {{inconnu}}", Valeurs);

        Assert.Equal(["debut"], rempli.SansValeur);
        Assert.Equal([true, true], rempli.Lignes[0].Morceaux.Where(m => m.Champ is not null).Select(m => m.Manque));
    }

    [Theory]
    [InlineData("Un {{teritoire}}.", 1, "{{teritoire}} n’existe pas ; vouliez-vous écrire {{territoire}} ?")]
    [InlineData("Oui.\n{{zzzzzzzz}}", 2, "{{zzzzzzzz}} n’existe pas")]
    [InlineData("{{axes}}", 1, "vouliez-vous écrire {{liste:axes}} ?")]
    [InlineData("Les {{liste:axes}} du plan", 1, "seule sur sa ligne")]
    [InlineData("Un {{territoire", 1, "accolades ne se referment pas")]
    [InlineData("{{accord:la collectivité}}", 1, "deux rédactions")]
    [InlineData("{{si:axes}}\nOui", 1, "n’a pas de {{fin-si}}")]
    [InlineData("{{si:axes}}\n{{si:champs}}\n{{fin-si}}", 2, "en contient une autre")]
    [InlineData("{{fin-si}}", 1, "ne suit aucun")]
    [InlineData("Si {{si:axes}} alors", 1, "seul sur sa ligne")]
    [InlineData("{{si:axe}}\n{{fin-si}}", 1, "vouliez-vous écrire")]
    [InlineData("{{}}", 1, "n’existe pas")]
    public void Une_ecriture_fausse_est_nommee_a_sa_place(string texte, int ligne, string message)
    {
        var anomalie = Assert.Single(TexteAChamps.Anomalies(texte));

        Assert.Equal(ligne, anomalie.Ligne);
        Assert.Contains(message, anomalie.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tout_le_catalogue_s_ecrit_comme_il_le_dit() =>
        Assert.All(ChampsAutomatiques.Tous, c => Assert.Empty(TexteAChamps.Anomalies(c.Ecriture)));
}

internal static class UnTexte
{
    public static readonly ValeursTexte Valeurs = new(
        new Dictionary<string, string?> { ["territoire"] = "Hirson", ["caf"] = "Caf de l’Aisne", ["parties"] = "les parties", ["nombre-axes"] = "2 axes" },
        new Dictionary<string, IReadOnlyList<string>> { ["liste:axes"] = ["Grandir", "Habiter."] },
        Plusieurs: true,
        GraphieSigles.Bas);

    public static readonly ComptesTexte Denombrement = new(6, 14, 9, 2, "Axe");

    public static Passage Article(string corps, string titre = "Objet", string cle = "objet") => new(cle, NaturePassage.Article, titre, corps, true);
}
