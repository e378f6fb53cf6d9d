using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Salles;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Salles;

/// <summary>An open room, who leads it, and as many phones as one likes.</summary>
internal sealed class SalleDeTest : IAsyncDisposable
{
    private SalleDeTest(ApplicationDeTest app, Convention convention, Atelier atelier) => (App, Convention, Atelier) = (app, convention.Id, atelier);

    public ApplicationDeTest App { get; }

    public ConventionId Convention { get; }

    public Atelier Atelier { get; }

    public AtelierId Id => Atelier.Id;

    public Personne Animatrice { get; private set; } = null!;

    public Personne Collegue { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public static async Task<SalleDeTest> OuvrirAsync(PostgresServer serveur, ReglagesSalle? reglages = null)
    {
        var app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        var convention = UneConvention.Au(StatutConvention.EnAteliers);
        var atelier = UnAtelier.Prevu(null, convention.Id);
        await app.SauverAsync(convention, atelier);
        var salle = new SalleDeTest(app, convention, atelier)
        {
            Animatrice = ApplicationDeTest.Une(Role.Coordination, convention.Id, "Léa Martin"),
            Collegue = ApplicationDeTest.Une(Role.Conseiller, convention.Id, "Noé Petit"),
        };
        var r = reglages ?? UneSalle.Reglages;
        var revision = await app.EnvoyerAsync(
            new ReglerSalle.Command(convention.Id, atelier.Id, 0, r.Moderation, r.Natures, r.PointsParParticipant, r.MaxParSujet), salle.Animatrice);
        await app.EnvoyerAsync(new OuvrirSalle.Command(convention.Id, atelier.Id, revision), salle.Animatrice);
        salle.Code = (await salle.TableauAsync()).Code!;
        return salle;
    }

    public Task<TableauSalle> TableauAsync() => App.AvecAsync(s => s.GetRequiredService<LectureSalle>().TableauAsync(Id, CancellationToken.None));

    public Task<Participation?> ParticipationAsync(string? jeton) =>
        App.EnvoyerAsync(new ConsulterParticipation.Query(Code, jeton), Personne.Inconnue);

    public async Task<string> EntrerAsync(string? prenom = null, string? organisation = null)
    {
        var jeton = JetonSalle.Nouveau();
        await App.EnvoyerAsync(new EntrerDansLaSalle.Command(Code, jeton, prenom, organisation), Personne.Inconnue);
        return jeton;
    }

    public async Task<string[]> EntrerAsync(int combien) => await Task.WhenAll(Enumerable.Range(0, combien).Select(_ => EntrerAsync()));

    public Task<MaContribution> PosterAsync(string jeton, string texte, Guid? id = null, NatureContribution nature = NatureContribution.Force) =>
        App.EnvoyerAsync(new PosterContribution.Command(Code, jeton, id ?? Guid.CreateVersion7(), nature, texte), Personne.Inconnue);

    public Task<IReadOnlyDictionary<Guid, int>> DonnerAsync(string jeton, int tour, params (Guid Sujet, int Nombre)[] points) => App.EnvoyerAsync(
        new DonnerPoints.Command(Code, jeton, tour, [.. points.Select(p => new PointsDonnes(SujetId.From(p.Sujet), p.Nombre))]), Personne.Inconnue);

    public async Task PasserAAsync(PhaseSalle phase) =>
        await App.EnvoyerAsync(new ChangerPhase.Command(Convention, Id, (await TableauAsync()).Salle.Revision, phase), Animatrice);

    public async Task<BilanSalle> FermerAsync() =>
        await App.EnvoyerAsync(new FermerSalle.Command(Convention, Id, (await TableauAsync()).Salle.Revision), Animatrice);

    public Task<GroupeId> GrouperAsync(string titre) => App.EnvoyerAsync(new CreerGroupe.Command(Convention, Id, titre), Animatrice);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
