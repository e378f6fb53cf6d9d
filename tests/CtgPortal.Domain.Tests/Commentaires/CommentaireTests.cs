using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Commentaires;

public class CommentaireTests
{
    private const StatutConvention Etape = StatutConvention.EnRedaction;

    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;
    private static readonly Auteur Sophie = new(UtilisateurId.New(), "Sophie Martin");
    private static readonly Auteur Paul = new(UtilisateurId.New(), "Paul Durand");
    private static readonly CibleCommentaire Livrables = CibleCommentaire.Sur(FicheActionId.New(), "livrables");

    public static TheoryData<StatutConvention> Finies => [StatutConvention.Terminee, StatutConvention.Abandonnee, StatutConvention.Resiliee];

    public static TheoryData<CibleCommentaire> Inconnues =>
    [
        CibleCommentaire.Sur(FicheActionId.New(), "rien-de-connu"),
        new CibleCommentaire(NatureCible.Fiche, null, null, null),
        new CibleCommentaire(NatureCible.Fiche, FicheActionId.New(), "preambule", null),
        CibleCommentaire.SurPassage(""),
        CibleCommentaire.SurAnnexe(new string('x', CibleCommentaire.CleLongueurMax + 1)),
        new CibleCommentaire(NatureCible.Passage, null, "preambule", "livrables"),
        new CibleCommentaire(NatureCible.Annexe, FicheActionId.New(), "Annexe 1", null),
    ];

    [Fact]
    public void S_ouvre_sur_un_champ_et_appelle_ceux_qu_il_nomme_une_fois_sauf_son_auteur()
    {
        var commentaire = Ouvrir("  Quel local ?  ", Paul, Paul, Sophie);

        Assert.Equal(("Quel local ?", Sophie), (commentaire.Messages[0].Texte, commentaire.Messages[0].Auteur));
        Assert.Equal(Paul.Id, Assert.Single(commentaire.Mentions).UtilisateurId);
        Assert.True(commentaire.Attend(Paul.Id));
        Assert.False(commentaire.Attend(Sophie.Id));
        Assert.Equal(Livrables, Assert.IsType<CommentaireOuvert>(Assert.Single(commentaire.Events)).Cible);
    }

    [Theory, MemberData(nameof(Inconnues))]
    public void Ne_porte_que_sur_ce_qui_existe(CibleCommentaire cible) =>
        Refuse("cible-inconnue", () => Commentaire.Ouvrir(ConventionId.New(), cible, Sophie, "Quel local ?", [], Etape, Maintenant));

    [Fact]
    public void Repondre_repond_a_ce_qui_appelait_et_rouvre_ce_qui_etait_clos()
    {
        var commentaire = Ouvrir("Quel local ?", Paul);
        commentaire.Resoudre(Sophie, responsable: false, Etape, Maintenant);

        commentaire.Repondre(Paul, "Celui de la gare.", [Sophie], Etape, Maintenant.AddHours(1));

        Assert.False(commentaire.EstResolu);
        Assert.Equal([(SensGeste.Resolu, Sophie), (SensGeste.Rouvert, Paul)], commentaire.Gestes.Select(g => (g.Sens, g.Par)));
        Assert.False(commentaire.Attend(Paul.Id));
        Assert.True(commentaire.Attend(Sophie.Id));
    }

    [Fact]
    public void Se_corrige_par_son_auteur_pendant_un_jour_et_garde_ce_qu_il_disait()
    {
        var commentaire = Ouvrir("Quel local ?");
        var message = commentaire.Messages[0].Id;

        commentaire.Modifier(message, Sophie.Id, "Quel bâtiment ?", Etape, Maintenant.AddHours(24));

        Assert.Equal("Quel bâtiment ?", commentaire.Messages[0].Texte);
        Assert.Equal(new("Quel local ?", Maintenant), Assert.Single(commentaire.Messages[0].Versions));
        Refuse("message-fige", () => commentaire.Modifier(message, Paul.Id, "Autre", Etape, Maintenant));
        Refuse("message-fige", () => commentaire.Modifier(message, Sophie.Id, "Autre", Etape, Maintenant.AddHours(24).AddSeconds(1)));
        Refuse("commentaire-absent", () => commentaire.Modifier(message, Sophie.Id, " ", Etape, Maintenant));
        Refuse("message-inconnu", () => commentaire.Modifier(MessageId.New(), Sophie.Id, "Autre", Etape, Maintenant));
    }

    [Fact]
    public void Retirer_efface_les_mots_et_leurs_anciennes_versions_mais_pas_la_trace()
    {
        var commentaire = Ouvrir("Quel local ?", Paul);
        commentaire.Repondre(Paul, "Celui de la gare.", [], Etape, Maintenant);
        commentaire.Modifier(commentaire.Messages[0].Id, Sophie.Id, "Quel bâtiment ?", Etape, Maintenant);

        Refuse("message-d-un-autre", () => commentaire.Retirer(commentaire.Messages[0].Id, Paul.Id, Maintenant));
        commentaire.Retirer(commentaire.Messages[0].Id, Sophie.Id, Maintenant.AddDays(9));

        var retire = commentaire.Messages[0];
        Assert.Equal(("", Sophie, Maintenant.AddDays(9)), (retire.Texte, retire.Auteur, retire.RetireLe));
        Assert.Empty(retire.Versions);
        Assert.False(commentaire.EstResolu);

        commentaire.Retirer(commentaire.Messages[1].Id, Paul.Id, Maintenant.AddDays(9));
        Assert.True(commentaire.EstResolu);
    }

    [Fact]
    public void Un_message_retire_n_appelle_plus_personne()
    {
        var commentaire = Ouvrir("Quel local ?");
        commentaire.Repondre(Sophie, "Et quand ?", [Paul], Etape, Maintenant);

        commentaire.Retirer(commentaire.Messages[1].Id, Sophie.Id, Maintenant);

        Assert.False(commentaire.Attend(Paul.Id));
    }

    [Fact]
    public void Se_clot_par_son_auteur_une_personne_appelee_ou_un_responsable()
    {
        var tiers = new Auteur(UtilisateurId.New(), "Une autre");
        var commentaire = Ouvrir("Quel local ?", Paul);

        Refuse("resolution-reservee", () => commentaire.Resoudre(tiers, responsable: false, Etape, Maintenant));
        Assert.True(commentaire.PeutSeResoudre(Sophie.Id, responsable: false));
        Assert.True(commentaire.PeutSeResoudre(Paul.Id, responsable: false));
        Assert.False(commentaire.PeutSeResoudre(null, responsable: true));
        commentaire.Resoudre(tiers, responsable: true, Etape, Maintenant);

        Assert.Equal(Maintenant, commentaire.ResoluLe);
        Assert.False(commentaire.Attend(Paul.Id));
        Refuse("deja-resolu", () => commentaire.Resoudre(Sophie, responsable: true, Etape, Maintenant));
        commentaire.Rouvrir(tiers, Etape, Maintenant);
        Refuse("deja-ouvert", () => commentaire.Rouvrir(tiers, Etape, Maintenant));
    }

    [Fact]
    public void Lire_suffit_pour_ne_plus_attendre_et_ne_raconte_rien()
    {
        var commentaire = Ouvrir("Quel local ?", Paul);
        var (revision, faits) = (commentaire.Revision, commentaire.Events.Count);

        commentaire.Lire(Paul.Id, Maintenant);
        commentaire.Lire(Paul.Id, Maintenant);

        Assert.False(commentaire.Attend(Paul.Id));
        Assert.Equal((revision + 1, faits), (commentaire.Revision, commentaire.Events.Count));
    }

    [Theory]
    [InlineData(StatutConvention.EnRedaction, false, false)]
    [InlineData(StatutConvention.EnSignature, true, true)]
    [InlineData(StatutConvention.EnSuivi, false, true)]
    public void Ce_qui_se_dit_d_un_texte_fige_est_une_remarque(StatutConvention etape, bool surLaFiche, bool surLeTexte)
    {
        var fiche = Commentaire.Ouvrir(ConventionId.New(), Livrables, Sophie, "Quel local ?", [], etape, Maintenant);
        var article = Commentaire.Ouvrir(ConventionId.New(), CibleCommentaire.SurPassage("objet"), Sophie, "Il manque un mot.", [], etape, Maintenant);
        article.Repondre(Paul, "Lequel ?", [], StatutConvention.EnRedaction, Maintenant);

        Assert.Equal(surLaFiche, fiche.Messages[0].SurFige);
        Assert.Equal([surLeTexte, false], article.Messages.Select(m => m.SurFige));
    }

    [Theory, MemberData(nameof(Finies))]
    public void Ne_bouge_plus_quand_la_convention_est_finie(StatutConvention etape)
    {
        var commentaire = Ouvrir("Quel local ?");

        foreach (var geste in new Action[]
        {
            () => Commentaire.Ouvrir(ConventionId.New(), Livrables, Sophie, "Quel local ?", [], etape, Maintenant),
            () => commentaire.Repondre(Paul, "Celui de la gare.", [], etape, Maintenant),
            () => commentaire.Modifier(commentaire.Messages[0].Id, Sophie.Id, "Autre", etape, Maintenant),
            () => commentaire.Resoudre(Sophie, responsable: true, etape, Maintenant),
            () => commentaire.Rouvrir(Sophie, etape, Maintenant),
        })
        {
            Refuse("convention-finie", geste);
        }
    }

    [Fact]
    public void A_une_fin()
    {
        var commentaire = Ouvrir("Un");
        for (var i = 1; i < Commentaire.MessagesMax; i++)
        {
            commentaire.Repondre(Paul, "Encore", [], Etape, Maintenant);
        }

        Refuse("discussion-trop-longue", () => commentaire.Repondre(Paul, "Encore", [], Etape, Maintenant));
        Refuse("mentions-trop-nombreuses", () => Ouvrir("Tous", [.. Enumerable.Range(0, 21).Select(_ => new Auteur(UtilisateurId.New(), "Une"))]));
    }

    private static Commentaire Ouvrir(string texte, params Auteur[] mentions) =>
        Commentaire.Ouvrir(ConventionId.New(), Livrables, Sophie, texte, mentions, Etape, Maintenant);

    private static void Refuse(string code, Action geste) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code);
}
