using CtgPortal.Application.Avenants;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Signatures;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Scellements;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Avenants;

/// <summary>A convention signed by all its parties, and what leads its avenants to their seal.</summary>
internal sealed class TerrainDAvenant : IAsyncDisposable
{
    public static readonly DateOnly NouvelleFin = new(2030, 12, 31);

    private readonly TerrainDeSignature _terrain;

    private TerrainDAvenant(TerrainDeSignature terrain) => _terrain = terrain;

    public ApplicationDeTest Application => _terrain.Application;

    public ConventionId Convention => _terrain.Convention;

    public Personne Conseiller => _terrain.Conseiller;

    public Personne Presidente => _terrain.Presidente;

    public Personne Directeur => _terrain.Directeur;

    public static async Task<TerrainDAvenant> SigneAsync(PostgresServer serveur)
    {
        var terrain = await TerrainDeSignature.PreparerAsync(serveur);
        await terrain.OuvrirAsync();
        await terrain.SignerAsync(terrain.Presidente);
        await terrain.SignerAsync(terrain.Directeur);
        return new(terrain);
    }

    public async Task<AvenantId> PreparerAsync(IReadOnlyList<NatureAvenant> natures, DateOnly? fin) => await Application.EnvoyerAsync(
        new PreparerAvenant.Command(Convention, (await ConventionAsync()).Revision, natures, "adapter la convention", "Le bilan n’est pas fini.", fin, []), Conseiller);

    /// <summary>Prepared, opened and signed by both parties.</summary>
    public async Task<AvenantId> SignerAvenantAsync(IReadOnlyList<NatureAvenant> natures, DateOnly? fin)
    {
        var avenant = await PreparerAsync(natures, fin);
        await Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(Convention, avenant, 1), Conseiller);
        await SignerAsync(Presidente);
        await SignerAsync(Directeur);
        return avenant;
    }

    public Task<bool> SignerAsync(Personne par) => _terrain.SignerAsync(par);

    public Task<Signature> CircuitAsync() => _terrain.CircuitAsync();

    public Task<Convention> ConventionAsync() => Application.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync(c => c.Id == Convention));

    /// <returns>How many documents were sealed.</returns>
    public Task<int> ScellerAsync(IScelleur? scelleur = null) => Application.AvecAsync(services => ActivatorUtilities
        .CreateInstance<ScellementDesCircuits>(services, scelleur ?? services.GetRequiredService<IScelleur>()).ScellerAsync(TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();
}
