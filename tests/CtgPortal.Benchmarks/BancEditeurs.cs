using System.Diagnostics;
using System.Globalization;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Benchmarks;

/// <summary>
/// Forty people on one plan of 25 fiches for one minute, by the forms of the portal: they write, sometimes in the same field, move
/// fiches, comment. What was acknowledged is then looked for in the states of the fiches, in the journal and in the discussions.
/// </summary>
internal sealed class BancEditeurs : IAsyncDisposable
{
    private const int Personnes = 40;

    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(1);

    private readonly string _dossier = Portail.NouveauDossier();
    private readonly List<HttpClient> _clients = [];
    private PostgresPrive _postgres = null!;
    private Portail _portail = null!;

    /// <returns>False when something acknowledged is missing.</returns>
    public static async Task<bool> MesurerAsync(CancellationToken cancellationToken)
    {
        await using var banc = new BancEditeurs();
        return await banc.ExecuterAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await _portail.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    private async Task<bool> ExecuterAsync(CancellationToken cancellationToken)
    {
        _postgres = await PostgresPrive.StartAsync(PostgresPriveOptions.Durable(Path.Combine(_dossier, "postgres")), cancellationToken);
        var connexion = _postgres.ConnectionString("ctgportal");
        _portail = await Portail.DemarrerAsync(
            new Dictionary<string, string> { ["ConnectionStrings__CtgPortal"] = connexion, ["Limites__ConnexionsParMinute"] = "1000" }, cancellationToken);
        await using var db = new CtgDbContext(new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres(connexion).Options, new Mesures());
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(convention.Id, axes: 5, orientations: 1, fiches: 5);
        object[] tout = [convention, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)];
        db.AddRange(tout);
        await InscrireAsync(db, convention.Id, cancellationToken);

        var compte = new Compte();
        var editeurs = new List<Editeur>();
        for (var i = 0; i < Personnes; i++)
        {
            _clients.Add(await _portail.ConnecterAsync(Courriel(i), ComptesDeDemonstration.MotDePasse, cancellationToken));
            editeurs.Add(new(_clients[i], i, $"/conventions/{convention.Id.Value}", [.. fiches.Select(f => f.Id)], compte));
        }

        var chrono = Stopwatch.StartNew();
        await Task.WhenAll(editeurs.Select(e => e.TravaillerAsync(chrono, Duree, cancellationToken)));
        db.ChangeTracker.Clear();
        return await VerifierAsync(db, convention.Id, plan, compte, cancellationToken);
    }

    private static async Task<bool> VerifierAsync(CtgDbContext db, ConventionId convention, Plan plan, Compte compte, CancellationToken cancellationToken)
    {
        var etats = (await db.EtatsFiche.AsNoTracking().Where(e => e.ConventionId == convention).OrderBy(e => e.Revision).ToListAsync(cancellationToken))
            .GroupBy(e => e.FicheActionId).ToDictionary(g => g.Key, g => g.ToList());
        var perdues = compte.Editions.Where(e => !EstGardee(e, etats[e.Fiche])).ToList();
        var ecrasees = compte.Editions.Where(e => e.Vu is not null && EstGardee(e, etats[e.Fiche]) && Avant(e, etats[e.Fiche]) != Net(e.Vu)).ToList();
        var dits = (await db.Commentaires.AsNoTracking().Where(c => c.ConventionId == convention).ToListAsync(cancellationToken))
            .SelectMany(c => c.Messages).Select(m => m.Texte).ToHashSet();
        var commentairesPerdus = compte.Commentaires.Count(c => !dits.Contains(c));
        var deplaces = await db.Journal.CountAsync(e => e.ConventionId == convention && e.Type == nameof(FicheDeplacee), cancellationToken);
        var places = (await db.Plans.AsNoTracking().SingleAsync(p => p.ConventionId == convention, cancellationToken)).Emplacements.Select(e => e.FicheActionId).Order(Comparer<FicheActionId>.Create((a, b) => a.Value.CompareTo(b.Value)));
        var memes = places.SequenceEqual(plan.Emplacements.Select(e => e.FicheActionId).OrderBy(f => f.Value));
        var durees = compte.Durees.Order().ToList();
        var etalon = Banc.EtalonMs();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Editors: {Personnes} on one plan of {plan.Emplacements.Count} fiches for {Duree.TotalSeconds:0} s"));
        Console.WriteLine($"  edits: {compte.Editions.Count} acknowledged, {compte.Editions.Count - perdues.Count} kept, {perdues.Count} lost, {ecrasees.Count} written over something unseen");
        Console.WriteLine($"  {compte.Fusions} merged with what others had written meanwhile, {compte.Heurts} conflicts shown, {compte.Renonces} given up by choice");
        Console.WriteLine($"  moves: {compte.Deplacements} acknowledged, {deplaces} in the history, {compte.DeplacementsRefuses} asked to look again; each fiche has one place: {(memes ? "yes" : "NO")}");
        Console.WriteLine($"  comments: {compte.Commentaires.Count} acknowledged, {commentairesPerdus} lost");
        Console.WriteLine($"  errors: {compte.Erreurs.Count}{string.Concat(compte.Erreurs.GroupBy(e => e).Select(g => $"; {g.Count()} × {g.Key}"))}");
        Banc.Ecrire("save of a section, median", Charge.Centile(durees, 0.5), etalon);
        Banc.Ecrire("save of a section, p99", Charge.Centile(durees, 0.99), etalon);
        return perdues.Count == 0 && ecrasees.Count == 0 && commentairesPerdus == 0 && deplaces == compte.Deplacements && memes && compte.Erreurs.IsEmpty
            && !compte.Editions.IsEmpty;
    }

    private static bool EstGardee(EditionAcquittee edition, List<EtatFiche> etats) => Rang(edition, etats) >= 0;

    /// <summary>What the field said just before: what the person saw in their form, unless it is written over unseen.</summary>
    private static string Avant(EditionAcquittee edition, List<EtatFiche> etats) =>
        Net(ChampsFiche.De(edition.Champ).Texte(etats[Rang(edition, etats) - 1].Contenu));

    private static int Rang(EditionAcquittee edition, List<EtatFiche> etats) =>
        etats.FindIndex(e => ChampsFiche.De(edition.Champ).Texte(e.Contenu) == edition.Texte);

    private static string Net(string? texte) => (texte ?? "").ReplaceLineEndings("\n").Trim();

    private static string Courriel(int i) => $"redaction-{i}@demo.test";

    /// <summary>Accounts of the coordination, with the password of the demonstration.</summary>
    private static async Task InscrireAsync(CtgDbContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var modele = await db.Users.AsNoTracking().SingleAsync(u => u.Email == ComptesDeDemonstration.Coordination, cancellationToken);
        for (var i = 0; i < Personnes; i++)
        {
            var compte = new Utilisateur
            {
                Id = Guid.CreateVersion7(),
                Prenom = "Rédaction",
                Nom = $"{i}",
                EmailConfirmed = true,
                PasswordHash = modele.PasswordHash,
                SecurityStamp = Guid.CreateVersion7().ToString("N"),
            };
            (compte.Email, compte.UserName) = (Courriel(i), Courriel(i));
            (compte.NormalizedEmail, compte.NormalizedUserName) = (Courriel(i).ToUpperInvariant(), Courriel(i).ToUpperInvariant());
            compte.Habiliter([new(Role.Coordination, Portee.Convention, convention.Value.ToString())]);
            db.Users.Add(compte);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed class Mesures : IUtilisateurCourant
    {
        public UtilisateurId? Id => null;

        public string Nom => "Mesures";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }
}
