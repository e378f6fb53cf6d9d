using CtgPortal.Application.Common;
using CtgPortal.Application.Suivi;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using FluentValidation;

namespace CtgPortal.Application.Tests.Suivi;

public sealed class SuiviTests(PostgresServer serveur)
{
    private static readonly DateOnly Hier = new(2026, 3, 11);

    [Fact]
    public async Task Ce_qui_est_dit_d_une_fiche_se_relit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var (fiche, places) = (t.Fiches[0].Id, t.Fiches[0].Indicateurs[0].Id);
        t.Application.Horloge.Advance(TimeSpan.FromHours(1));

        var revision = await t.EnvoyerAsync(new NoterAvancement.Command(t.Convention, fiche, 0, Avancement.Bloquee, "Le poste est vacant."));
        revision = await t.EnvoyerAsync(new AjouterNote.Command(t.Convention, fiche, revision, TypeNote.Frein, Hier, "Pas de candidat."));
        revision = await t.EnvoyerAsync(new ReleverIndicateur.Command(t.Convention, fiche, revision, places, Hier.AddYears(-1), 41, null, null));
        revision = await t.EnvoyerAsync(new ReleverIndicateur.Command(t.Convention, fiche, revision, places, Hier, 45.5m, "Deux crèches", "Caf"));

        var lu = (await t.EnvoyerAsync(new ConsulterSuiviFiche.Query(t.Convention, fiche)))!;
        Assert.Equal((revision, Avancement.Bloquee, "Le poste est vacant."), (lu.Revision, lu.Fiche.Avancement, lu.Fiche.Motif));
        Assert.Equal((TypeNote.Frein, "Pas de candidat.", "Camille Essai"), lu.Notes.Select(n => (n.Type, n.Texte, n.Auteur)).Single());
        Assert.Equal([41m, 45.5m], lu.Series[0].Releves.Select(r => r.Valeur!.Value));
        Assert.True(lu.PeutSuivre);
        Assert.Equal(45.5m, (await t.LireAsync(t.Fiches[0])).Indicateurs[0].Dernier!.Valeur);
        Assert.Equal(
            new[] { nameof(AvancementNote), nameof(NoteAjoutee), nameof(IndicateurReleve), nameof(IndicateurReleve) }.Order(),
            (await t.Application.JournalAsync(t.Convention)).TakeLast(4).Order());
    }

    [Fact]
    public async Task Un_releve_repris_le_meme_jour_remplace_le_premier()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var (fiche, places) = (t.Fiches[0].Id, t.Fiches[0].Indicateurs[0].Id);

        var revision = await t.EnvoyerAsync(new ReleverIndicateur.Command(t.Convention, fiche, 0, places, Hier, 41, null, null));
        await t.EnvoyerAsync(new ReleverIndicateur.Command(t.Convention, fiche, revision, places, Hier, 42, null, null));

        Assert.Equal(42, Assert.Single((await t.EnvoyerAsync(new ConsulterSuiviFiche.Query(t.Convention, fiche)))!.Series[0].Releves).Valeur);
    }

    [Fact]
    public async Task L_ensemble_compte_par_etat_et_par_axe_filtre_et_alerte()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi, axes: 2, orientations: 1, fiches: 2);
        await t.EnvoyerAsync(new NoterAvancement.Command(t.Convention, t.Fiches[0].Id, 0, Avancement.Bloquee, "Le poste est vacant."));
        await t.EnvoyerAsync(new NoterAvancement.Command(t.Convention, t.Fiches[1].Id, 0, Avancement.Realisee, null));
        await t.EnvoyerAsync(new AjouterNote.Command(t.Convention, t.Fiches[2].Id, 0, TypeNote.Reussite, Hier, "Le local est ouvert."));
        t.Application.Horloge.Advance(TimeSpan.FromDays(200));

        var lu = (await t.EnvoyerAsync(new ConsulterSuivi.Query(t.Convention)))!;
        var bloquees = (await t.EnvoyerAsync(new ConsulterSuivi.Query(t.Convention, Avancement.Bloquee)))!;
        var second = (await t.EnvoyerAsync(new ConsulterSuivi.Query(t.Convention, Axe: lu.Plan.Axes[1].Id)))!;

        Assert.Equal(Enum.GetValues<Avancement>(), lu.Ensemble.Select(c => c.Avancement));
        Assert.Equal([(Avancement.AVenir, 2), (Avancement.Realisee, 1), (Avancement.Bloquee, 1)], lu.Ensemble.Where(c => c.Fiches > 0).Select(c => (c.Avancement, c.Fiches)));
        Assert.Equal([2, 0], lu.ParAxe.Select(a => a.Comptages.Where(c => c.Avancement != Avancement.AVenir).Sum(c => c.Fiches)));
        Assert.Equal([t.Fiches[0].Id], bloquees.Fiches.Select(f => f.Fiche.Id));
        Assert.Equal([t.Fiches[2].Id, t.Fiches[3].Id], second.Fiches.Select(f => f.Fiche.Id));
        Assert.Equal(lu.Ensemble, bloquees.Ensemble);
        Assert.Equal(
            [
                (ConsulterSuivi.TypeAlerte.Bloquee, t.Fiches[0].Id), (ConsulterSuivi.TypeAlerte.Silencieuse, t.Fiches[0].Id),
                (ConsulterSuivi.TypeAlerte.Silencieuse, t.Fiches[2].Id), (ConsulterSuivi.TypeAlerte.Silencieuse, t.Fiches[3].Id),
            ],
            lu.Alertes.Select(a => (a.Type, a.Fiche.Id)));
        Assert.Equal("Le local est ouvert.", Assert.Single(lu.Notes).Texte);
    }

    [Fact]
    public async Task Une_echeance_depassee_est_une_alerte_jusqu_a_ce_que_l_action_soit_finie()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi, orientations: 1, fiches: 1);
        t.Application.Horloge.SetUtcNow(new DateTimeOffset(2028, 9, 1, 8, 0, 0, TimeSpan.Zero));

        Assert.Contains(await AlertesAsync(t), a => a == ConsulterSuivi.TypeAlerte.EcheanceDepassee);
        await t.EnvoyerAsync(new NoterAvancement.Command(t.Convention, t.Fiches[0].Id, 0, Avancement.Realisee, null));
        Assert.Empty(await AlertesAsync(t));
    }

    [Fact]
    public async Task Rien_ne_se_note_avant_la_signature()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() =>
            t.EnvoyerAsync(new NoterAvancement.Command(t.Convention, t.Fiches[0].Id, 0, Avancement.EnCours, null)));

        Assert.Equal([Obstacles.HorsSuivi], refus.Obstacles);
    }

    [Fact]
    public async Task Le_pilote_suit_sa_fiche_et_un_lecteur_n_en_suit_aucune()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var pilote = await t.PiloteAsync(t.Fiches[0]);
        var noter = new NoterAvancement.Command(t.Convention, t.Fiches[0].Id, 0, Avancement.EnCours, null);

        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(noter, t.Avec(Role.Lecteur)));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(noter with { Fiche = t.Fiches[1].Id }, pilote));
        Assert.Equal(1, await t.EnvoyerAsync(noter, pilote));
        Assert.True((await t.LireAsync(t.Fiches[0], pilote)).PeutSuivre);
        Assert.False((await t.LireAsync(t.Fiches[1], pilote)).PeutSuivre);
    }

    [Fact]
    public async Task Une_note_vide_est_dite_au_champ_et_une_revision_perimee_est_un_conflit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var fiche = t.Fiches[0].Id;

        var refus = await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(new AjouterNote.Command(t.Convention, fiche, 0, TypeNote.Note, Hier, "")));
        Assert.Equal(("Texte", "Écrivez la note."), refus.Errors.Select(e => (e.PropertyName, e.ErrorMessage)).Single());
        await t.EnvoyerAsync(new AjouterNote.Command(t.Convention, fiche, 0, TypeNote.Note, Hier, "Une note"));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(new AjouterNote.Command(t.Convention, fiche, 0, TypeNote.Note, Hier, "Une autre")));
    }

    private static async Task<IEnumerable<ConsulterSuivi.TypeAlerte>> AlertesAsync(PlanDeTest t) =>
        (await t.EnvoyerAsync(new ConsulterSuivi.Query(t.Convention)))!.Alertes.Select(a => a.Type).Where(a => a != ConsulterSuivi.TypeAlerte.Silencieuse);
}
