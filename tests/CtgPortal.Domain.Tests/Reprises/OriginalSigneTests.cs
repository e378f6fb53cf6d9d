using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Reprises;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Reprises;

public sealed class OriginalSigneTests
{
    [Fact]
    public void Reprise_avec_ses_signataires_la_convention_entre_en_suivi_et_ils_font_ses_parties()
    {
        var convention = UneReprise.Convention();

        Assert.Equal((StatutConvention.EnSuivi, true, UneReprise.SigneeLe), (convention.Statut, convention.SigneeHorsPortail, convention.SigneeLe));
        Assert.Equal(["Caf de l’Aisne", "CC des Trois Rivières", "MSA de Picardie"], convention.Parties.Select(p => p.Nom));
        Assert.Equal(["Paul Rivet", "Claire Morel", "Jean Blé"], convention.Parties.SelectMany(p => p.Signataires).Select(s => s.Identite.NomComplet));
        Assert.Equal([1, 2, 3], convention.Parties.Select(p => p.Rang));
        Assert.Equal(new ConventionReprise(convention.Id, convention.Intitule, UneReprise.SigneeLe, Maintenant), Assert.Single(convention.Events));
    }

    public static TheoryData<string> Refus => ["partie-sans-signataire", "signataires-absents", "signature-future", "signature-invalide", "periode-absente"];

    [Theory]
    [MemberData(nameof(Refus))]
    public void Une_reprise_impossible_dit_pourquoi(string code)
    {
        var signataires = UneReprise.Signataires;
        IReadOnlyList<SignataireOriginal> qui = code switch
        {
            "partie-sans-signataire" => [signataires[0], signataires[2]],
            "signataires-absents" => [],
            "signature-future" => [.. signataires.Select(s => s with { SigneLe = new(2026, 3, 13) })],
            "signature-invalide" => [.. signataires.Select(s => s with { SigneLe = new(2007, 12, 31) })],
            _ => signataires,
        };

        var refus = Assert.Throws<BusinessRuleException>(() => Convention.ReprendreSignee(Ouverture(Cadre(avecPeriode: code != "periode-absente")), qui, Maintenant));

        Assert.Equal([code], refus.Obstacles.Select(o => o.Code).Distinct());
    }

    public static TheoryData<string> FichiersRefuses => ["original-pas-pdf", "original-chiffre", "original-illisible", "original-altere"];

    [Theory]
    [MemberData(nameof(FichiersRefuses))]
    public void Un_fichier_qu_on_ne_peut_pas_croire_est_refuse(string code)
    {
        var examen = code switch
        {
            "original-pas-pdf" => UneReprise.Sain with { EstPdf = false, Defaut = "Ce n’est rien." },
            "original-chiffre" => UneReprise.Sain with { EstChiffre = true, Defaut = "Il est chiffré." },
            "original-illisible" => UneReprise.Sain with { Defaut = "Sa fin manque." },
            _ => UneReprise.Sain with { Alterations = ["une page est remplacée."] },
        };
        var piece = Piece.Deposer(ConventionId.New(), NaturePiece.OriginalSigne, "convention-signee.pdf", "application/pdf", [1], Maintenant);

        var refus = Assert.Throws<BusinessRuleException>(() => FichierOriginal.Recevoir(examen, piece));

        Assert.Equal(code, Assert.Single(refus.Obstacles).Code);
        Assert.Contains("convention-signee.pdf", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_fichier_qui_ne_vient_pas_d_ailleurs_n_a_pas_d_original()
    {
        var convention = Au(StatutConvention.EnSuivi);

        Assert.Equal("signee-ici", Assert.Single(Assert.Throws<BusinessRuleException>(() => UneReprise.Original(convention)).Obstacles).Code);
    }

    [Theory]
    [InlineData("avenant-en-double", 1, 1, "2026-02-10")]
    [InlineData("avenant-numero", 0, 2, "2026-02-10")]
    [InlineData("avenant-futur", 1, 2, "2026-03-13")]
    [InlineData("avenant-avant-convention", 1, 2, "2026-01-19")]
    public void Des_avenants_impossibles_sont_refuses(string code, int premier, int second, string jour)
    {
        var convention = UneReprise.Convention();
        var le = DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture);

        var refus = Assert.Throws<BusinessRuleException>(() => UneReprise.Original(convention, UneReprise.Avenant(premier, le), UneReprise.Avenant(second)));

        Assert.Equal([code], refus.Obstacles.Select(o => o.Code));
    }

    [Fact]
    public void Les_avenants_du_portail_prennent_la_suite_de_ceux_signes_ailleurs()
    {
        var convention = UneReprise.Convention();
        var original = UneReprise.Original(convention, UneReprise.Avenant(3), UneReprise.Avenant(1));
        Assert.Equal([1, 3], original.Avenants.Select(a => a.Numero));
        Assert.Equal(3, original.DernierAvenant);

        var avenant = Avenant.Preparer(
            convention, AvenantExistant.Avec(original, []), etatSigne: true, new([NatureAvenant.Prolonger], "prolonger", null, new(2030, 12, 31), [], [], []), Maintenant);

        Assert.Equal(4, avenant.Numero);
        Assert.Equal([], Avenant.ObstaclesAPreparer(convention.Statut, AvenantExistant.Avec(original, []), etatSigne: true));
        Assert.Equal([], AvenantExistant.Avec(null, []));
    }

    [Fact]
    public void Corriger_ne_note_que_ce_qui_change_et_garde_les_personnes_deja_la()
    {
        var convention = UneReprise.Convention();
        var original = UneReprise.Original(convention);
        var (revision, avant) = (original.Revision, convention.Revision);
        var partie = convention.Parties[1];
        convention.CorrigerReprise(convention.Cadre, UneReprise.Signataires, SuitesReprise.Aucune, Maintenant);
        original.Corriger(convention, original.Fichier, UneReprise.Signataires, [], SuitesReprise.Aucune, Maintenant);
        Assert.Equal((avant, revision), (convention.Revision, original.Revision));

        SignataireOriginal[] corriges = [UneReprise.Signataires[0], UneReprise.Signataires[1] with { SigneLe = new(2026, 1, 21) }];
        convention.ClearEvents();
        convention.CorrigerReprise(Cadre("Ctg corrigée"), corriges, SuitesReprise.Aucune, Maintenant);
        original.Corriger(convention, UneReprise.Fichier(convention.Id, octet: 2), corriges, [UneReprise.Avenant(1)], SuitesReprise.Aucune, Maintenant);

        Assert.Equal(("Ctg corrigée", new DateOnly(2026, 1, 21)), (convention.Intitule, convention.SigneeLe));
        Assert.Equal([convention.Parties[0].Id, partie.Id], convention.Parties.Select(p => p.Id));
        Assert.Equal(partie.Signataires[0].Id, convention.Parties[1].Signataires.Single().Id);
        Assert.Equal(["intitule", "parties", "signataires", "signee-le"], Assert.IsType<CadreModifie>(Assert.Single(convention.Events)).Changements.Select(c => c.Champ));
        Assert.Equal(
            ["original-fichier", "original-signataires", "original-avenants"],
            Assert.IsType<OriginalCorrige>(original.Events[^1]).Changements.Select(c => c.Champ));
    }

    [Theory]
    [InlineData(true, false, "etat-signe-fixe")]
    [InlineData(false, true, "fin-annoncee")]
    public void Ce_sur_quoi_on_a_bati_ne_se_corrige_plus(bool etatSigne, bool fin, string code)
    {
        var convention = UneReprise.Convention();
        var original = UneReprise.Original(convention);
        var suites = new SuitesReprise(etatSigne, fin);

        foreach (var acte in new Action[]
        {
            () => convention.CorrigerReprise(Cadre("autre"), UneReprise.Signataires, suites, Maintenant),
            () => original.Corriger(convention, original.Fichier, UneReprise.Signataires, [UneReprise.Avenant(1)], suites, Maintenant),
        })
        {
            Assert.Equal(code, Assert.Single(Assert.Throws<BusinessRuleException>(acte).Obstacles).Code);
        }
    }

    [Fact]
    public void Une_convention_signee_ici_ne_se_corrige_pas_comme_une_reprise() =>
        Assert.Contains("signee-ici", Assert.Throws<BusinessRuleException>(
            () => Au(StatutConvention.EnSuivi).CorrigerReprise(Cadre(), UneReprise.Signataires, SuitesReprise.Aucune, Maintenant)).Obstacles.Select(o => o.Code));
}
