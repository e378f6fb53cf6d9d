using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using MediatR;

namespace CtgPortal.Application.Tests.Plans;

/// <summary>A convention with its plan, its fiches and their follow-ups, saved; and people to act on it.</summary>
internal sealed class PlanDeTest : IAsyncDisposable
{
    private PlanDeTest(ApplicationDeTest application, Convention convention, Plan plan, IReadOnlyList<FicheAction> fiches) =>
        (Application, Convention, Plan, Fiches) = (application, convention.Id, plan, fiches);

    public ApplicationDeTest Application { get; }

    public ConventionId Convention { get; }

    /// <summary>As it was saved first.</summary>
    public Plan Plan { get; }

    /// <summary>As they were saved first.</summary>
    public IReadOnlyList<FicheAction> Fiches { get; }

    public Personne Coordination => Avec(Role.Coordination);

    public static async Task<PlanDeTest> OuvrirAsync(
        PostgresServer serveur, StatutConvention statut = StatutConvention.EnRedaction, int axes = 1, int orientations = 2, int fiches = 2)
    {
        var application = await ApplicationDeTest.OuvrirAsync(serveur, UnPlan.Maintenant);
        var convention = UneConvention.Au(statut);
        var (plan, ecrites) = UnPlan.Complet(convention.Id, axes, orientations, fiches);
        AggregateRoot[] tous = [convention, plan, .. ecrites, .. ecrites.Select(SuiviFiche.Commencer)];
        await application.SauverAsync(tous);
        return new(application, convention, plan, ecrites);
    }

    public Personne Avec(Role role) => ApplicationDeTest.Une(role, Convention);

    public Task<T> EnvoyerAsync<T>(IRequest<T> requete, Personne? par = null) => Application.EnvoyerAsync(requete, par ?? Coordination);

    public async Task<ConsulterPlan.Dossier> LireAsync(Personne? par = null) => (await EnvoyerAsync(new ConsulterPlan.Query(Convention), par))!;

    public async Task<ConsulterFiche.Dossier> LireAsync(FicheAction fiche, Personne? par = null) =>
        (await EnvoyerAsync(new ConsulterFiche.Query(Convention, fiche.Id), par))!;

    /// <summary>A partner to whom the first fiche is confided, without an account: the aggregate is told directly.</summary>
    public async Task<Personne> PiloteAsync(FicheAction fiche)
    {
        var pilote = Avec(Role.Partenaire);
        await Application.LireAsync(async db =>
        {
            var stockee = await db.FichesAction.FindAsync(fiche.Id);
            stockee!.ConfierA(pilote.Id, StatutConvention.EnRedaction, UnPlan.Maintenant);
            return await db.SaveChangesAsync();
        });
        return pilote;
    }

    public ValueTask DisposeAsync() => Application.DisposeAsync();
}
