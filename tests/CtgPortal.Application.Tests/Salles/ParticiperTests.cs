using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Salles;

/// <summary>What participants do at once, on a real database.</summary>
public sealed class ParticiperTests(PostgresServer serveur) : IAsyncLifetime
{
    private SalleDeTest _salle = null!;

    public async ValueTask InitializeAsync() => _salle = await SalleDeTest.OuvrirAsync(serveur);

    public ValueTask DisposeAsync() => _salle.DisposeAsync();

    [Fact]
    public async Task Cent_cinquante_telephones_qui_renvoient_tout_deux_fois_donnent_cent_cinquante_contributions()
    {
        var jetons = await _salle.EntrerAsync(150);

        await Task.WhenAll(jetons.Select((jeton, i) =>
        {
            var id = Guid.CreateVersion7();
            return Task.WhenAll(_salle.PosterAsync(jeton, $"Idée {i}", id), _salle.PosterAsync(jeton, $"Idée {i}", id));
        }));

        var tableau = await _salle.TableauAsync();
        Assert.Equal(150, tableau.Participants);
        Assert.Equal(Enumerable.Range(0, 150).Select(i => $"Idée {i}").Order(), tableau.Contributions.Select(c => c.Texte).Order());
        Assert.DoesNotContain("ContributionRecueillie", await _salle.App.JournalAsync(_salle.Convention));
    }

    [Fact]
    public async Task Le_compte_dit_a_la_fermeture_est_exact_meme_quand_on_poste_au_meme_moment()
    {
        var jetons = await _salle.EntrerAsync(40);
        var revision = (await _salle.TableauAsync()).Salle.Revision;

        var envois = jetons.Select(async jeton =>
        {
            try
            {
                await _salle.PosterAsync(jeton, "Juste à temps ?");
                return 1;
            }
            catch (NotFoundException)
            {
                return 0;
            }
        }).ToList();
        var bilan = await _salle.App.EnvoyerAsync(new FermerSalle.Command(_salle.Convention, _salle.Id, revision), _salle.Animatrice);
        var gardees = (await Task.WhenAll(envois)).Sum();

        Assert.Equal(gardees, bilan.Contributions);
        Assert.Equal(gardees, await _salle.App.LireAsync(db => db.Contributions.CountAsync()));
        Assert.Equal(["SalleOuverte", "SalleFermee"], (await _salle.App.JournalAsync(_salle.Convention)).Where(t => t.StartsWith("Salle", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Une_fois_fermee_elle_ne_prend_plus_rien_mais_reconnait_ce_qu_elle_a_garde()
    {
        var jeton = await _salle.EntrerAsync("Camille", "Csac");
        var id = Guid.CreateVersion7();
        await _salle.PosterAsync(jeton, "Une navette", id);
        await _salle.FermerAsync();

        Assert.Equal(id, (await _salle.PosterAsync(jeton, "Une navette", id)).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => _salle.PosterAsync(jeton, "Trop tard"));
        await Assert.ThrowsAsync<NotFoundException>(() => _salle.EntrerAsync());
        Assert.Null(await _salle.ParticipationAsync(jeton));
        var participant = await _salle.App.LireAsync(db => db.ParticipantsSalle.SingleAsync());
        Assert.Equal(("Csac", null), (participant.Organisation, participant.Prenom));
    }

    [Fact]
    public async Task Clore_l_atelier_ferme_sa_salle()
    {
        var revision = await _salle.App.LireAsync(db => db.Ateliers.Select(a => a.Revision).SingleAsync());

        await _salle.App.EnvoyerAsync(new CloreAtelier.Command(_salle.Convention, _salle.Id, revision, null), _salle.Animatrice);

        Assert.Null((await _salle.TableauAsync()).Code);
        Assert.Equal(["SalleFermee", "AtelierClos"], (await _salle.App.JournalAsync(_salle.Convention)).TakeLast(2).OrderDescending());
    }

    [Fact]
    public async Task Le_meme_identifiant_ne_cache_pas_un_autre_texte_ni_une_autre_personne()
    {
        var (une, autre) = (await _salle.EntrerAsync(), await _salle.EntrerAsync());
        var id = Guid.CreateVersion7();
        await _salle.PosterAsync(une, "Une navette", id);

        Assert.Equal("contribution-differente", await CodeAsync(() => _salle.PosterAsync(une, "Un bus", id)));
        Assert.Equal("contribution-differente", await CodeAsync(() => _salle.PosterAsync(autre, "Une navette", id)));
        await Assert.ThrowsAsync<NotFoundException>(() => _salle.PosterAsync("inconnu", "Une navette"));
        Assert.Equal(1, await _salle.App.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task Un_participant_emballe_s_arrete_a_cent_et_ne_gene_pas_les_autres()
    {
        var (emballe, autre) = (await _salle.EntrerAsync(), await _salle.EntrerAsync());

        var refus = 0;
        await Task.WhenAll(Enumerable.Range(0, 110).Select(async i =>
        {
            try
            {
                await _salle.PosterAsync(emballe, $"Encore {i}");
            }
            catch (BusinessRuleException e) when (e.Obstacles[0].Code == "participant-trop-bavard")
            {
                Interlocked.Increment(ref refus);
            }
        }));
        await _salle.PosterAsync(autre, "Une navette");

        Assert.Equal(10, refus);
        Assert.Equal(Contribution.ParParticipantMax + 1, await _salle.App.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task Les_points_de_cent_cinquante_bulletins_envoyes_de_deux_fenetres_sont_exacts()
    {
        var jetons = await _salle.EntrerAsync(150);
        var (a, b) = ((await _salle.GrouperAsync("Bus")).Value, (await _salle.GrouperAsync("Vélo")).Value);
        await _salle.PasserAAsync(PhaseSalle.Points);

        // two windows of one participant give five points each to one subject: one of the two bulletins counts, whole
        await Task.WhenAll(jetons.SelectMany(j => new[] { _salle.DonnerAsync(j, 1, (a, 5)), _salle.DonnerAsync(j, 1, (b, 5)) }));

        var points = (await _salle.TableauAsync()).Points;
        Assert.Equal((750, 150), (points.Total, points.Bulletins));
        Assert.Equal(750, points.ParSujet.Values.Sum());
        Assert.All(points.ParSujet.Values, n => Assert.Equal(0, n % 5));
        Assert.Equal(150, await _salle.App.LireAsync(db => db.Bulletins.CountAsync()));
    }

    [Fact]
    public async Task Les_points_se_donnent_aux_sujets_de_la_salle_et_les_resultats_attendent_la_fin()
    {
        var jeton = await _salle.EntrerAsync();
        var (libre, rangee) = (await _salle.PosterAsync(jeton, "Libre"), await _salle.PosterAsync(jeton, "Rangée"));
        var groupe = await _salle.GrouperAsync("Bus");
        await _salle.App.EnvoyerAsync(new DeplacerContribution.Command(_salle.Convention, _salle.Id, new(rangee.Id), 1, groupe), _salle.Animatrice);
        await _salle.PasserAAsync(PhaseSalle.Points);

        await _salle.DonnerAsync(jeton, 1, (groupe.Value, 3), (libre.Id, 2));
        Assert.Equal("sujet-inconnu", await CodeAsync(() => _salle.DonnerAsync(jeton, 1, (rangee.Id, 1))));
        Assert.Equal("points-trop-nombreux", await CodeAsync(() => _salle.DonnerAsync(jeton, 1, (groupe.Value, 4), (libre.Id, 2))));

        var pendant = (await _salle.ParticipationAsync(jeton))!;
        Assert.Equal(["Bus", "Libre"], pendant.Tous.Sujets.Select(s => s.Titre));
        Assert.All(pendant.Tous.Sujets, s => Assert.Null(s.Points));
        Assert.Equal(5, pendant.Moi!.Points.Values.Sum());
        await _salle.PasserAAsync(PhaseSalle.Restitution);
        Assert.Equal([3, 2], (await _salle.ParticipationAsync(jeton))!.Tous.Sujets.Select(s => s.Points!.Value));

        await _salle.PasserAAsync(PhaseSalle.Regroupement);
        Assert.Equal(0, (await _salle.TableauAsync()).Points.Total);
        Assert.Equal("points-fermes", await CodeAsync(() => _salle.DonnerAsync(jeton, 1, (libre.Id, 1))));
    }

    [Fact]
    public async Task L_etat_se_lit_avec_autant_de_commandes_SQL_quelle_que_soit_la_salle()
    {
        var jeton = await _salle.EntrerAsync();
        await _salle.PosterAsync(jeton, "Une");
        var (peu, tableau) = (await LireAsync(), await AnimerAsync());
        foreach (var i in Enumerable.Range(0, 30))
        {
            await _salle.PosterAsync(jeton, $"Encore {i}");
            await _salle.GrouperAsync($"Groupe {i}");
        }

        Assert.Equal((peu, tableau), (await LireAsync(), await AnimerAsync()));
        Assert.InRange(peu, 1, 6);
        Assert.InRange(tableau, 1, 14);

        Task<int> LireAsync() => _salle.App.Sql.CompterAsync(() => _salle.ParticipationAsync(jeton));
        Task<int> AnimerAsync() => _salle.App.Sql.CompterAsync(
            () => _salle.App.EnvoyerAsync(new ConsulterSalle.Query(_salle.Convention, _salle.Id), _salle.Animatrice));
    }

    private static async Task<string> CodeAsync<T>(Func<Task<T>> geste) =>
        Assert.Single((await Assert.ThrowsAsync<BusinessRuleException>(geste)).Obstacles).Code;
}
