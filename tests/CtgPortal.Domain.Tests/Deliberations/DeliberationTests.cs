using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UneDeliberation;

namespace CtgPortal.Domain.Tests.Deliberations;

public sealed class DeliberationTests
{
    private const string Partie = "CC des Trois Rivières";

    private static readonly ConventionId Convention = ConventionId.New();
    private static readonly PartieId Cle = PartieId.New();
    private static readonly DateTimeOffset Now = UneConvention.Maintenant;

    public static TheoryData<StatutConvention> Etapes => [.. Enum.GetValues<StatutConvention>().Except([StatutConvention.Abandonnee])];

    [Theory, MemberData(nameof(Etapes))]
    public void Un_acte_s_enregistre_se_complete_et_se_retire_a_toute_etape(StatutConvention etape)
    {
        var acte = Deliberation.Enregistrer(Convention, etape, Cle, Partie, Acte(), Now);
        acte.Modifier(etape, Partie, Acte(vote: new(true, null, null, null), controle: Recu), Now);
        acte.Retirer(etape, Partie, Now);

        Assert.Equal([new DeliberationEnregistree(Convention, Partie, "2026-14", new(2026, 2, 10), Now)], acte.Events.Take(1));
        Assert.Equal(
            [
                new("acte-vote", null, "à l’unanimité"), new("acte-transmis-le", null, "2026-02-12"), new("acte-recu-le", null, "2026-02-12"),
                new("acte-publie-le", null, "2026-02-13"), new("acte-identifiant", null, "002-200072031-20260210-2026_14-DE"),
            ],
            Assert.IsType<DeliberationModifiee>(acte.Events[1]).Changements);
        Assert.Equal(new DeliberationRetiree(Convention, Partie, "2026-14", Now), acte.Events[2]);
    }

    [Fact]
    public void Sur_une_convention_abandonnee_rien_ne_s_enregistre()
    {
        var acte = De(Convention, Cle);

        Assert.Equal(
            ["convention-abandonnee", "convention-abandonnee", "convention-abandonnee"],
            [
                Code(() => Deliberation.Enregistrer(Convention, StatutConvention.Abandonnee, Cle, Partie, Acte(), Now)),
                Code(() => acte.Modifier(StatutConvention.Abandonnee, Partie, Acte(controle: Recu), Now)),
                Code(() => acte.Retirer(StatutConvention.Abandonnee, Partie, Now)),
            ]);
        Assert.Equal((1, ControleLegalite.Rien), (acte.Revision, acte.Controle));
    }

    [Fact]
    public void Un_acte_inchange_ne_note_rien()
    {
        var acte = De(Convention, Cle);

        acte.Modifier(StatutConvention.EnSignature, Partie, Acte(), Now);

        Assert.Equal(1, acte.Revision);
    }

    [Theory]
    [InlineData(1007)]
    [InlineData(2061)]
    public void Une_date_d_un_autre_siecle_est_refusee(int annee) =>
        Assert.Equal("deliberation-date-invalide", Code(() => Acte(new ReferenceActe("12", new(annee, 6, 1)))));

    [Theory]
    [InlineData("2026-02-09", null, null, "transmission-avant-acte")]
    [InlineData("2026-02-12", "2026-02-11", null, "reception-avant-transmission")]
    [InlineData(null, "2026-02-09", null, "reception-avant-transmission")]
    [InlineData(null, null, "2026-02-09", "publication-avant-acte")]
    [InlineData(null, null, "2026-03-13", "date-future")]
    public void Des_jours_qui_ne_se_suivent_pas_sont_refuses(string? transmis, string? recu, string? publie, string code) =>
        Assert.Equal(code, Code(() => De(Convention, Cle, acte: Acte(controle: new(Jour(transmis), Jour(recu), Jour(publie), null)))));

    [Theory]
    [InlineData(true, 32, 1, null, "vote-non-unanime")]
    [InlineData(false, null, 2, null, "vote-incomplet")]
    [InlineData(false, 5, 5, 1, "acte-rejete")]
    [InlineData(false, 5, -1, null, "vote-impossible")]
    public void Un_vote_impossible_ou_contraire_est_refuse(bool unanime, int? pour, int? contre, int? abstentions, string code) =>
        Assert.Equal(code, Code(() => De(Convention, Cle, acte: Acte(vote: new(unanime, pour, contre, abstentions)))));

    [Theory]
    [InlineData(true, null, null, null, "à l’unanimité")]
    [InlineData(true, 32, null, 2, "à l’unanimité (32 pour, 2 abstentions)")]
    [InlineData(false, 41, 2, 1, "41 pour, 2 contre, 1 abstention")]
    public void Un_vote_se_dit_en_toutes_lettres(bool unanime, int? pour, int? contre, int? abstentions, string mots) =>
        Assert.Equal(mots, De(Convention, Cle, acte: Acte(vote: new(unanime, pour, contre, abstentions))).Vote!.EnToutesLettres);

    [Fact]
    public void Sans_rien_dire_du_vote_il_n_y_en_a_pas() => Assert.Null(De(Convention, Cle, acte: Acte(vote: new(false, null, null, null))).Vote);

    [Theory]
    [InlineData(TypePartie.Epci, "Deliberation")]
    [InlineData(TypePartie.Caf, "Deliberation")]
    [InlineData(TypePartie.Etat, "")]
    public void Sans_acte_il_manque_a_qui_delibere(TypePartie type, string manques) =>
        Assert.Equal(manques, string.Join(' ', ReglesActe.Manques(type, null, false, false)));

    [Theory]
    [InlineData(TypePartie.Caf, "Fichier Vote")]
    [InlineData(TypePartie.Msa, "Fichier Vote")]
    [InlineData(TypePartie.Autre, "Fichier Vote")]
    [InlineData(TypePartie.Epci, "Fichier Vote Transmission Publication")]
    [InlineData(TypePartie.Commune, "Fichier Vote Transmission Publication")]
    [InlineData(TypePartie.Departement, "Fichier Vote Transmission Publication")]
    public void La_prefecture_est_attendue_des_collectivites_seulement(TypePartie type, string manques) =>
        Assert.Equal(manques, string.Join(' ', ReglesActe.Manques(type, Acte(), false, false)));

    [Fact]
    public void Ce_qui_manque_suit_le_chemin_de_l_acte()
    {
        var vote = new Vote(true, null, null, null);
        var transmis = new ControleLegalite(new(2026, 2, 12), null, null, null);
        var recu = Recu with { PublieLe = null, Identifiant = null };

        Assert.Equal([ManqueActe.Reception, ManqueActe.Publication], Manques(transmis, copie: false));
        Assert.Equal([ManqueActe.Publication, ManqueActe.Identifiant, ManqueActe.CopieTamponnee], Manques(recu, copie: false));
        Assert.Equal([ManqueActe.CopieTamponnee], Manques(Recu, copie: false));
        Assert.Empty(Manques(Recu, copie: true));

        IReadOnlyList<ManqueActe> Manques(ControleLegalite controle, bool copie) =>
            ReglesActe.Manques(TypePartie.Epci, Acte(vote: vote, controle: controle), true, copie);
    }

    [Fact]
    public void L_echeance_de_transmission_est_quinze_jours_apres_l_acte_tant_qu_il_n_est_pas_parti()
    {
        Assert.Equal(new DateOnly(2026, 2, 25), ReglesActe.EcheanceDeTransmission(TypePartie.Epci, Acte()));
        Assert.Null(ReglesActe.EcheanceDeTransmission(TypePartie.Epci, Acte(controle: Recu)));
        Assert.Null(ReglesActe.EcheanceDeTransmission(TypePartie.Caf, Acte()));
    }

    [Fact]
    public void Le_texte_a_signer_lui_meme_n_est_pas_une_copie_tamponnee()
    {
        Assert.Equal("copie-sans-tampon", Code(() => ReglesActe.ExigerTampon(UsagePiece.CopieTamponnee, true)));
        ReglesActe.ExigerTampon(UsagePiece.CopieTamponnee, false);
        ReglesActe.ExigerTampon(UsagePiece.Acte, true);
    }

    private static DateOnly? Jour(string? jour) => jour is null ? null : DateOnly.ParseExact(jour, "yyyy-MM-dd");

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
