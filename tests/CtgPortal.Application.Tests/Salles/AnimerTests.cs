using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Application.Tests.Salles;

/// <summary>What those who lead the room do, alone or two at once.</summary>
public sealed class AnimerTests(PostgresServer serveur) : IAsyncLifetime
{
    private SalleDeTest _salle = null!;
    private string _jeton = "";

    public async ValueTask InitializeAsync()
    {
        _salle = await SalleDeTest.OuvrirAsync(serveur);
        _jeton = await _salle.EntrerAsync(organisation: "Csac");
    }

    public ValueTask DisposeAsync() => _salle.DisposeAsync();

    [Fact]
    public async Task De_deux_animateurs_qui_deplacent_la_meme_contribution_le_second_l_apprend()
    {
        var contribution = await _salle.PosterAsync(_jeton, "Une navette");
        var (bus, velo) = (await _salle.GrouperAsync("Bus"), await _salle.GrouperAsync("Vélo"));

        var issues = await Task.WhenAll(
            Deplacer(bus, _salle.Animatrice), Deplacer(velo, _salle.Collegue));

        Assert.Equal([false, true], issues.Order());
        var ici = Assert.Single((await _salle.TableauAsync()).Contributions);
        Assert.Equal((2, issues[0] ? bus.Value : velo.Value), (ici.Revision, ici.Groupe!.Value));

        async Task<bool> Deplacer(GroupeId vers, Infrastructure.Comptes.Personne par)
        {
            try
            {
                await _salle.App.EnvoyerAsync(new DeplacerContribution.Command(_salle.Convention, _salle.Id, new(contribution.Id), 1, vers), par);
                return true;
            }
            catch (ConcurrencyConflictException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task L_ordre_dans_un_groupe_se_change_et_chaque_ecran_le_lit_pareil()
    {
        var groupe = await _salle.GrouperAsync("Bus");
        var ids = new List<ContributionId>();
        foreach (var texte in (string[])["A", "B", "C"])
        {
            ids.Add(new((await _salle.PosterAsync(_jeton, texte)).Id));
            await PlacerAsync(ids[^1], groupe, null);
        }

        await PlacerAsync(ids[2], groupe, new(null));
        Assert.Equal("C A B", await OrdreAsync());
        await PlacerAsync(ids[2], groupe, new(ids[0]));
        Assert.Equal("A C B", await OrdreAsync());
        await PlacerAsync(ids[0], groupe, new(ids[1]));
        Assert.Equal("C B A", await OrdreAsync());
        await PlacerAsync(ids[1], null, new(null));

        Assert.Equal("C A", await OrdreAsync());
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => PlacerAsync(ids[2], groupe, new(ids[1])));
        Assert.Equal("repere-parti", Assert.Single(refus.Obstacles).Code);

        async Task PlacerAsync(ContributionId id, GroupeId? vers, DeplacerContribution.PlaceDansGroupe? place)
        {
            var revision = (await _salle.TableauAsync()).Contributions.Single(c => c.Id == id.Value).Revision;
            await _salle.App.EnvoyerAsync(new DeplacerContribution.Command(_salle.Convention, _salle.Id, id, revision, vers, place), _salle.Animatrice);
        }

        async Task<string> OrdreAsync() =>
            string.Join(' ', (await _salle.TableauAsync()).Contributions.Where(c => c.Groupe == groupe.Value).Select(c => c.Texte));
    }

    [Fact]
    public async Task Un_groupe_supprime_pendant_qu_on_y_range_ne_perd_rien()
    {
        var groupe = await _salle.GrouperAsync("Bus");
        var postees = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => _salle.PosterAsync(_jeton, $"Idée {i}")));

        await Task.WhenAll(
        [
            .. postees.Select(p => Ignorer(() => _salle.App.EnvoyerAsync(
                new DeplacerContribution.Command(_salle.Convention, _salle.Id, new(p.Id), 1, groupe), _salle.Collegue))),
            Ignorer(() => _salle.App.EnvoyerAsync(new RetirerGroupe.Command(_salle.Convention, _salle.Id, groupe, 1), _salle.Animatrice)),
        ]);

        var tableau = await _salle.TableauAsync();
        Assert.Equal(12, tableau.Contributions.Count);
        Assert.Empty(tableau.Groupes);
        Assert.All(tableau.Contributions, c => Assert.Null(c.Groupe));

        // a move that comes after finds no group: the person is told
        static async Task Ignorer(Func<Task> geste)
        {
            try
            {
                await geste();
            }
            catch (NotFoundException)
            {
            }
        }
    }

    [Fact]
    public async Task Fusionner_deplace_tout_et_supprime_le_premier()
    {
        var (bus, velo) = (await _salle.GrouperAsync("Bus"), await _salle.GrouperAsync("Vélo"));
        var une = await _salle.PosterAsync(_jeton, "Une navette");
        await _salle.App.EnvoyerAsync(new DeplacerContribution.Command(_salle.Convention, _salle.Id, new(une.Id), 1, bus), _salle.Animatrice);

        Assert.Equal(1, await _salle.App.EnvoyerAsync(new FusionnerGroupes.Command(_salle.Convention, _salle.Id, bus, 1, velo), _salle.Animatrice));

        var tableau = await _salle.TableauAsync();
        Assert.Equal("Vélo", Assert.Single(tableau.Groupes).Titre);
        Assert.Equal(velo.Value, Assert.Single(tableau.Contributions).Groupe);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => _salle.App.EnvoyerAsync(new RenommerGroupe.Command(_salle.Convention, _salle.Id, velo, 9, "Cycles"), _salle.Collegue));
        await _salle.App.EnvoyerAsync(new RenommerGroupe.Command(_salle.Convention, _salle.Id, velo, 1, "Cycles"), _salle.Collegue);
        Assert.Equal("Cycles", Assert.Single((await _salle.TableauAsync()).Groupes).Titre);
    }

    [Fact]
    public async Task Une_contribution_ecartee_n_est_plus_ni_au_mur_ni_dans_l_atelier_des_autres()
    {
        var (gardee, injure) = (await _salle.PosterAsync(_jeton, "Une navette"), await _salle.PosterAsync(_jeton, "Une injure"));
        var partenaire = ApplicationDeTest.Une(Role.Partenaire, _salle.Convention);

        await _salle.App.EnvoyerAsync(new EcarterContribution.Command(_salle.Convention, _salle.Id, new(injure.Id), 1), _salle.Animatrice);

        Assert.Equal(["Une navette"], (await _salle.TableauAsync()).PourLeMur().Contributions.Select(c => c.Texte));
        var dossier = await _salle.App.EnvoyerAsync(new ConsulterAtelier.Query(_salle.Convention, _salle.Id), partenaire);
        Assert.Equal(gardee.Id, Assert.Single(dossier!.Contributions).Id.Value);
        Assert.Contains("ContributionEcartee", await _salle.App.JournalAsync(_salle.Convention));
        Assert.Equal(EtatContribution.Ecartee, (await _salle.ParticipationAsync(_jeton))!.Moi!.Contributions.Single(c => c.Id == injure.Id).Etat);
    }

    [Fact]
    public async Task Une_pile_de_papier_recopiee_deux_fois_n_y_est_qu_une()
    {
        var commande = new TranscrireContributions.Command(_salle.Convention, _salle.Id, Guid.CreateVersion7(), NatureContribution.Menace, "Un bus\r\n\r\n  Un car \n");

        Assert.Equal(2, await _salle.App.EnvoyerAsync(commande, _salle.Animatrice));
        Assert.Equal(2, await _salle.App.EnvoyerAsync(commande, _salle.Animatrice));

        Assert.Equal(["Un bus", "Un car"], (await _salle.TableauAsync()).Contributions.Select(c => c.Texte));
        Assert.Single(await _salle.App.JournalAsync(_salle.Convention), t => t == "ContributionsTranscrites");
    }

    [Fact]
    public async Task Rouvrir_donne_un_autre_code_et_l_ancien_n_ouvre_plus_rien()
    {
        var ancien = _salle.Code;
        await _salle.FermerAsync();
        await _salle.App.EnvoyerAsync(new OuvrirSalle.Command(_salle.Convention, _salle.Id, (await _salle.TableauAsync()).Salle.Revision), _salle.Animatrice);

        Assert.NotEqual(ancien, (await _salle.TableauAsync()).Code);
        Assert.Null(await _salle.ParticipationAsync(_jeton));
    }

    [Fact]
    public async Task De_deux_animateurs_qui_changent_d_etape_le_second_l_apprend()
    {
        var revision = (await _salle.TableauAsync()).Salle.Revision;
        await _salle.App.EnvoyerAsync(new ChangerPhase.Command(_salle.Convention, _salle.Id, revision, PhaseSalle.Regroupement), _salle.Animatrice);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => _salle.App.EnvoyerAsync(new ChangerPhase.Command(_salle.Convention, _salle.Id, revision, PhaseSalle.Points), _salle.Collegue));
        Assert.Equal(PhaseSalle.Regroupement, (await _salle.TableauAsync()).Salle.Phase);
    }

    [Fact]
    public async Task L_atelier_d_une_autre_convention_ne_s_anime_pas()
    {
        var voisine = UneConvention.Au(StatutConvention.EnAteliers);
        await _salle.App.SauverAsync(voisine);
        var ailleurs = ApplicationDeTest.Une(Role.Coordination, voisine.Id);

        await Assert.ThrowsAsync<NotFoundException>(() => _salle.App.EnvoyerAsync(new ConsulterSalle.Query(_salle.Convention, _salle.Id), ailleurs));
        Assert.Null(await _salle.App.EnvoyerAsync(new ConsulterSalle.Query(voisine.Id, _salle.Id), ailleurs));
        await Assert.ThrowsAsync<NotFoundException>(() => _salle.App.EnvoyerAsync(new FermerSalle.Command(voisine.Id, _salle.Id, 2), ailleurs));
    }

    [Fact]
    public async Task Rien_n_est_annonce_de_ce_qui_n_est_pas_garde_et_ce_qui_l_est_l_est_sans_texte()
    {
        var entendues = new List<string>();
        await using var ecoute = new NpgsqlConnection(await _salle.App.LireAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));
        ecoute.Notification += (_, n) => entendues.Add(n.Payload);
        await ecoute.OpenAsync(TestContext.Current.CancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Annonces.Canal}", ecoute))
        {
            await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAsync<BusinessRuleException>(() => _salle.PosterAsync(_jeton, "\0"));
        var contribution = await _salle.PosterAsync(_jeton, "Une navette");
        await ecoute.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal([$"{_salle.Id.Value} {contribution.Id}"], entendues);
    }

    /// <summary>What the migration does for contributions that were there before rooms.</summary>
    [Fact]
    public async Task Une_contribution_d_avant_est_visible_et_datee_par_son_identifiant()
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
        var ligne = await _salle.App.LireAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO contributions (id, atelier_id, nature, texte, rang, etat, revision, postee_le) VALUES ({id}, {_salle.Id.Value}, 'Force', 'Avant', 1, '', 0, '-infinity')");
            await db.Database.ExecuteSqlRawAsync(Infrastructure.Persistence.Configurations.SalleSql.ReprendreContributions);
            return await db.Contributions.SingleAsync(c => c.Id == ContributionId.From(id));
        });

        Assert.Equal((EtatContribution.Visible, 1, new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero)), (ligne.Etat, ligne.Revision, ligne.PosteeLe));
    }
}
