using System.Net;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>Two portals on one database, behind one address: nothing is kept in a process.</summary>
public sealed class DeuxInstancesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Courriel = "deux@demo.test";
    private const string MotDePasse = "une phrase pour entrer";

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnDiagnostic);

    private PortailDeTest _une = null!;
    private PortailDeTest _autre = null!;

    public async ValueTask InitializeAsync()
    {
        var connexion = await serveur.CreateDatabaseAsync();
        (_une, _autre) = (PortailDeTest.Sur(connexion, UneConvention.Maintenant), PortailDeTest.Sur(connexion, UneConvention.Maintenant));
        await _une.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"), _convention);
    }

    public async ValueTask DisposeAsync()
    {
        await _une.DisposeAsync();
        await _autre.DisposeAsync();
    }

    [Fact]
    public async Task Une_personne_passe_de_l_une_a_l_autre_sans_s_en_apercevoir()
    {
        await InscrireAsync();
        using var navigateur = Alterner(out var parcourues);

        // the form comes from one, its answer goes to the other: keys, cookies and antiforgery are shared
        var entree = await (await PageHtml.OuvrirAsync(navigateur, "/connexion"))
            .EnvoyerAsync("form[method=post]", ("Input.Courriel", Courriel), ("Input.MotDePasse", MotDePasse));
        Assert.Equal(HttpStatusCode.Found, entree.Statut);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(navigateur, "/compte")).Statut);
        }

        Assert.Equal(2, parcourues.Distinct().Count());
    }

    [Fact]
    public async Task Un_changement_fait_sur_l_une_se_voit_aussitot_sur_l_autre()
    {
        await InscrireAsync();
        using var navigateur = Alterner(out _);
        await EntrerAsync(navigateur);
        Assert.Contains(_convention.Intitule, (await LireAsync(navigateur)).Texte, StringComparison.Ordinal);

        await _une.EcrireAsync(async db =>
        {
            var convention = await db.Conventions.SingleAsync();
            convention.ModifierCadre(UneConvention.Cadre("Un intitulé tout neuf"), UneConvention.Maintenant);
            await db.SaveChangesAsync();
        });

        Assert.Contains("Un intitulé tout neuf", (await LireAsync(navigateur)).Texte, StringComparison.Ordinal);
        Assert.Contains("Un intitulé tout neuf", (await LireAsync(navigateur)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_role_retire_ou_un_compte_ferme_l_est_aussitot_partout()
    {
        var id = await InscrireAsync();
        using var navigateur = Alterner(out _);
        await EntrerAsync(navigateur);
        Assert.Equal(HttpStatusCode.OK, (await LireAsync(navigateur)).Statut);

        await _une.EcrireAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == id)).Habiliter([]);
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await LireAsync(navigateur)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await LireAsync(navigateur)).Statut);

        await _autre.EcrireAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == id)).EstActif = false;
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Found, (await LireAsync(navigateur)).Statut);
        Assert.Equal(HttpStatusCode.Found, (await LireAsync(navigateur)).Statut);
    }

    [Fact]
    public async Task Deux_instances_preparent_ensemble_une_base_neuve_sans_se_gener()
    {
        var connexion = await serveur.CreateEmptyDatabaseAsync();
        await using var une = PortailDeTest.Sur(connexion, UneConvention.Maintenant);
        await using var autre = PortailDeTest.Sur(connexion, UneConvention.Maintenant);

        await Task.WhenAll(new[] { une, autre }.Select(p => Task.Run(() => p.Services.PreparerBaseAsync(TestContext.Current.CancellationToken))));
        var communes = await une.LireAsync(db => db.Set<Commune>().CountAsync());
        await autre.Services.PreparerBaseAsync(TestContext.Current.CancellationToken);

        Assert.InRange(communes, 34_000, 40_000);
        Assert.Equal(communes, await autre.LireAsync(db => db.Set<Commune>().CountAsync()));
        using var navigateur = autre.Anonyme();
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(navigateur, "/health/ready")).Statut);
    }

    private static async Task EntrerAsync(HttpClient navigateur) =>
        Assert.Equal(HttpStatusCode.Found, (await (await PageHtml.OuvrirAsync(navigateur, "/connexion"))
            .EnvoyerAsync("form[method=post]", ("Input.Courriel", Courriel), ("Input.MotDePasse", MotDePasse))).Statut);

    private Task<PageHtml> LireAsync(HttpClient navigateur) => PageHtml.OuvrirAsync(navigateur, $"/conventions/{_convention.Id.Value}/signature");

    private async Task<Guid> InscrireAsync()
    {
        await using var portee = _une.Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(Personne.Systeme("Préparation des tests"));
        var comptes = portee.ServiceProvider.GetRequiredService<IComptes>();
        var id = await comptes.InviterAsync(
            new(Courriel, "Claire", "Morel", null, new(Role.Conseiller, Portee.Caf, "02"), "Les tests", "", ""), CancellationToken.None);
        await comptes.ChangerMotDePasseAsync(id, MotDePasse, CancellationToken.None);
        return id.Value;
    }

    private HttpClient Alterner(out IReadOnlyList<int> parcourues)
    {
        var aiguillage = new Aiguillage([new(_une.Porte()), new(_autre.Porte())]);
        parcourues = aiguillage.Parcourues;
        return new HttpClient(aiguillage) { BaseAddress = new("http://localhost") };
    }

    /// <summary>Each request goes to the next portal, with the cookies of one browser.</summary>
    private sealed class Aiguillage(HttpMessageInvoker[] portails) : HttpMessageHandler
    {
        private readonly CookieContainer _pot = new();
        private readonly List<int> _parcourues = [];

        public IReadOnlyList<int> Parcourues => _parcourues;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var rang = _parcourues.Count % portails.Length;
            _parcourues.Add(rang);
            if (_pot.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookiesConnus)
            {
                request.Headers.Add("Cookie", cookiesConnus);
            }

            var reponse = await portails[rang].SendAsync(request, cancellationToken);
            foreach (var cookie in reponse.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            {
                _pot.SetCookies(request.RequestUri!, cookie);
            }

            return reponse;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (var portail in portails)
            {
                portail.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
