using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;
using static CtgPortal.TestSupport.Builders.UnPlan;

namespace CtgPortal.Domain.Tests.Suivi;

public sealed class SuiviFicheTests
{
    private static readonly DateOnly Hier = new(2026, 3, 11);

    private static readonly FicheAction Fiche = UneFiche.Complete();

    private static readonly Dictionary<string, Action<SuiviFiche, StatutConvention>> Gestes = new()
    {
        ["NoterAvancement"] = (s, e) => s.NoterAvancement(Avancement.EnCours, null, e, Maintenant),
        ["AjouterNote"] = (s, e) => s.AjouterNote(TypeNote.Levier, Hier, "Un élu porte l’action.", "Claire Morel", e, Maintenant),
        ["Relever"] = (s, e) => s.Relever(Fiche, Fiche.Indicateurs[0].Id, Hier, 45, null, null, e, Maintenant),
    };

    public static MatrixTheoryData<string, StatutConvention> HorsSuivi => new(Gestes.Keys, Enum.GetValues<StatutConvention>().Except([EnSuivi]));

    [Theory, MemberData(nameof(HorsSuivi))]
    public void Rien_ne_se_suit_avant_la_signature_ni_apres_la_fin(string geste, StatutConvention etape)
    {
        var suivi = UnSuivi.Neuf(Fiche);

        var refus = Assert.Throws<BusinessRuleException>(() => Gestes[geste](suivi, etape));

        Assert.Equal([Obstacles.HorsSuivi], refus.Obstacles);
        Assert.Equal(0, suivi.Revision);
    }

    [Theory]
    [InlineData("NoterAvancement", typeof(AvancementNote))]
    [InlineData("AjouterNote", typeof(NoteAjoutee))]
    [InlineData("Relever", typeof(IndicateurReleve))]
    public void Pendant_le_suivi_chaque_geste_est_raconte_et_date(string geste, Type fait)
    {
        var suivi = UnSuivi.Neuf(Fiche);

        Gestes[geste](suivi, EnSuivi);

        Assert.IsType(fait, Assert.Single(suivi.Events));
        Assert.Equal(Maintenant, suivi.AJourLe);
        Assert.Equal(1, suivi.Revision);
    }

    [Fact]
    public void Un_suivi_neuf_est_a_venir_et_muet()
    {
        var suivi = UnSuivi.Neuf(Fiche);

        Assert.Equal((Avancement.AVenir, null, null), (suivi.Avancement, suivi.Motif, suivi.AJourLe));
        Assert.Equal((Fiche.Id, Fiche.ConventionId), (suivi.FicheActionId, suivi.ConventionId));
    }

    public static TheoryData<Avancement> TousLesAvancements => [.. Enum.GetValues<Avancement>()];

    [Theory, MemberData(nameof(TousLesAvancements))]
    public void Bloquer_mettre_en_pause_et_abandonner_demandent_un_motif(Avancement avancement)
    {
        var suivi = UnSuivi.Neuf();
        var exige = avancement is Avancement.Bloquee or Avancement.EnPause or Avancement.Abandonnee;

        var refus = Record.Exception(() => suivi.NoterAvancement(avancement, "  ", EnSuivi, Maintenant)) as BusinessRuleException;

        Assert.Equal(exige ? ["motif-absent"] : null, refus?.Obstacles.Select(o => o.Code));
        suivi.NoterAvancement(avancement, "Le poste est vacant.", EnSuivi, Maintenant);
        Assert.Equal((avancement, "Le poste est vacant."), (suivi.Avancement, suivi.Motif));
    }

    [Fact]
    public void Redire_le_meme_avancement_ne_raconte_rien()
    {
        var suivi = UnSuivi.Au(Avancement.Bloquee);

        suivi.NoterAvancement(Avancement.Bloquee, "Le poste est vacant.", EnSuivi, Maintenant);

        Assert.Equal(1, suivi.Revision);
    }

    [Fact]
    public void Le_journal_garde_l_avancement_d_avant()
    {
        var suivi = UnSuivi.Au(Avancement.Bloquee);

        suivi.NoterAvancement(Avancement.EnCours, null, EnSuivi, Maintenant);

        Assert.Equal(
            [new("avancement", "Bloquee", "EnCours"), new("motif", "Le poste est vacant.", null)],
            Assert.IsType<AvancementNote>(suivi.Events[^1]).Changements);
    }

    [Theory]
    [InlineData("date-future", 2026, 3, 13)]
    [InlineData("date-invalide", 1999, 12, 31)]
    public void Une_date_future_ou_absurde_est_refusee(string code, int annee, int mois, int jour)
    {
        var suivi = UnSuivi.Neuf(Fiche);
        var le = new DateOnly(annee, mois, jour);

        Assert.Equal(code, Refus(() => suivi.AjouterNote(TypeNote.Frein, le, "Un frein", "Claire Morel", EnSuivi, Maintenant)));
        Assert.Equal(code, Refus(() => suivi.Relever(Fiche, Fiche.Indicateurs[0].Id, le, 1, null, null, EnSuivi, Maintenant)));
    }

    [Fact]
    public void Le_jour_est_celui_de_la_France()
    {
        var peuApresMinuit = new DateTimeOffset(2026, 3, 12, 23, 30, 0, TimeSpan.Zero);
        var suivi = UnSuivi.Neuf(Fiche);

        suivi.AjouterNote(TypeNote.Note, new DateOnly(2026, 3, 13), "À Paris, nous sommes déjà le 13.", "Claire Morel", EnSuivi, peuApresMinuit);

        Assert.Single(suivi.Notes);
    }

    [Fact]
    public void Les_notes_viennent_de_la_plus_recente_a_la_plus_ancienne()
    {
        var suivi = UnSuivi.Neuf();
        foreach (var jour in new[] { 3, 11, 7 })
        {
            suivi.AjouterNote(TypeNote.Note, new DateOnly(2026, 3, jour), $"Note du {jour}", "Claire Morel", EnSuivi, Maintenant);
        }

        Assert.Equal(["Note du 11", "Note du 7", "Note du 3"], suivi.Notes.Select(n => n.Texte));
    }

    [Fact]
    public void Une_note_vide_est_refusee() =>
        Assert.Equal("note-absent", Refus(() => UnSuivi.Neuf().AjouterNote(TypeNote.Note, Hier, " ", "Claire Morel", EnSuivi, Maintenant)));

    [Fact]
    public void Un_releve_du_meme_jour_remplace_le_precedent_et_le_journal_garde_les_deux()
    {
        var suivi = UnSuivi.Neuf(Fiche);
        var places = Fiche.Indicateurs[0].Id;
        suivi.Relever(Fiche, places, Hier, 45, null, "Caf", EnSuivi, Maintenant);

        suivi.Relever(Fiche, places, Hier, 46, null, "Caf", EnSuivi, Maintenant);

        Assert.Equal(46, Assert.Single(suivi.Releves).Valeur);
        Assert.Equal([new("releve", "2026-03-11 | 45 | Caf", "2026-03-11 | 46 | Caf")], suivi.Events[^1].Changements);
    }

    [Fact]
    public void Redire_le_meme_releve_ne_raconte_rien()
    {
        var suivi = UnSuivi.Neuf(Fiche);
        suivi.Relever(Fiche, Fiche.Indicateurs[0].Id, Hier, 45.50m, null, null, EnSuivi, Maintenant);

        suivi.Relever(Fiche, Fiche.Indicateurs[0].Id, Hier, 45.5m, null, null, EnSuivi, Maintenant);

        Assert.Equal(1, suivi.Revision);
    }

    [Fact]
    public void Un_indicateur_quantitatif_se_releve_par_un_nombre_un_qualitatif_par_des_mots()
    {
        var suivi = UnSuivi.Neuf(Fiche);
        var (places, satisfaction) = (Fiche.Indicateurs[0].Id, Fiche.Indicateurs[1].Id);

        Assert.Equal("valeur-absente", Refus(() => suivi.Relever(Fiche, places, Hier, null, "En hausse", null, EnSuivi, Maintenant)));
        Assert.Equal("releve-vide", Refus(() => suivi.Relever(Fiche, satisfaction, Hier, null, " ", null, EnSuivi, Maintenant)));
        suivi.Relever(Fiche, satisfaction, Hier, null, "Les familles sont satisfaites.", null, EnSuivi, Maintenant);
        Assert.Equal("Les familles sont satisfaites.", Assert.Single(suivi.Releves).Commentaire);
    }

    [Fact]
    public void Un_indicateur_d_une_autre_fiche_est_inconnu() =>
        Assert.Equal("indicateur-inconnu", Refus(() => UnSuivi.Neuf(Fiche).Relever(Fiche, IndicateurFicheId.New(), Hier, 1, null, null, EnSuivi, Maintenant)));

    [Theory]
    [InlineData(Avancement.EnCours, "2025-09-11", true)]
    [InlineData(Avancement.EnCours, "2025-09-12", false)]
    [InlineData(Avancement.EnContinu, "2025-09-11", true)]
    [InlineData(Avancement.AVenir, "2025-09-11", true)]
    [InlineData(Avancement.Realisee, "2020-01-01", false)]
    [InlineData(Avancement.Abandonnee, "2020-01-01", false)]
    public void Six_mois_sans_un_mot_sont_un_silence(Avancement avancement, string dernier, bool silence)
    {
        var jour = DateOnly.Parse(dernier, System.Globalization.CultureInfo.InvariantCulture);
        var dit = new DateTimeOffset(jour, new TimeOnly(12, 0), TimeSpan.Zero);

        Assert.Equal(silence, SuiviFiche.EstSilencieux(avancement, dit, null, Maintenant));
        Assert.Equal(silence, SuiviFiche.EstSilencieux(avancement, null, jour, Maintenant));
    }

    private static string Refus(Action geste) => Assert.Single(Assert.Throws<BusinessRuleException>(geste).Obstacles).Code;
}
