using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CtgPortal.Application.Tests.Demonstration;

/// <summary>When the demonstration data are created, and when they are not.</summary>
public sealed class CreationTests(PostgresServer serveur, DonneesDeDemonstration donnees) : IClassFixture<DonneesDeDemonstration>
{
    [Fact]
    public async Task Une_seconde_creation_ne_fait_rien()
    {
        var avant = await donnees.Services.CompterAsync();

        await donnees.Services.CreerDemonstrationAsync(TestContext.Current.CancellationToken);

        Assert.Equal(12, donnees.Conventions.Count);
        Assert.Equal(avant, await donnees.Services.CompterAsync());
    }

    [Fact]
    public async Task Deux_instances_qui_demarrent_ensemble_les_creent_une_fois()
    {
        var connexion = await serveur.CreateDatabaseAvecReferentielAsync();
        await using var une = BaseDemonstration.Services(connexion, Environments.Development);
        await using var autre = BaseDemonstration.Services(connexion, Environments.Development);

        await Task.WhenAll(une.CreerDemonstrationAsync(TestContext.Current.CancellationToken), autre.CreerDemonstrationAsync(TestContext.Current.CancellationToken));

        Assert.Equal(12, await une.LireAsync(db => db.Conventions.CountAsync()));
        Assert.Equal(9, await une.LireAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Un_portail_qui_a_deja_un_compte_reste_tel_quel()
    {
        await using var services = BaseDemonstration.Services(await serveur.CreateDatabaseAvecReferentielAsync(), Environments.Development);
        await services.LireAsync(db =>
        {
            db.Users.Add(new Utilisateur { Id = UtilisateurId.New().Value, Email = "x@exemple.fr", NormalizedEmail = "X@EXEMPLE.FR" });
            return db.SaveChangesAsync();
        });

        await services.CreerDemonstrationAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await services.CompterAsync());
    }

    [Fact]
    public async Task Une_creation_interrompue_ne_laisse_rien()
    {
        await using var services = BaseDemonstration.Services(
            await serveur.CreateDatabaseAvecReferentielAsync(), Environments.Development, pdf: new PdfEnPanne());

        var refus = await Assert.ThrowsAsync<DemonstrationImpossibleException>(
            () => services.CreerDemonstrationAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Node.js", refus.Message, StringComparison.Ordinal);
        Assert.Equal(0, await services.CompterAsync());
    }

    [Fact]
    public async Task Un_referentiel_vide_est_dit_et_ne_laisse_rien()
    {
        await using var services = BaseDemonstration.Services(await serveur.CreateDatabaseAsync(), Environments.Development);

        var refus = await Assert.ThrowsAsync<DemonstrationImpossibleException>(
            () => services.CreerDemonstrationAsync(TestContext.Current.CancellationToken));

        Assert.Contains("240200600", refus.Message, StringComparison.Ordinal);
        Assert.Equal(0, await services.CompterAsync());
    }

    [Fact]
    public async Task Elles_sont_refusees_en_production()
    {
        await using var services = BaseDemonstration.Services(await serveur.CreateDatabaseAvecReferentielAsync(), Environments.Production, "true");

        var refus = await Assert.ThrowsAsync<DemonstrationImpossibleException>(
            () => services.CreerDemonstrationAsync(TestContext.Current.CancellationToken));

        Assert.Contains("CtgPortal__Demonstration", refus.Message, StringComparison.Ordinal);
        Assert.Equal(0, await services.CompterAsync());
    }

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Production", "false")]
    [InlineData("Development", "false")]
    [InlineData("Staging", null)]
    public async Task Elles_ne_sont_pas_creees_sans_etre_voulues(string environnement, string? reglage)
    {
        await using var services = BaseDemonstration.Services(await serveur.CreateDatabaseAvecReferentielAsync(), environnement, reglage);

        await services.CreerDemonstrationAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await services.CompterAsync());
    }

    [Theory]
    [InlineData("admin@demo.test", Role.Administrateur, Portee.Nationale, "")]
    [InlineData("conseiller@demo.test", Role.Conseiller, Portee.Caf, "02")]
    [InlineData("direction@demo.test", Role.Direction, Portee.Caf, "02")]
    [InlineData("coordination@demo.test", Role.Coordination, Portee.Territoire, "240200600")]
    [InlineData("president@demo.test", Role.Signataire, Portee.Territoire, "240200600")]
    [InlineData("partenaire@demo.test", Role.Partenaire, Portee.Convention, null)]
    public async Task Chacun_se_connecte_avec_le_mot_de_passe_publie(string courriel, Role role, Portee portee, string? code)
    {
        await using var scope = donnees.Services.CreateAsyncScope();
        var reconnu = await scope.ServiceProvider.GetRequiredService<IComptes>()
            .ReconnaitreAsync(courriel, "Demo-2026-Ctg!", TestContext.Current.CancellationToken);

        Assert.NotNull(reconnu);
        var compte = await donnees.Services.LireAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == courriel));
        Assert.Equal(compte.Id, reconnu.Value.Value);
        Assert.Equal(
            [new(role, portee, code ?? donnees.De("240200600").Id.Value.ToString())],
            compte.Habilitations);
    }

    [Fact]
    public async Task Le_journal_est_tenu_au_nom_des_donnees_de_demonstration_et_personne_ne_recoit_de_courriel()
    {
        Assert.Equal(
            ["Données de démonstration"],
            await donnees.Services.LireAsync(db => db.Journal.Select(e => e.ParNom).Distinct().ToListAsync()));
        Assert.False(await donnees.Services.LireAsync(db => db.Journal.AnyAsync(e => e.Le > DateTimeOffset.UtcNow.AddMinutes(1))));
        Assert.Equal(0, await donnees.Services.LireAsync(db => db.Courriels.CountAsync()));
    }

    /// <summary>The typesetter fails after everything else was written.</summary>
    private sealed class PdfEnPanne : IConventionPdf
    {
        public Task<byte[]> ComposerAsync(DossierConvention dossier, CancellationToken cancellationToken) =>
            throw new ServiceIndisponibleException("Le compositeur ne répond pas.");
    }
}
