using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Plan;

/// <summary>The portal with one convention, its plan and its fiches, and somebody of the coordination who looks at them.</summary>
internal sealed class PlanWeb : IAsyncDisposable
{
    private PlanWeb(PortailDeTest portail, HttpClient navigateur, Domain.Plans.Plan plan, IReadOnlyList<FicheAction> fiches) =>
        (Portail, Navigateur, Plan, Fiches) = (portail, navigateur, plan, fiches);

    public PortailDeTest Portail { get; }

    public HttpClient Navigateur { get; }

    /// <summary>As it was saved first.</summary>
    public Domain.Plans.Plan Plan { get; }

    /// <summary>As they were saved first.</summary>
    public IReadOnlyList<FicheAction> Fiches { get; }

    public ConventionId Convention => Plan.ConventionId;

    public string Adresse => $"/conventions/{Convention.Value}";

    public string AdresseFiche => $"{Adresse}/fiches/{Fiches[0].Id.Value}";

    public static async Task<PlanWeb> OuvrirAsync(
        PostgresServer serveur, StatutConvention statut = StatutConvention.EnRedaction, int axes = 1, int orientations = 1, int fiches = 2,
        Role role = Role.Coordination)
    {
        var portail = await PortailDeTest.OuvrirAsync(serveur);
        var convention = UneConvention.Au(statut);
        var (plan, ecrites) = UnPlan.Complet(convention.Id, axes, orientations, fiches);
        object[] tous = [convention, plan, .. ecrites, .. ecrites.Select(SuiviFiche.Commencer)];
        await portail.SauverAsync(tous);
        return new(portail, await portail.ConnecterAsync(role, convention.Id), plan, ecrites);
    }

    public Task<PageHtml> LireAsync(string adresse) => PageHtml.OuvrirAsync(Navigateur, adresse);

    public async ValueTask DisposeAsync()
    {
        Navigateur.Dispose();
        await Portail.DisposeAsync();
    }
}
