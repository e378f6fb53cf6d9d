using CtgPortal.Application.Avenants;
using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Avenants;

/// <summary>The act of each party for an avenant: another one than for the convention.</summary>
public sealed class DeliberationsDAvenantTests(PostgresServer serveur)
{
    private static readonly ReferenceActe Acte = new("2026-40", new(2026, 3, 2));

    [Fact]
    public async Task Chaque_partie_delibere_pour_l_avenant_sans_toucher_a_l_acte_de_la_convention()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var cc = (await terrain.ConventionAsync()).Parties[1].Id;
        await EnregistrerAsync(terrain, cc, null, new("2026-14", new(2026, 2, 10)));
        var avenant = await terrain.PreparerAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        Assert.Equal(2, (await AvenantAsync(terrain, avenant)).Obstacles.Count(o => o.Code == "deliberation-manquante" && !o.Bloquant));

        await EnregistrerAsync(terrain, cc, avenant, Acte);

        Assert.Equal(["La délibération de « Caf de l’Aisne » n’est pas renseignée."], (await AvenantAsync(terrain, avenant)).Obstacles.Where(o => o.Code == "deliberation-manquante").Select(o => o.Message));
        Assert.Equal("2026-14", (await ListeAsync(terrain, null)).Lignes[1].Acte!.Reference.Numero);
        Assert.Equal(("2026-40", 1), ((await ListeAsync(terrain, avenant)).Lignes[1].Acte!.Reference.Numero, (await ListeAsync(terrain, avenant)).Avenant!.Numero));

        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        var circuit = await terrain.CircuitAsync();
        Assert.Equal([null, "2026-40"], circuit.Lignes.Select(l => l.DeliberationNumero));
        var figees = await terrain.Application.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.DonneesId).Select(p => p.Contenu).SingleAsync());
        Assert.Equal([(null, null), ("2026-40", Acte.Date)], DossierJson.Lire(figees).Parties.Select(p => (p.DeliberationNumero, p.DeliberationDate)));
    }

    [Fact]
    public async Task Une_partie_qui_entre_delibere_avant_d_entrer_et_son_acte_la_suit()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var avenant = await terrain.PreparerAsync([NatureAvenant.AjouterParties], null);
        await terrain.Application.EnvoyerAsync(
            new AjouterPartieEntrante.Command(terrain.Convention, avenant, 1, TypePartie.Commune, "Commune de Guise", "Madame", "Anne", "Petit", "Maire", "president@demo.test"), terrain.Conseiller);
        var guise = (await ListeAsync(terrain, avenant)).Lignes[2];
        Assert.Equal("Commune de Guise", guise.Nom);
        Assert.DoesNotContain(await ListeLignesAsync(terrain, null), l => l.Partie == guise.Partie);

        await EnregistrerAsync(terrain, guise.Partie, avenant, Acte);
        await terrain.Application.EnvoyerAsync(
            new DeposerFichierDActe.Command(terrain.Convention, guise.Partie, UsagePiece.Acte, new("acte.pdf", "%PDF-1.7 acte"u8.ToArray()), avenant), terrain.Conseiller);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 2), terrain.Conseiller);
        Assert.Equal("2026-40", (await terrain.CircuitAsync()).Lignes[2].DeliberationNumero);
        await terrain.SignerAsync(terrain.Presidente);
        await terrain.SignerAsync(terrain.Directeur);
        await terrain.SignerAsync(terrain.Presidente);

        Assert.Equal(guise.Partie, (await terrain.ConventionAsync()).Parties.Single(p => p.Nom == "Commune de Guise").Id);
        Assert.Equal(["acte.pdf"], (await ListeAsync(terrain, avenant)).Lignes.Single(l => l.Partie == guise.Partie).Fichiers.Select(f => f.Libelle));
        Assert.DoesNotContain(await ListeLignesAsync(terrain, null), l => l.Partie == guise.Partie);
        var acte = (await terrain.Application.EnvoyerAsync(new ConsulterDeliberation.Query(terrain.Convention, guise.Partie, avenant), terrain.Conseiller))!;
        Assert.NotNull(await terrain.Application.EnvoyerAsync(new ConsulterPieces.Query(terrain.Convention, acte.Pieces!.Porteur), terrain.Conseiller));
    }

    [Fact]
    public async Task Retirer_une_partie_qui_entrait_retire_son_acte_et_un_avenant_abandonne_garde_les_siens()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var avenant = await terrain.PreparerAsync([NatureAvenant.AjouterParties], null);
        var revision = await terrain.Application.EnvoyerAsync(
            new AjouterPartieEntrante.Command(terrain.Convention, avenant, 1, TypePartie.Commune, "Commune de Guise", "Madame", "Anne", "Petit", "Maire", null), terrain.Conseiller);
        var parties = (await ListeLignesAsync(terrain, avenant)).Select(l => l.Partie).ToList();
        await EnregistrerAsync(terrain, parties[1], avenant, Acte);
        await EnregistrerAsync(terrain, parties[2], avenant, Acte);

        revision = await terrain.Application.EnvoyerAsync(new RetirerPartieEntrante.Command(terrain.Convention, avenant, revision, "Commune de Guise"), terrain.Conseiller);
        Assert.Equal(1, await terrain.Application.LireAsync(db => db.Deliberations.CountAsync()));
        await terrain.Application.EnvoyerAsync(new AbandonnerAvenant.Command(terrain.Convention, avenant, revision, "Les parties y renoncent."), terrain.Conseiller);

        Assert.False((await ListeAsync(terrain, avenant)).PeutEnregistrer);
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => EnregistrerAsync(terrain, parties[0], avenant, Acte));
        Assert.Equal("avenant-abandonne", Assert.Single(refus.Obstacles).Code);
        await Assert.ThrowsAsync<BusinessRuleException>(
            () => terrain.Application.EnvoyerAsync(new RetirerDeliberation.Command(terrain.Convention, 1, parties[1], avenant), terrain.Conseiller));
    }

    [Fact]
    public async Task Un_avenant_inconnu_ou_une_partie_inconnue_ne_se_trouvent_pas()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var caf = (await terrain.ConventionAsync()).Parties[0].Id;
        var avenant = await terrain.PreparerAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);

        Assert.Null(await terrain.Application.EnvoyerAsync(new ListerDeliberations.Query(terrain.Convention, AvenantId.New()), terrain.Conseiller));
        Assert.Null(await terrain.Application.EnvoyerAsync(new ConsulterDeliberation.Query(terrain.Convention, caf, AvenantId.New()), terrain.Conseiller));
        Assert.Null(await terrain.Application.EnvoyerAsync(new ConsulterDeliberation.Query(terrain.Convention, PartieId.New(), avenant), terrain.Conseiller));
        await Assert.ThrowsAsync<NotFoundException>(() => EnregistrerAsync(terrain, caf, AvenantId.New(), Acte));
        await Assert.ThrowsAsync<NotFoundException>(() => EnregistrerAsync(terrain, PartieId.New(), avenant, Acte));
    }

    private static Task<int> EnregistrerAsync(TerrainDAvenant terrain, PartieId partie, AvenantId? avenant, ReferenceActe acte) => terrain.Application.EnvoyerAsync(
        new EnregistrerDeliberation.Command(terrain.Convention, 0, partie, avenant) { Numero = acte.Numero, Date = acte.Date }, terrain.Conseiller);

    private static async Task<ListerDeliberations.Dossier> ListeAsync(TerrainDAvenant terrain, AvenantId? avenant) =>
        (await terrain.Application.EnvoyerAsync(new ListerDeliberations.Query(terrain.Convention, avenant), terrain.Conseiller))!;

    private static async Task<IReadOnlyList<ListerDeliberations.Ligne>> ListeLignesAsync(TerrainDAvenant terrain, AvenantId? avenant) => (await ListeAsync(terrain, avenant)).Lignes;

    private static async Task<ConsulterAvenant.Dossier> AvenantAsync(TerrainDAvenant terrain, AvenantId avenant) =>
        (await terrain.Application.EnvoyerAsync(new ConsulterAvenant.Query(terrain.Convention, avenant), terrain.Conseiller))!;
}
