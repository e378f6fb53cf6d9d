using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;
using static CtgPortal.Domain.Tests.Textes.UnTexte;

namespace CtgPortal.Domain.Tests.Textes;

public sealed class TexteConventionTests
{
    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;

    private static readonly ConventionId Convention = ConventionId.New();

    private static readonly ContenuTexte Contenu = new(
        [new("preambule", NaturePassage.Preambule, "Préambule", "Ensemble.", true), Article("Un."), Article("Deux.", "Durée", "duree")],
        ContenuTexte.AnnexesUsuelles, GraphieSigles.Bas);

    public static TheoryData<StatutConvention> Figees => [EnSignature, EnSuivi, Terminee, Abandonnee, Resiliee];

    [Fact]
    public void Le_texte_est_une_copie_du_modele()
    {
        var (texte, passages) = Commencer();

        Assert.Equal(["objet", "duree"], texte.Articles);
        Assert.All(passages, p => Assert.Equal(EtatPassage.Inchange, p.Etat));
        Assert.Equal(3, texte.ModeleVersion);
    }

    [Fact]
    public void Un_article_ecrit_est_adapte_puis_revient_au_modele()
    {
        var objet = Commencer().Passages.Single(p => p.Cle == "objet");

        objet.Rediger("Objet", "À compléter", false, EnRedaction, Maintenant);

        Assert.Equal((EtatPassage.Adapte, 1), (objet.Etat, objet.Defauts));
        Assert.Equal([("passage-corps", "Un.", "À compléter"), ("passage-contractuel", "True", "False")], objet.Events[^1].Changements.Select(c => (c.Champ, c.Avant, c.Apres)));
        objet.Retablir(EnRedaction, Maintenant);
        Assert.Equal((EtatPassage.Inchange, "Un.", 0), (objet.Etat, objet.Corps, objet.Defauts));
        Assert.IsType<PassageRetabli>(objet.Events[^1]);
    }

    [Theory, MemberData(nameof(Figees))]
    public void Rien_ne_s_ecrit_dans_un_texte_fige(StatutConvention etape)
    {
        var (texte, passages) = Commencer();
        Action[] gestes =
        [
            () => passages[1].Rediger("Objet", "Autre", true, etape, Maintenant),
            () => passages[1].Retablir(etape, Maintenant),
            () => passages[1].Reprendre(Article("Autre"), 4, etape, Maintenant),
            () => texte.AjouterArticle("Nouveau", etape, Maintenant),
            () => texte.RetirerArticle(passages[1], etape, Maintenant),
            () => texte.DeplacerArticle(passages[1], false, etape, Maintenant),
            () => texte.Presenter(ContenuTexte.AnnexesUsuelles, GraphieSigles.Haut, etape, Maintenant),
            () => AvisPartenaire.Demander(Convention, "MSA", "msa@demo.test", PieceId.New(), new(2026, 4, 1), etape, Maintenant),
        ];

        Assert.All(gestes, geste => Assert.Equal(Obstacles.TexteFige, Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles)));
    }

    [Fact]
    public void Les_articles_s_ajoutent_se_deplacent_et_se_retirent()
    {
        var (texte, passages) = Commencer();

        var nouveau = texte.AjouterArticle(" Litiges ", EnRedaction, Maintenant);
        texte.DeplacerArticle(nouveau, versLeHaut: true, EnRedaction, Maintenant);
        texte.DeplacerArticle(passages[1], versLeHaut: true, EnRedaction, Maintenant);

        Assert.Equal(["objet", nouveau.Cle, "duree"], texte.Articles);
        Assert.Equal(("Litiges", EtatPassage.Ajoute), (nouveau.Titre, nouveau.Etat));
        texte.RetirerArticle(passages[1], EnRedaction, Maintenant);
        Assert.Equal([nouveau.Cle, "duree"], texte.Articles);
        Assert.Equal("passage-fixe", Code(() => texte.RetirerArticle(passages[0], EnRedaction, Maintenant)));
        Assert.Equal("sans-modele", Code(() => nouveau.Retablir(EnRedaction, Maintenant)));
    }

    [Fact]
    public void Un_article_du_modele_prend_la_place_qu_il_y_a()
    {
        var texte = Commencer().Texte;
        var modele = Contenu with { Passages = [.. Contenu.Passages.Take(2), Article("Entre deux.", "Moyens", "moyens"), Contenu.Passages[2]] };

        texte.AjouterDuModele(modele.Passages[2], modele, EnRedaction, Maintenant);

        Assert.Equal(["objet", "moyens", "duree"], texte.Articles);
    }

    [Fact]
    public void Un_modele_ne_se_publie_pas_avec_un_champ_inconnu_et_le_nomme_a_sa_place()
    {
        var modele = ModeleTexte.Deriver("02", Contenu, Maintenant);
        modele.Rediger("duree", "Durée", "De {{debut}}\nà {{terme}}.", true, Maintenant);

        var obstacle = Assert.Single(Assert.Throws<BusinessRuleException>(() => modele.Publier("Première version.", "Camille", Maintenant)).Obstacles);

        Assert.Equal((ControleTexte.ChampInconnu, "duree"), (obstacle.Code, obstacle.Cible));
        Assert.Contains("Article 2, ligne 2 : le champ {{terme}}", obstacle.Message, StringComparison.Ordinal);
        Assert.Empty(modele.Versions);
    }

    [Fact]
    public void Une_version_publiee_ne_change_plus()
    {
        var modele = ModeleTexte.Deriver("02", Contenu, Maintenant);
        Assert.Equal(1, modele.Publier("Première version.", "Camille", Maintenant));
        Assert.Equal("modele-inchange", Code(() => modele.Publier("Encore.", "Camille", Maintenant)));

        modele.Rediger("objet", "Objet", "Autre.", true, Maintenant);
        modele.DeplacerArticle("duree", versLeHaut: true, Maintenant);

        Assert.Equal(2, modele.Publier("L’objet change.", "Camille", Maintenant));
        Assert.Equal("Un.", modele.Versions[0].Contenu.De("objet")!.Corps);
        Assert.Equal(["duree", "objet"], modele.Versions[1].Contenu.Articles.Select(a => a.Cle));
    }

    [Theory]
    [InlineData(Role.Administrateur, Portee.Nationale, "", true, false)]
    [InlineData(Role.Conseiller, Portee.Caf, "02", false, true)]
    [InlineData(Role.Direction, Portee.Caf, "02", false, true)]
    [InlineData(Role.Conseiller, Portee.Caf, "59", false, false)]
    [InlineData(Role.Coordination, Portee.Territoire, "240200600", false, false)]
    public void Chacun_ecrit_son_modele(Role role, Portee portee, string code, bool national, bool aisne)
    {
        Habilitation[] habilitations = [new(role, portee, code)];

        Assert.Equal((national, aisne), (ReglesModele.Peut(habilitations, null), ReglesModele.Peut(habilitations, "02")));
    }

    [Fact]
    public void Un_avis_se_rappelle_deux_fois_et_le_silence_reste_un_silence()
    {
        var avis = Avis();

        Assert.Null(avis.RappelDu(EnRedaction, new(2026, 3, 28)));
        Assert.Equal(RappelAvis.Avant, avis.RappelDu(EnRedaction, new(2026, 3, 29)));
        avis.NoterRappel(RappelAvis.Avant, Maintenant);
        Assert.Null(avis.RappelDu(EnRedaction, new(2026, 3, 31)));
        Assert.Equal(RappelAvis.LeJourMeme, avis.RappelDu(EnRedaction, new(2026, 4, 1)));
        Assert.Null(avis.RappelDu(EnSignature, new(2026, 4, 1)));
        Assert.Equal(EtatAvis.Attendu, avis.Etat(new(2026, 4, 1)));
        Assert.Equal(EtatAvis.SansReponse, avis.Etat(new(2026, 4, 2)));
        Assert.Null(avis.Sens);
    }

    [Fact]
    public void Un_avis_avec_remarques_les_ecrit_et_un_avis_tardif_se_dit()
    {
        var avis = Avis();
        Assert.Equal("avis-sans-texte", Code(() => avis.Rendre(SensAvis.Defavorable, " ", EnRedaction, Maintenant)));

        avis.Rendre(SensAvis.AvecRemarques, "L’article 6 oublie la MSA.", EnRedaction, Maintenant.AddDays(30));

        Assert.True(avis.EnRetard);
        Assert.Equal(EtatAvis.Rendu, avis.Etat(new(2026, 5, 1)));
        Assert.Equal("avis-rendu", Code(() => avis.Retirer(Maintenant)));
        Assert.Equal("texte-fige-avis", Code(() => avis.Rendre(SensAvis.Favorable, null, EnSignature, Maintenant)));
    }

    [Theory]
    [InlineData("pas une adresse", "2026-04-01", "courriel-invalide")]
    [InlineData("msa@demo.test", "2026-03-12", "echeance-passee")]
    [InlineData("msa@demo.test", "2028-03-12", "echeance-lointaine")]
    public void Une_demande_mal_faite_est_refusee(string courriel, string echeance, string code) => Assert.Equal(code, Code(() => AvisPartenaire.Demander(
        Convention, "MSA", courriel, PieceId.New(), DateOnly.Parse(echeance, System.Globalization.CultureInfo.InvariantCulture), EnRedaction, Maintenant)));

    private static AvisPartenaire Avis() =>
        AvisPartenaire.Demander(Convention, "MSA de Picardie", " MSA@demo.test ", PieceId.New(), new(2026, 4, 1), EnRedaction, Maintenant);

    private static (TexteConvention Texte, IReadOnlyList<PassageTexte> Passages) Commencer() =>
        TexteConvention.Commencer(Convention, new(ModeleTexteId.New(), true, 3, Maintenant, "", Contenu), EnRedaction, Maintenant);

    private static string Code(Action geste) => Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code;
}
