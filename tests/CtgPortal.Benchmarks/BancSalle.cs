using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport.Builders;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Benchmarks;

/// <summary>
/// A room of 150 people on the loopback: they come in, all post at once, then as a room does, some of it sent twice as a bad network
/// makes phones do; then all give their points at once from two windows each.
/// </summary>
internal sealed class BancSalle : IAsyncDisposable
{
    private const int Participants = 150;
    private const int ParParticipant = 8;
    private const int PointsParParticipant = 5;

    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(20);

    private readonly string _dossier = Portail.NouveauDossier();
    private readonly ConcurrentDictionary<Guid, long> _partis = new();
    private readonly ConcurrentDictionary<(string Ecran, Guid Id), bool> _vues = new();
    private readonly ConcurrentQueue<double> _arrivees = new();
    private readonly List<HubConnection> _ecrans = [];
    private int _dejaDites;
    private PostgresPrive _postgres = null!;
    private Portail _portail = null!;

    public static async Task MesurerAsync(CancellationToken cancellationToken)
    {
        await using var banc = new BancSalle();
        await banc.ExecuterAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_ecrans.Select(e => e.DisposeAsync().AsTask()));
        await _portail.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    private async Task ExecuterAsync(CancellationToken cancellationToken)
    {
        _postgres = await PostgresPrive.StartAsync(PostgresPriveOptions.Durable(Path.Combine(_dossier, "postgres")), cancellationToken);
        var connexion = _postgres.ConnectionString("ctgportal");
        _portail = await Portail.DemarrerAsync(new Dictionary<string, string> { ["ConnectionStrings__CtgPortal"] = connexion }, cancellationToken);
        await using var db = new CtgDbContext(new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres(connexion).Options, new Personne());
        var convention = UneConvention.Au(StatutConvention.EnAteliers);
        var atelier = UnAtelier.Prevu(null, convention.Id);
        var salle = UneSalle.Ouverte(atelier, reglages: UneSalle.Reglages with { PointsParParticipant = PointsParParticipant });
        db.AddRange(convention, atelier, salle);
        await db.SaveChangesAsync(cancellationToken);

        await AnimerAsync(convention.Id, atelier.Id, cancellationToken);
        var entree = Stopwatch.StartNew();
        var telephones = await Task.WhenAll(Enumerable.Range(0, Participants).Select(_ => EntrerAsync(cancellationToken)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Room: {Participants} participants came in and listen after {entree.Elapsed.TotalSeconds:0.0} s"));

        var etalon = Banc.EtalonMs();
        await Task.WhenAll(telephones.Select(t => PosterAsync(t, cancellationToken)));
        await ArriveesAsync("all at once, one each", etalon, cancellationToken);

        var hasard = new Random(1);
        await Task.WhenAll(telephones.SelectMany(t => Enumerable.Range(0, ParParticipant)
            .Select(_ => (Quand: Duree * hasard.NextDouble(), Double: hasard.Next(5) == 0))
            .Select(async envoi =>
            {
                await Task.Delay(envoi.Quand, cancellationToken);
                await PosterAsync(t, cancellationToken, envoi.Double);
            })));
        await ArriveesAsync(string.Create(CultureInfo.InvariantCulture, $"{ParParticipant} each over {Duree.TotalSeconds:0} s, one in five sent twice"), etalon, cancellationToken);

        var gardees = await db.Contributions.AsNoTracking().Where(c => c.AtelierId == atelier.Id).Select(c => new { c.Id, c.Texte }).ToListAsync(cancellationToken);
        Console.WriteLine($"  contributions: {_partis.Count} sent, {gardees.Count} kept, {gardees.Count - gardees.DistinctBy(c => c.Texte).Count()} doubled, {_partis.Keys.Except(gardees.Select(c => c.Id.Value)).Count()} lost");

        await VoterAsync(db, salle, atelier, telephones, etalon, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  memory of the web process: {_portail.MemoireMo:0} MB"));
    }

    private static async Task VoterAsync(CtgDbContext db, Salle salle, Atelier atelier, Telephone[] telephones, double etalon, CancellationToken cancellationToken)
    {
        var groupes = Enumerable.Range(0, 8).Select(i => Groupe.Creer(salle, UnAtelier.Situation(atelier), $"Groupe {i}", i, i)).ToList();
        db.AddRange(groupes);
        salle.PasserA(PhaseSalle.Points, UnAtelier.Situation(atelier));
        await db.SaveChangesAsync(cancellationToken);
        var durees = new ConcurrentBag<double>();
        var chrono = Stopwatch.StartNew();
        await Task.WhenAll(telephones.SelectMany((t, i) => Enumerable.Range(0, 2).Select(async fenetre =>
        {
            // each window gives all its points, one by one: the last bulletin received counts, whole
            var sujet = groupes[(i + fenetre) % groupes.Count].Id.Value;
            for (var n = 1; n <= PointsParParticipant; n++)
            {
                var depart = Stopwatch.GetTimestamp();
                await t.EnvoyerAsync("Points", [new("tour", $"{salle.Tour}"), new($"points[{sujet}]", $"{PointsParParticipant}")], cancellationToken);
                durees.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
            }
        })));
        var secondes = chrono.Elapsed.TotalSeconds;
        var comptes = await db.Bulletins.AsNoTracking().Where(b => b.AtelierId == atelier.Id).SelectMany(b => b.Lignes).SumAsync(l => l.Nombre, cancellationToken);
        var triees = durees.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  points: {Participants * PointsParParticipant} given, {comptes} counted, {triees.Count} bulletins in {secondes:0.0} s ({triees.Count / secondes:0} /s)"));
        Banc.Ecrire("bulletin kept, median", Charge.Centile(triees, 0.5), etalon);
        Banc.Ecrire("bulletin kept, p99", Charge.Centile(triees, 0.99), etalon);
    }

    /// <summary>Waits until the facilitator and the wall have seen all that was sent, and tells how long each took.</summary>
    private async Task ArriveesAsync(string quoi, double etalon, CancellationToken cancellationToken)
    {
        while (_arrivees.Count < 2 * _partis.Count)
        {
            await Task.Delay(20, cancellationToken);
        }

        var durees = _arrivees.Skip(_dejaDites).Order().ToList();
        _dejaDites += durees.Count;
        Console.WriteLine($"  {quoi}: {durees.Count / 2} contributions on two other screens");
        Banc.Ecrire("reaches the other screens, median", Charge.Centile(durees, 0.5), etalon);
        Banc.Ecrire("reaches the other screens, p99", Charge.Centile(durees, 0.99), etalon);
    }

    private async Task AnimerAsync(ConventionId convention, AtelierId atelier, CancellationToken cancellationToken)
    {
        var pot = new CookieContainer();
        (await _portail.ConnecterAsync("conseiller@demo.test", ComptesDeDemonstration.MotDePasse, cancellationToken, pot)).Dispose();
        foreach (var ecran in new[] { "Animer", "Projeter" })
        {
            var connexion = await EcouterAsync(pot, cancellationToken);
            connexion.On<JsonNode>("nouveautes", n =>
            {
                foreach (var id in n["contributions"]!.AsArray().Select(c => c!["id"]!.GetValue<Guid>()))
                {
                    if (_vues.TryAdd((ecran, id), true))
                    {
                        _arrivees.Enqueue(Stopwatch.GetElapsedTime(_partis[id]).TotalMilliseconds);
                    }
                }
            });
            await connexion.InvokeAsync(ecran, convention.Value, atelier.Value, cancellationToken);
        }
    }

    private async Task<Telephone> EntrerAsync(CancellationToken cancellationToken)
    {
        var pot = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = pot }) { BaseAddress = _portail.Adresse };
        var page = await client.GetStringAsync(new Uri($"salle/{UneSalle.Code}", UriKind.Relative), cancellationToken);
        using var formulaire = new FormUrlEncodedContent([new("__RequestVerificationToken", Portail.Jeton().Match(page).Groups[1].Value)]);
        await client.PostAsync(new Uri($"salle/{UneSalle.Code}?handler=Entrer", UriKind.Relative), formulaire, cancellationToken);
        var telephone = new Telephone(client);
        await telephone.LireAsync(cancellationToken);
        var ecoute = await EcouterAsync(pot, cancellationToken);
        await ecoute.InvokeAsync("Participer", UneSalle.Code, cancellationToken);
        return telephone;
    }

    private async Task<HubConnection> EcouterAsync(CookieContainer pot, CancellationToken cancellationToken)
    {
        var connexion = new HubConnectionBuilder().WithUrl(new Uri(_portail.Adresse, "salle/direct"), options =>
        {
            options.Cookies = pot;
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        }).Build();
        await connexion.StartAsync(cancellationToken);
        lock (_ecrans)
        {
            _ecrans.Add(connexion);
        }

        return connexion;
    }

    private async Task PosterAsync(Telephone telephone, CancellationToken cancellationToken, bool deuxFois = false)
    {
        var id = Guid.CreateVersion7();
        _partis[id] = Stopwatch.GetTimestamp();
        KeyValuePair<string, string>[] champs = [new("id", $"{id}"), new("nature", "IdeeAction"), new("texte", $"Une idée pour le territoire, {id}")];
        await Task.WhenAll(Enumerable.Range(0, deuxFois ? 2 : 1).Select(_ => telephone.EnvoyerAsync("Contribuer", champs, cancellationToken)));
    }

    private sealed class Telephone(HttpClient client)
    {
        private string _jeton = "";

        public async Task LireAsync(CancellationToken cancellationToken)
        {
            using var requete = Requete(HttpMethod.Get, "Etat");
            using var reponse = await client.SendAsync(requete, cancellationToken);
            _jeton = (await reponse.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["jeton"]!.GetValue<string>();
        }

        public async Task EnvoyerAsync(string geste, IEnumerable<KeyValuePair<string, string>> champs, CancellationToken cancellationToken)
        {
            using var requete = Requete(HttpMethod.Post, geste);
            requete.Headers.Add("RequestVerificationToken", _jeton);
            requete.Content = new FormUrlEncodedContent(champs);
            using var reponse = await client.SendAsync(requete, cancellationToken);
            reponse.EnsureSuccessStatusCode();
        }

        private static HttpRequestMessage Requete(HttpMethod methode, string geste)
        {
            var requete = new HttpRequestMessage(methode, new Uri($"salle/{UneSalle.Code}?handler={geste}", UriKind.Relative));
            requete.Headers.Accept.ParseAdd("application/json");
            return requete;
        }
    }

    private sealed class Personne : IUtilisateurCourant
    {
        public UtilisateurId? Id => null;

        public string Nom => "Mesures";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }
}
