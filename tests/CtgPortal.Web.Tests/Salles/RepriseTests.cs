using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Web.Tests.Salles;

/// <summary>A workshop goes on when its server restarts, when the database cuts the line, and when there are two servers.</summary>
public sealed class RepriseTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Resynchroniser = "resynchroniser";

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnAteliers);
    private readonly List<PortailDeTest> _ouverts = [];
    private readonly CookieContainer _poche = new();
    private string _base = "";
    private Atelier _atelier = null!;
    private PortailDeTest _portail = null!;
    private CookieContainer _animatrice = null!;

    public async ValueTask InitializeAsync()
    {
        _base = await serveur.CreateDatabaseAsync();
        _portail = Demarrer();
        _atelier = UnAtelier.Prevu(null, _convention.Id);
        await _portail.SauverAsync(_convention, _atelier, UneSalle.Ouverte(_atelier));
        _animatrice = await _portail.EntrerAsync(
            "Camille", "Essai", "camille@demo.test", new Habilitation(Role.Coordination, Portee.Convention, _convention.Id.Value.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portail in _ouverts)
        {
            await portail.DisposeAsync();
        }
    }

    private string Etat => $"/conventions/{_convention.Id.Value}/ateliers/{_atelier.Id.Value}/salle?handler=Etat";

    [Fact]
    public async Task Le_serveur_redemarre_et_rien_n_est_perdu_ni_double()
    {
        await using var mur = await Mur.OuvrirAsync(this);
        var telephone = _portail.Revenir(_poche);
        await DansLaSalle.EntrerAsync(telephone);
        var jeton = await DansLaSalle.JetonAsync(telephone);
        var (recue, sansReponse, enAttente) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.OK, (await DansLaSalle.PosterAsync(telephone, jeton, recue, "Reçue")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DansLaSalle.PosterAsync(telephone, jeton, sansReponse, "Reçue, mais la réponse s’est perdue")).StatusCode);
        await mur.VoirAsync("Reçue, mais la réponse s’est perdue");

        _ouverts.Remove(_portail);
        await _portail.DisposeAsync();
        await mur.CoupeAsync();
        _portail = Demarrer();

        // the page is the one opened before: its token, its cookies and its ids still hold
        telephone = _portail.Revenir(_poche);
        foreach (var (id, texte) in new[] { (sansReponse, "Reçue, mais la réponse s’est perdue"), (enAttente, "Écrite pendant l’arrêt") })
        {
            Assert.Equal(HttpStatusCode.OK, (await DansLaSalle.PosterAsync(telephone, jeton, id, texte)).StatusCode);
        }

        await mur.RevenirAsync();
        await mur.VoirAsync("Écrite pendant l’arrêt");
        Assert.Equal(3, mur.Vues.Count);
        await DansLaSalle.PosterAsync(telephone, "Après");
        await mur.VoirAsync("Après");
        Assert.Equivalent(
            new[] { recue, sansReponse, enAttente },
            await _portail.LireAsync(db => db.Contributions.Where(c => c.Texte != "Après").Select(c => c.Id.Value).ToListAsync()),
            strict: true);
        Assert.Equal(1, await _portail.LireAsync(db => db.ParticipantsSalle.CountAsync()));
    }

    [Fact]
    public async Task L_ecoute_coupee_par_la_base_reprend_et_les_ecrans_relisent_tout()
    {
        await using var mur = await Mur.OuvrirAsync(this);
        var telephone = _portail.Revenir(_poche);
        await DansLaSalle.EntrerAsync(telephone);
        await DansLaSalle.PosterAsync(telephone, "Avant la coupure");
        await mur.VoirAsync("Avant la coupure");

        Assert.Equal(1, await CouperLEcouteAsync());

        await mur.EntendreAsync(Resynchroniser);
        await DansLaSalle.PosterAsync(telephone, "Après la coupure");
        await mur.RecevoirAsync("Après la coupure");
    }

    [Fact]
    public async Task Ce_qui_est_poste_sur_une_instance_arrive_aux_ecrans_de_l_autre()
    {
        await using var mur = await Mur.OuvrirAsync(this);
        var telephone = Demarrer().Revenir(_poche);
        await DansLaSalle.EntrerAsync(telephone);
        await DansLaSalle.PosterAsync(telephone, "Depuis l’autre");
        await mur.VoirAsync("Depuis l’autre");

        // by now the screen hears for sure: nothing is read again
        await DansLaSalle.PosterAsync(telephone, "En direct");

        await mur.RecevoirAsync("En direct");
    }

    private PortailDeTest Demarrer()
    {
        var portail = PortailDeTest.Sur(_base, UneConvention.Maintenant);
        _ouverts.Add(portail);
        return portail;
    }

    private async Task<int> CouperLEcouteAsync()
    {
        await using var connexion = new NpgsqlConnection(_base);
        await connexion.OpenAsync(TestContext.Current.CancellationToken);
        await using var commande = new NpgsqlCommand(
            "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ctg-salles'",
            connexion);
        return Convert.ToInt32(await commande.ExecuteScalarAsync(TestContext.Current.CancellationToken), null);
    }

    /// <summary>A wall as its script lives: it hears what is new, and reads the whole again when told to.</summary>
    private sealed class Mur : IAsyncDisposable
    {
        private readonly RepriseTests _tests;
        private readonly HubConnection _canal;
        private readonly Channel<(string Quoi, JsonNode? Corps)> _entendu = Channel.CreateUnbounded<(string, JsonNode?)>();
        private readonly TaskCompletionSource _coupe = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Mur(RepriseTests tests, string cookies)
        {
            _tests = tests;
            _canal = DansLaSalle.Canal(() => tests._portail, cookies);
            _canal.On<JsonNode>("nouveautes", n => _entendu.Writer.TryWrite(("nouveautes", n)));
            _canal.On(Resynchroniser, () => _entendu.Writer.TryWrite((Resynchroniser, null)));
            _canal.Closed += _ =>
            {
                _coupe.TrySetResult();
                return Task.CompletedTask;
            };
        }

        public HashSet<string> Vues { get; } = [];

        public static async Task<Mur> OuvrirAsync(RepriseTests tests)
        {
            var mur = new Mur(tests, tests._animatrice.GetCookieHeader(new("http://localhost")));
            await mur.RevenirAsync();
            return mur;
        }

        public async Task RevenirAsync()
        {
            await _canal.StartAsync(TestContext.Current.CancellationToken);
            await _canal.InvokeAsync("Projeter", _tests._convention.Id.Value, _tests._atelier.Id.Value, TestContext.Current.CancellationToken);
            await RelireAsync();
        }

        public Task CoupeAsync() => _coupe.Task.WaitAsync(TestContext.Current.CancellationToken);

        public async Task VoirAsync(string texte)
        {
            while (!Vues.Contains(texte))
            {
                await EntendreAsync(null);
            }
        }

        /// <summary>Waits for this text to be pushed: what a screen reads again by itself does not count. A push may also repeat what was read.</summary>
        public async Task RecevoirAsync(string texte)
        {
            while (await EntendreAsync("nouveautes").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken) != texte)
            {
                // one that comes late
            }
        }

        /// <returns>The text of the last contribution that came, if one did.</returns>
        /// <param name="quoi">What to wait for; null: anything.</param>
        public async Task<string?> EntendreAsync(string? quoi)
        {
            while (true)
            {
                var (nom, corps) = await _entendu.Reader.ReadAsync(TestContext.Current.CancellationToken);
                List<string> textes = [.. corps?["contributions"]!.AsArray().Select(c => c!["texte"]!.GetValue<string>()) ?? []];
                Vues.UnionWith(textes);
                if (nom == Resynchroniser)
                {
                    await RelireAsync();
                }

                if (quoi is null || (nom == quoi && (textes.Count > 0 || nom == Resynchroniser)))
                {
                    return textes.LastOrDefault();
                }
            }
        }

        public ValueTask DisposeAsync() => _canal.DisposeAsync();

        private async Task RelireAsync()
        {
            var etat = await DansLaSalle.EnJsonAsync(_tests._portail.Revenir(_tests._animatrice), HttpMethod.Get, _tests.Etat);
            var lu = (await etat.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
            Vues.UnionWith(lu["contributions"]!.AsArray().Select(c => c!["texte"]!.GetValue<string>()));
        }
    }
}
