using System.Reflection;
using CtgPortal.Application.Common;
using CtgPortal.Application.Tests.Demonstration;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Persistence;

/// <summary>A context narrowed to one convention shows of it what the whole one shows, to each role; and nothing of a foreign one.</summary>
public sealed class LectureDUneConventionTests(DonneesDeDemonstration donnees) : IClassFixture<DonneesDeDemonstration>
{
    /// <summary>The richest of the demonstration.</summary>
    private const string Fournie = "240200600";

    private static readonly MethodInfo Compter = typeof(LectureDUneConventionTests).GetMethod(nameof(CompterLignesAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Every set whose rows name their convention.</summary>
    private static readonly IReadOnlyList<PropertyInfo> Ensembles =
    [
        .. typeof(ICtgReadContext).GetProperties().Where(p => p.PropertyType.GetGenericArguments() is [var ligne]
            && ligne.GetProperty("ConventionId")?.PropertyType == typeof(ConventionId)),
    ];

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Conseiller)]
    [InlineData(Role.Coordination)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Elle_montre_ce_que_montre_la_lecture_de_toutes(Role role)
    {
        var (convention, autre) = (donnees.De(Fournie), donnees.Conventions.First(c => c.Titulaires[0].Code != Fournie));
        await RendreConfidentielleAsync(convention.Id);
        await using var portee = Lire(role, convention.Id);
        var toutes = portee.ServiceProvider.GetRequiredService<ICtgReadContext>();
        var une = await toutes.DansAsync(convention.Id, TestContext.Current.CancellationToken);

        Assert.NotSame(toutes, une);
        Assert.True(Ensembles.Count > 20, "The sets of the read context are not found.");
        foreach (var ensemble in Ensembles)
        {
            Assert.Equal(
                (ensemble.Name, await CompterAsync(ensemble, toutes, convention.Id)),
                (ensemble.Name, await CompterAsync(ensemble, une, convention.Id)));
            Assert.Equal((ensemble.Name, 0), (ensemble.Name, await CompterAsync(ensemble, une, autre.Id)));
        }
    }

    [Fact]
    public async Task Ce_qui_est_confidentiel_reste_cache_a_qui_ne_lit_pas_tout()
    {
        var convention = donnees.De(Fournie);
        await RendreConfidentielleAsync(convention.Id);
        await using var partenaire = Lire(Role.Partenaire, convention.Id);
        await using var coordination = Lire(Role.Coordination, convention.Id);

        Assert.Equal(await FichesAsync(coordination) - 1, await FichesAsync(partenaire));

        async Task<int> FichesAsync(AsyncServiceScope portee) =>
            await (await portee.ServiceProvider.GetRequiredService<ICtgReadContext>().DansAsync(convention.Id, TestContext.Current.CancellationToken))
                .FichesAction.CountAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Une_convention_etrangere_ne_s_ouvre_pas()
    {
        var (convention, etrangere) = (donnees.De(Fournie), donnees.Conventions.First(c => c.Titulaires[0].Code != Fournie));
        await using var portee = Lire(Role.Coordination, convention.Id);
        var lecture = portee.ServiceProvider.GetRequiredService<ICtgReadContext>();

        var une = await lecture.DansAsync(etrangere.Id, TestContext.Current.CancellationToken);

        Assert.Same(lecture, une);
        Assert.Empty(await une.Conventions.Where(c => c.Id == etrangere.Id).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<int> CompterAsync(PropertyInfo ensemble, ICtgReadContext lecture, ConventionId convention) =>
        await (Task<int>)Compter.MakeGenericMethod(ensemble.PropertyType.GetGenericArguments()[0]).Invoke(null, [ensemble.GetValue(lecture), convention])!;

    private static Task<int> CompterLignesAsync<T>(IQueryable<T> ensemble, ConventionId convention)
        where T : class => ensemble.CountAsync(x => EF.Property<ConventionId>(x, "ConventionId") == convention, TestContext.Current.CancellationToken);

    private AsyncServiceScope Lire(Role role, ConventionId convention)
    {
        var portee = donnees.Services.CreateAsyncScope();
        var habilitation = role == Role.Administrateur
            ? new Habilitation(role, Portee.Nationale, "")
            : new Habilitation(role, Portee.Convention, convention.Value.ToString());
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(ApplicationDeTest.Une("Camille Essai", habilitation));
        return portee;
    }

    /// <summary>One fiche that is followed, commented, or that something is attached to.</summary>
    private Task<int> RendreConfidentielleAsync(ConventionId convention) => donnees.Services.LireAsync(async db =>
    {
        var fiche = await db.FichesAction.AsNoTracking().Where(f => f.ConventionId == convention)
            .OrderByDescending(f => db.Commentaires.Count(c => c.FicheActionId == f.Id)).ThenBy(f => f.Id).Select(f => f.Id).FirstAsync();
        return await db.Database.ExecuteSqlAsync($"UPDATE fiches_action SET confidentielle = (id = {fiche.Value}) WHERE convention_id = {convention.Value}");
    });
}
