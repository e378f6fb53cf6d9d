using System.Text.RegularExpressions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Textes;
using CtgPortal.TestSupport.Documents;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>The text that the portal ships: complete whatever is known of the convention, and as good as the sentences it replaced.</summary>
public sealed class ModeleNationalTests
{
    private static readonly ContexteTexte Nu = new() { CafNom = "Caf de l’Aisne", Territoire = "Trois Rivières" };

    private static readonly ContexteTexte Complet = Nu with
    {
        Collectivites = ["CC des Trois Rivières", "Commune d’Hirson"],
        Debut = new DateOnly(2021, 1, 1),
        Fin = new DateOnly(2024, 12, 31),
        Champs = ["petite enfance", "logement"],
        Axes = ["axe 1 – La mobilité"],
    };

    public static TheoryData<ContexteTexte> Contextes =>
    [
        Nu,
        Complet,
        Complet with { Collectivites = ["Commune d’Hirson"], AutresParties = ["MSA de Picardie"] },
        Nu with { Debut = new DateOnly(2021, 1, 1) },
    ];

    [Theory, MemberData(nameof(Contextes))]
    public void Les_quatorze_articles_sont_complets_et_sans_blanc_a_remplir(ContexteTexte contexte)
    {
        var dossier = Ecrire(contexte);

        Assert.Equal(Enumerable.Range(1, 14), dossier.Articles.Select(a => a.Numero));
        Assert.All(dossier.Articles, a => Assert.True(a.EstModele));
        Assert.All(dossier.Articles, a => Assert.True(a.Corps.Count >= 2, a.Titre));
        Assert.True(dossier is { PreambuleEstModele: true, VisasEstModele: true });
        Assert.All(Tout(dossier), t => Assert.DoesNotMatch(@"[{}\[\]_…]|\.\.\.|XX|\bà compléter\b|  ", t));
        Assert.All(Tout(dossier), t => Assert.DoesNotMatch("'", t));
    }

    [Theory, MemberData(nameof(Contextes))]
    public void Les_controles_n_y_trouvent_rien(ContexteTexte contexte) =>
        Assert.Empty(ControleTexte.Controler(ModeleNational.Lire().Passages, contexte.Valeurs(GraphieSigles.Bas), contexte.Comptes()));

    [Fact]
    public void Le_texte_dit_les_parties_la_periode_les_champs_et_les_axes()
    {
        var texte = string.Join('\n', Tout(Ecrire(Complet)));

        Assert.Contains("du 1er janvier 2021 au 31 décembre 2024", texte, StringComparison.Ordinal);
        Assert.Contains("Les parties (Caf de l’Aisne, CC des Trois Rivières, Commune d’Hirson) s’engagent", texte, StringComparison.Ordinal);
        Assert.Contains("petite enfance ;", texte, StringComparison.Ordinal);
        Assert.Contains("logement.", texte, StringComparison.Ordinal);
        Assert.Contains("organisés en un axe", texte, StringComparison.Ordinal);
        Assert.Contains("axe 1 – La mobilité.", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GraphieSigles.Bas, "Ctg", "Caf", "CTG|CAF")]
    [InlineData(GraphieSigles.Haut, "CTG", "CAF", "Ctg|Caf")]
    public void L_ecriture_des_sigles_est_un_reglage(GraphieSigles graphie, string ctg, string caf, string jamais)
    {
        var texte = string.Join('\n', Tout(Ecrire(Nu with { CafNom = "Caisse de l’Aisne" }, graphie)));

        Assert.Contains($" {ctg} ", texte, StringComparison.Ordinal);
        Assert.Contains($"la {caf} ", texte, StringComparison.Ordinal);
        Assert.Empty(Regex.Matches(texte, $@"\b({jamais})\b"));
    }

    [Fact]
    public void Chaque_champ_du_catalogue_a_sa_valeur_quand_tout_est_connu()
    {
        var valeurs = (Complet with { Communes = ["Hirson"], Population = 8_700, Fiches = 14, Deliberations = ["la délibération n° 1 du 10 février 2026"] }).Valeurs(GraphieSigles.Bas);

        Assert.All(
            ChampsAutomatiques.Tous.Where(c => c.Nature is NatureChamp.Mot or NatureChamp.Liste),
            c => Assert.True(valeurs.AUneValeur(c.Code), c.Code));
        Assert.Equal("14 fiches action", valeurs.Mot("nombre-fiches"));
    }

    [Theory]
    [InlineData("Enjeu", 3, "3 enjeux")]
    [InlineData("Enjeu", 1, "1 enjeu")]
    [InlineData("Axe stratégique", 2, "2 axes stratégiques")]
    public void Le_nombre_d_axes_prend_le_nom_du_territoire(string nom, int nombre, string attendu) =>
        Assert.Equal(attendu, (Nu with { NomAxe = nom, Axes = [.. Enumerable.Range(0, nombre).Select(i => $"{i}")] }).Valeurs(GraphieSigles.Bas).Mot("nombre-axes"));

    private static DossierConvention Ecrire(ContexteTexte contexte, GraphieSigles graphie = GraphieSigles.Bas) =>
        TexteLu.De(ModeleNational.Lire() with { Graphie = graphie }).Ecrire(DossierExemple.Vide(), contexte);

    private static List<string> Tout(DossierConvention dossier)
    {
        var blocs = dossier.Articles.SelectMany(a => a.Corps).Concat(dossier.Preambule).Concat(dossier.Gouvernance).Concat(dossier.Evaluation);
        return
        [
            .. dossier.Articles.Select(a => a.Titre), .. dossier.Visas,
            .. blocs.SelectMany(b => b.Type == TypeBloc.Paragraphe ? [b.Texte!] : b.Elements),
        ];
    }
}
