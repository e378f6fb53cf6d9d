using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Ateliers;

public sealed class PreparationTests
{
    private static readonly DateTimeOffset Now = UnAtelier.Le.AddDays(1);

    private static readonly SaisieEtape[] Etapes =
        [new(null, "Accueil", 15, null, null), new(null, "Tables", 90, "Csac", "Trois tables"), new(null, "Priorités", 45, null, null)];

    [Fact]
    public void Les_heures_de_l_agenda_suivent_les_durees()
    {
        var atelier = UnAtelier.Prevu();
        atelier.Decrire(atelier.Description with { Heure = new(9, 0) }, EnAteliers, Now);
        atelier.DefinirAgenda(Etapes, EnAteliers, Now);

        var deroule = EtapeHoraire.Derouler(atelier.Agenda, atelier.Description.Heure);

        Assert.Equal([new TimeOnly(9, 0), new TimeOnly(9, 15), new TimeOnly(10, 45)], deroule.Select(e => e.Debut!.Value));
        Assert.Equal([0, 15, 105], deroule.Select(e => e.Depuis));
        Assert.Equal((150, new TimeOnly(11, 30)), (atelier.DureeTotale, atelier.HeureDeFin!.Value));
    }

    [Fact]
    public void L_heure_de_fin_annoncee_l_emporte_et_suit_le_debut()
    {
        var atelier = UnAtelier.Prevu();
        atelier.DefinirAgenda(Etapes, EnAteliers, Now);
        atelier.Decrire(atelier.Description with { Heure = new(9, 0), HeureFin = new(12, 0) }, EnAteliers, Now);

        Assert.Equal(new TimeOnly(12, 0), atelier.HeureDeFin);
        Assert.Equal("heure-fin-invalide", Code(() => atelier.Decrire(atelier.Description with { HeureFin = new(9, 0) }, EnAteliers, Now)));
        Assert.Equal("heure-fin-invalide", Code(() => atelier.Decrire(atelier.Description with { Heure = null }, EnAteliers, Now)));
    }

    [Fact]
    public void Une_etape_deplacee_garde_son_identite_et_le_journal_ne_dit_pas_qui_anime()
    {
        var atelier = UnAtelier.Prevu();
        atelier.DefinirAgenda(Etapes, EnAteliers, Now);
        var ids = atelier.Agenda.Select(e => e.Id).ToList();
        atelier.ClearEvents();

        atelier.DefinirAgenda(
            [.. atelier.Agenda.Reverse().Select(e => new SaisieEtape(e.Id, e.Intitule, e.Duree, "Madame Untel", e.Note))], EnAteliers, Now);

        Assert.Equal([ids[2], ids[1], ids[0]], atelier.Agenda.Select(e => e.Id));
        var changement = Assert.Single(Assert.IsType<AgendaDefini>(Assert.Single(atelier.Events)).Changements);
        Assert.Equal(new("agenda", "Accueil (15 min) ; Tables (90 min) ; Priorités (45 min)", "Priorités (45 min) ; Tables (90 min) ; Accueil (15 min)"), changement);
    }

    [Fact]
    public void Un_agenda_repris_tel_quel_n_est_pas_un_fait()
    {
        var atelier = UnAtelier.Prevu();
        atelier.DefinirAgenda(Etapes, EnAteliers, Now);
        atelier.ClearEvents();

        atelier.DefinirAgenda([.. atelier.Agenda.Select(e => new SaisieEtape(e.Id, e.Intitule, e.Duree, e.Animateur, e.Note))], EnAteliers, Now);

        Assert.Empty(atelier.Events);
    }

    [Theory]
    [InlineData(0, "duree-invalide")]
    [InlineData(EtapeAgenda.DureeMax + 1, "duree-invalide")]
    public void Une_etape_a_une_duree_plausible(int duree, string code) =>
        Assert.Equal(code, Code(() => UnAtelier.Prevu().DefinirAgenda([new(null, "Accueil", duree, null, null)], EnAteliers, Now)));

    [Fact]
    public void Un_agenda_ne_deborde_pas()
    {
        var longue = new SaisieEtape(null, "Tables", EtapeAgenda.DureeMax, null, null);

        Assert.Equal("agenda-trop-long", Code(() => UnAtelier.Prevu().DefinirAgenda([longue, longue], EnAteliers, Now)));
        Assert.Equal(
            "agenda-trop-long",
            Code(() => UnAtelier.Prevu().DefinirAgenda([.. Enumerable.Repeat(longue with { Duree = 1 }, EtapeAgenda.EtapesMax + 1)], EnAteliers, Now)));
    }

    [Fact]
    public void Un_partage_ajoute_puis_retire_est_dit_dans_les_deux_histoires()
    {
        var (ici, autre) = (ConventionId.New(), ConventionId.New());
        var atelier = UnAtelier.Prevu(null, ici);

        atelier.Partager(autre, "CC voisine", new(EnAteliers, [EnDiagnostic]), Now);
        Assert.Equal("deja-partage", Code(() => atelier.Partager(autre, "CC voisine", new(EnAteliers, [EnDiagnostic]), Now)));
        atelier.RetirerDuPartage(autre, "CC voisine", new(EnAteliers, [EnDiagnostic]), Now);

        Assert.All(atelier.Events, f => Assert.Equal([ici, autre], f.Conventions));
        Assert.Equal(["AtelierPartage", "AtelierRetireDuPartage"], atelier.Events.Select(f => f.GetType().Name));
        Assert.Equal("partage-inconnu", Code(() => atelier.RetirerDuPartage(autre, "CC voisine", EnAteliers, Now)));
        Assert.Equal("convention-absente", Code(() => atelier.RetirerDuPartage(ici, "CC", EnAteliers, Now)));
    }

    [Fact]
    public void Ne_se_partage_pas_avec_un_texte_fige() => Assert.Equal(
        "atelier-partage-fige",
        Code(() => UnAtelier.Prevu().Partager(ConventionId.New(), "CC signée", new(EnAteliers, [EnSignature]), Now)));

    [Fact]
    public void Le_nom_de_la_serie_change_meme_dans_un_atelier_clos_mais_pas_fige()
    {
        var (clos, _) = UnAtelier.Clos();

        clos.RenommerSerie(" Cycle 2026 ", EnAteliers, Now);

        Assert.Equal("Cycle 2026", clos.Description.Serie);
        Assert.Equal([new Changement("serie", "À la croisée des regards", "Cycle 2026")], Assert.Single(clos.Events).Changements);
        Assert.Equal("texte-fige", Code(() => clos.RenommerSerie("Autre", EnSignature, Now)));
        Assert.Equal("serie-absent", Code(() => clos.RenommerSerie(" ", EnAteliers, Now)));
    }

    [Fact]
    public void Un_atelier_annule_ne_change_plus_et_se_rouvre()
    {
        var atelier = UnAtelier.Prevu();

        Assert.Equal("motif-absent", Code(() => atelier.Annuler(" ", EnAteliers, Now)));
        atelier.Annuler("Neige", EnAteliers, Now);

        Assert.Equal(("Neige", StatutAtelier.Annule), (Assert.IsType<AtelierAnnule>(Assert.Single(atelier.Events)).Motif, atelier.Statut));
        Assert.Equal("atelier-annule", Code(() => atelier.Annuler("Encore", EnAteliers, Now)));
        Assert.Equal("atelier-annule", Code(() => atelier.DefinirAgenda(Etapes, EnAteliers, Now)));
        atelier.Rouvrir("Dégel", EnAteliers, Now);
        Assert.Equal(StatutAtelier.Prevu, atelier.Statut);
    }

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
