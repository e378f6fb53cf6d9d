using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Fins;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Fins;

public sealed class ActeDeFinTests
{
    private static readonly SaisieFin Denonciation = new(NatureFin.Denonciation, "CC des Trois Rivières", "Le conseil communautaire ne souhaite pas poursuivre.", new(2026, 3, 12), 3);

    [Fact]
    public void La_date_d_effet_suit_le_preavis_et_la_convention_vit_jusque_la()
    {
        var convention = Au(StatutConvention.EnSuivi);

        var acte = Un(convention);

        Assert.Equal((new DateOnly(2026, 6, 12), StatutFin.EnPreavis, StatutConvention.EnSuivi), (acte.EffetLe, acte.Statut, convention.Statut));
        Assert.Equal(
            new FinEnregistree(convention.Id, NatureFin.Denonciation, "CC des Trois Rivières", new(2026, 3, 12), new(2026, 6, 12), Maintenant), Assert.Single(acte.Events));
        Assert.Equal("fin-pas-echue", Code(() => acte.Appliquer(convention, Le(2026, 6, 11))));
        Assert.Equal(StatutConvention.EnSuivi, convention.Statut);

        acte.Appliquer(convention, Le(2026, 6, 12));
        Assert.Equal((StatutFin.Effective, StatutConvention.Resiliee), (acte.Statut, convention.Statut));
        Assert.Equal("fin-plus-retirable", Code(() => acte.Retirer("Trop tard.", Le(2026, 6, 13))));
        Assert.Equal("fin-pas-echue", Code(() => acte.Appliquer(convention, Le(2026, 6, 13))));
    }

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-03-12", 0, "2026-03-12")]
    public void Un_preavis_se_compte_de_quantieme_a_quantieme(string acte, int mois, string effet) =>
        Assert.Equal(Jour(effet), ActeDeFin.EffetDe(Jour(acte), mois));

    [Fact]
    public void Retire_avant_son_effet_il_laisse_sa_trace_et_la_convention_continue()
    {
        var convention = Au(StatutConvention.EnSuivi);
        var acte = Un(convention);

        Assert.Equal("motif-absent", Code(() => acte.Retirer(" ", Maintenant)));
        acte.Retirer("Un accord est trouvé.", Maintenant);

        Assert.Equal((StatutFin.Retiree, "Un accord est trouvé.", StatutConvention.EnSuivi), (acte.Statut, acte.MotifRetrait, convention.Statut));
        Assert.False(acte.EstEchu(new(2027, 1, 1)));
        Assert.Equal(new FinRetiree(convention.Id, NatureFin.Denonciation, "Un accord est trouvé.", Maintenant), acte.Events[^1]);
    }

    [Fact]
    public void Le_jour_de_l_effet_il_ne_se_retire_plus()
    {
        var acte = Un(Au(StatutConvention.EnSuivi));

        Assert.Equal("fin-plus-retirable", Code(() => acte.Retirer("Un accord est trouvé.", Le(2026, 6, 12))));
    }

    [Theory]
    [MemberData(nameof(Etapes))]
    public void Seule_une_convention_en_suivi_se_denonce(StatutConvention etape)
    {
        var convention = Au(etape);

        if (etape == StatutConvention.EnSuivi)
        {
            Assert.Equal(StatutFin.EnPreavis, Un(convention).Statut);
        }
        else
        {
            Assert.Equal("fin-hors-suivi", Code(() => Un(convention)));
        }
    }

    public static TheoryData<StatutConvention> Etapes => [.. Enum.GetValues<StatutConvention>()];

    public static TheoryData<string> Impossibles =>
        ["fin-deja-annoncee", "fin-partie-absente", "preavis-invalide", "fin-acte-futur", "fin-avant-signature", "fin-apres-terme", "motif-absent"];

    [Theory]
    [MemberData(nameof(Impossibles))]
    public void Un_acte_impossible_dit_pourquoi(string code)
    {
        var convention = Au(StatutConvention.EnSuivi);
        var saisie = code switch
        {
            "fin-partie-absente" => Denonciation with { Partie = "Une autre" },
            "preavis-invalide" => Denonciation with { PreavisMois = 25 },
            "fin-acte-futur" => Denonciation with { ActeLe = new(2026, 3, 13) },
            "fin-avant-signature" => Denonciation with { ActeLe = convention.SigneeLe!.Value.AddDays(-1) },
            "motif-absent" => Denonciation with { Motif = " " },
            _ => Denonciation,
        };
        var now = code == "fin-apres-terme" ? Le(2029, 11, 1) : Maintenant;
        saisie = code == "fin-apres-terme" ? saisie with { ActeLe = new(2029, 11, 1) } : saisie;

        Assert.Equal(code, Code(() => ActeDeFin.Enregistrer(convention, enPreavis: code == "fin-deja-annoncee", saisie, Lettre(convention), now)));
    }

    [Theory]
    [InlineData(NatureFin.CommunAccord)]
    [InlineData(NatureFin.ChangementDeLoi)]
    public void Ce_que_tous_font_ne_nomme_personne(NatureFin nature)
    {
        var convention = Au(StatutConvention.EnSuivi);

        Assert.Null(ActeDeFin.Enregistrer(convention, enPreavis: false, Denonciation with { Nature = nature, Partie = null }, Lettre(convention), Maintenant).Partie);
    }

    [Fact]
    public void Rien_ne_se_prepare_des_le_jour_de_l_effet()
    {
        ActeDeFin.ExigerEnVigueur(null, new(2026, 6, 12));
        ActeDeFin.ExigerEnVigueur(new(2026, 6, 13), new(2026, 6, 12));

        Assert.Equal("avenant-hors-suivi", Code(() => ActeDeFin.ExigerEnVigueur(new(2026, 6, 12), new(2026, 6, 12))));
    }

    private static ActeDeFin Un(Convention convention) => ActeDeFin.Enregistrer(convention, enPreavis: false, Denonciation, Lettre(convention), Maintenant);

    private static Piece Lettre(Convention convention) => Piece.Deposer(convention.Id, NaturePiece.ActeDeFin, "lettre.pdf", "application/pdf", [1], Maintenant);

    private static string Code(Action acte)
    {
        var codes = Assert.Throws<BusinessRuleException>(acte).Obstacles.Select(o => o.Code).ToList();
        return codes[0] == "motif-absent" || codes.Count == 1 ? codes[0] : string.Join(", ", codes);
    }

    private static DateOnly Jour(string jour) => DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Le(int annee, int mois, int jour) => new(annee, mois, jour, 9, 0, 0, TimeSpan.Zero);
}
