using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Comptes.Cles;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Comptes;

public sealed class ClesAccesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string MotDePasse = "Un-mot-de-passe-2026";

    private static readonly Personne Claire =
        ApplicationDeTest.Une("Claire Morel", Habilitation.Nationale(Role.Administrateur)) with { Courriel = "claire@demo.test" };

    private static readonly Personne Paul = ApplicationDeTest.Une("Paul Lévêque", Habilitation.Nationale(Role.Administrateur)) with { Courriel = "paul@demo.test" };

    private readonly AuthentificateurDeTest _appareil = new();
    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        await _app.InscrireAsync(Claire, MotDePasse);
        await _app.InscrireAsync(Paul, MotDePasse);
    }

    public ValueTask DisposeAsync()
    {
        _appareil.Dispose();
        return _app.DisposeAsync();
    }

    [Fact]
    public async Task Une_cle_ajoutee_se_lit_et_son_titulaire_en_est_prevenu()
    {
        await AjouterAsync();

        var cle = Assert.Single(await ClesAsync(Claire));
        Assert.Equal(("Téléphone", UneConvention.Maintenant, null, false), (cle.Nom, cle.CreeeLe, cle.UtiliseeLe, cle.EstSynchronisee));
        Assert.Empty(await ClesAsync(Paul));
        var courriel = await _app.LireAsync(db => db.Courriels.AsNoTracking().SingleAsync());
        Assert.Equal(("claire@demo.test", "Une clé d’accès a été ajoutée à votre compte"), (courriel.Destinataire, courriel.Objet));
    }

    [Fact]
    public async Task Ajouter_une_cle_demande_le_mot_de_passe_compte_comme_une_connexion()
    {
        for (var essai = 0; essai < 5; essai++)
        {
            var refus = await Assert.ThrowsAsync<ValidationException>(() => ProposerAsync(motDePasse: "deviné"));
            Assert.Equal("MotDePasse", Assert.Single(refus.Errors).PropertyName);
        }

        await Assert.ThrowsAsync<ValidationException>(() => ProposerAsync());
        Assert.Equal(0, await DefisAsync());
    }

    [Fact]
    public async Task Une_reponse_ne_sert_qu_une_fois_et_n_ajoute_rien_a_un_autre_compte()
    {
        var defi = await ProposerAsync();
        var reponse = _appareil.Creer(defi);

        await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(Paul, reponse));
        await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(Claire, reponse));

        Assert.Empty(await ClesAsync(Claire));
        Assert.Empty(await ClesAsync(Paul));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas une réponse")]
    [InlineData("018f0000-0000-7000-8000-000000000000 {}")]
    public async Task Une_reponse_que_personne_n_attend_est_refusee(string reponse)
    {
        await ProposerAsync();

        await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(Claire, reponse));
        Assert.Null(await ReconnaitreAsync(reponse));
        Assert.Empty(await ClesAsync(Claire));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","attestationObject":"oA","authenticatorData":"AA","signature":"AA"}}""")]
    public async Task Une_reponse_illisible_use_le_defi_et_n_ajoute_rien(string dite)
    {
        var defi = await ProposerAsync();

        await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(Claire, $"{defi.Id} {dite}"));

        Assert.Empty(await ClesAsync(Claire));
        Assert.Equal(0, await DefisAsync());
    }

    [Fact]
    public async Task Une_reponse_donnee_sur_un_autre_site_est_refusee()
    {
        using var ailleurs = new AuthentificateurDeTest("http://localhost.exemple.org");

        var defi = await ProposerAsync();
        await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(Claire, ailleurs.Creer(defi)));

        Assert.Empty(await ClesAsync(Claire));
    }

    [Fact]
    public async Task Une_reponse_trop_tardive_est_refusee()
    {
        var defi = await ProposerAsync();
        _app.Horloge.Advance(ReglesCle.Duree);

        await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(Claire, _appareil.Creer(defi)));
    }

    [Fact]
    public async Task Une_cle_connecte_son_titulaire_et_dit_quand_elle_a_servi()
    {
        await AjouterAsync();
        _app.Horloge.Advance(TimeSpan.FromDays(2));

        Assert.Equal(Claire.Id, await ReconnaitreAsync(_appareil.Repondre(await DefierAsync())));

        Assert.Equal(_app.Horloge.GetUtcNow(), Assert.Single(await ClesAsync(Claire)).UtiliseeLe);
        Assert.Equal(_app.Horloge.GetUtcNow(), await _app.LireAsync(db => db.Users.Where(u => u.Email == "claire@demo.test").Select(u => u.DerniereConnexionLe).SingleAsync()));
    }

    [Fact]
    public async Task Une_reponse_rejouee_ne_connecte_personne()
    {
        await AjouterAsync();
        var reponse = _appareil.Repondre(await DefierAsync());
        Assert.NotNull(await ReconnaitreAsync(reponse));

        Assert.Null(await ReconnaitreAsync(reponse));

        // the same words of the device, under another challenge
        Assert.Null(await ReconnaitreAsync($"{(await DefierAsync()).Id} {reponse[(reponse.IndexOf(' ', StringComparison.Ordinal) + 1)..]}"));
    }

    [Fact]
    public async Task Deux_envois_de_la_meme_reponse_a_la_fois_ne_connectent_qu_une_fois()
    {
        await AjouterAsync();
        var reponse = _appareil.Repondre(await DefierAsync());

        var issues = await Task.WhenAll(ReconnaitreAsync(reponse), ReconnaitreAsync(reponse));

        Assert.Single(issues, i => i is not null);
    }

    [Fact]
    public async Task Ni_une_cle_retiree_ni_un_compte_desactive_ne_connectent()
    {
        await AjouterAsync();
        await _app.LireAsync(db => db.Users.Where(u => u.Email == "claire@demo.test").ExecuteUpdateAsync(u => u.SetProperty(x => x.EstActif, false)));
        Assert.Null(await ReconnaitreAsync(_appareil.Repondre(await DefierAsync())));

        await _app.LireAsync(db => db.Users.Where(u => u.Email == "claire@demo.test").ExecuteUpdateAsync(u => u.SetProperty(x => x.EstActif, true)));
        var cle = Assert.Single(await ClesAsync(Claire));
        await _app.EnvoyerAsync(new RetirerCle.Command(cle.Id), Claire);
        Assert.Null(await ReconnaitreAsync(_appareil.Repondre(await DefierAsync())));
        Assert.Empty(await ClesAsync(Claire));
    }

    [Fact]
    public async Task On_ne_renomme_et_ne_retire_que_ses_cles()
    {
        await AjouterAsync();
        var cle = Assert.Single(await ClesAsync(Claire));

        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new RenommerCle.Command(cle.Id, "À moi"), Paul));
        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new RetirerCle.Command(cle.Id), Paul));
        await _app.EnvoyerAsync(new RenommerCle.Command(cle.Id, " Téléphone de la mairie "), Claire);

        Assert.Equal("Téléphone de la mairie", Assert.Single(await ClesAsync(Claire)).Nom);
    }

    [Theory]
    [InlineData("https://ctg.exemple.fr", "https://ctg.exemple.fr", true)]
    [InlineData("https://ctg.exemple.fr:8443", "https://ctg.exemple.fr", false)]
    [InlineData("http://ctg.exemple.fr", "https://ctg.exemple.fr", false)]
    [InlineData("https://exemple.fr", "https://ctg.exemple.fr", false)]
    [InlineData("null", "https://ctg.exemple.fr", false)]
    [InlineData("http://localhost:40123", "http://localhost:5080", true)]
    public void Une_reponse_ne_vaut_que_de_l_adresse_du_portail(string origine, string adresse, bool admise) =>
        Assert.Equal(admise, OptionsCles.EstChezNous(origine, new Uri(adresse)));

    private async Task AjouterAsync() => await EnregistrerAsync(Claire, _appareil.Creer(await ProposerAsync()));

    private Task<DefiLance> ProposerAsync(string motDePasse = MotDePasse) => _app.EnvoyerAsync(new ProposerCle.Command("Téléphone", motDePasse), Claire);

    private Task<MediatR.Unit> EnregistrerAsync(Personne par, string reponse) => _app.EnvoyerAsync(new EnregistrerCle.Command("Téléphone", reponse), par);

    private Task<DefiLance> DefierAsync() => _app.EnvoyerAsync(new DefierPourSeConnecter.Command(), Personne.Systeme("Personne"));

    private Task<UtilisateurId?> ReconnaitreAsync(string reponse) =>
        _app.AvecAsync(s => s.GetRequiredService<IClesAcces>().ReconnaitreAsync(reponse, CancellationToken.None));

    private async Task<IReadOnlyList<CleLue>> ClesAsync(Personne de) => (await _app.EnvoyerAsync(new ConsulterMesCles.Query(), de)).Cles;

    private Task<int> DefisAsync() => _app.LireAsync(db => db.Set<DefiCleAcces>().CountAsync());
}
