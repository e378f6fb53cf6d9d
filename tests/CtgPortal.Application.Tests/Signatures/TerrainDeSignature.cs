using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>A convention whose text is ready to be frozen, and the people around it.</summary>
internal sealed class TerrainDeSignature : IAsyncDisposable
{
    public const string MotDePasse = "Un-mot-de-passe-2026";

    private TerrainDeSignature(ApplicationDeTest application, Convention convention)
    {
        (Application, Convention) = (application, convention.Id);
        Conseiller = ApplicationDeTest.Une(Role.Conseiller, convention.Id) with { Courriel = "conseiller@demo.test" };
        Presidente = ApplicationDeTest.Une(Role.Signataire, convention.Id, "Claire Morel") with { Courriel = "president@demo.test" };
        Directeur = ApplicationDeTest.Une(Role.Direction, convention.Id, "Paul Lévêque") with { Courriel = "direction@demo.test" };
        Coordination = ApplicationDeTest.Une(Role.Coordination, convention.Id, "Camille Coordination") with { Courriel = "coordination@demo.test" };
    }

    public ApplicationDeTest Application { get; }

    public ConventionId Convention { get; }

    public Personne Conseiller { get; }

    public Personne Presidente { get; }

    public Personne Directeur { get; }

    public Personne Coordination { get; }

    public static async Task<TerrainDeSignature> PreparerAsync(PostgresServer serveur)
    {
        var application = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        var convention = UneConvention.Au(EnRedaction);
        var (plan, fiches) = UnPlan.Complet(convention.Id, 1, 1, 2);
        await application.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        AggregateRoot[] tous = [convention, UnDiagnostic.Valide(convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)];
        await application.SauverAsync(tous);
        var terrain = new TerrainDeSignature(application, convention);
        await application.InscrireAsync(terrain.Presidente, MotDePasse);
        await application.InscrireAsync(terrain.Directeur, MotDePasse);
        return terrain;
    }

    public async Task<Signature> OuvrirAsync(ChoixOuverture? choix = null)
    {
        await Application.EnvoyerAsync(new OuvrirALaSignature.Command(Convention, await RevisionAsync(), choix ?? UneOuverture.Choix), Conseiller);
        return await CircuitAsync();
    }

    public async Task RevenirAsync(string motif = "Une fiche manquait.") =>
        await Application.EnvoyerAsync(new RevenirEtape.Command(Convention, await RevisionAsync(), EnRedaction, motif), Conseiller);

    public async Task<bool> SignerAsync(Personne par, string? empreinte = null, string motDePasse = MotDePasse)
    {
        var circuit = await CircuitAsync();
        return await Application.EnvoyerAsync(
            new SignerConvention.Command(
                Convention, circuit.LigneDe(par.Courriel)?.Id ?? default, empreinte ?? circuit.Empreinte, true, MoyenIdentite.MotDePasse, motDePasse),
            par);
    }

    /// <summary>The last circuit.</summary>
    public Task<Signature> CircuitAsync() => Application.LireAsync(db => db.Signatures.AsNoTracking()
        .Where(s => s.ConventionId == Convention).OrderByDescending(s => s.NumeroVersion).FirstAsync());

    public async Task<ConsulterPreuve.Dossier> PreuveAsync() => (await Application.EnvoyerAsync(new ConsulterPreuve.Query(Convention), Conseiller))!;

    public Task<StatutConvention> EtapeAsync() =>
        Application.LireAsync(db => db.Conventions.Where(c => c.Id == Convention).Select(c => c.Statut).SingleAsync());

    public ValueTask DisposeAsync() => Application.DisposeAsync();

    private Task<int> RevisionAsync() => Application.LireAsync(db => db.Conventions.Where(c => c.Id == Convention).Select(c => c.Revision).SingleAsync());
}
