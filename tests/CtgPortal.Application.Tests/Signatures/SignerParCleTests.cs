using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Miennes;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>A passkey confirms who signs: for the very text, once, within minutes.</summary>
public sealed class SignerParCleTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly AuthentificateurDeTest _appareil = new();
    private TerrainDeSignature _terrain = null!;
    private Signature _circuit = null!;
    private LigneSignature _ligne = null!;

    private ApplicationDeTest App => _terrain.Application;

    private TexteASigner Texte => new(_ligne.Id, _circuit.Empreinte);

    public async ValueTask InitializeAsync()
    {
        _terrain = await TerrainDeSignature.PreparerAsync(serveur);
        _circuit = await _terrain.OuvrirAsync();
        _ligne = _circuit.LigneDe(_terrain.Presidente.Courriel)!;
        await AjouterAsync(_appareil, _terrain.Presidente);
    }

    public ValueTask DisposeAsync()
    {
        _appareil.Dispose();
        return _terrain.DisposeAsync();
    }

    [Fact]
    public async Task La_cle_confirme_et_la_signature_dit_par_quoi()
    {
        await SignerAsync(_appareil.Repondre(await DefierAsync(Texte)));

        var ligne = (await _terrain.CircuitAsync()).Lignes.Single(l => l.Id == _ligne.Id);
        Assert.Equal((EtatLigne.Signee, ModeSignature.Compte, MoyenIdentite.CleAcces), (ligne.Etat, ligne.Mode, ligne.IdentitePar));
        Assert.Contains("\"CleAcces\"", await App.LireAsync(db => db.Preuves.Where(e => e.Type == nameof(SignatureRecueillie)).Select(e => e.Faits).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_confirmation_rejouee_est_refusee()
    {
        var reponse = _appareil.Repondre(await DefierAsync(Texte));

        // confirmed for a signature that the portal gave up on its way
        Assert.True(await ConfirmerAsync(Texte, reponse));

        await RefuserAsync(reponse);
    }

    [Fact]
    public async Task Une_confirmation_faite_pour_un_autre_texte_ou_une_autre_ligne_est_refusee()
    {
        await RefuserAsync(_appareil.Repondre(await DefierAsync(Texte with { Empreinte = new('0', 64) })));
        await RefuserAsync(_appareil.Repondre(await DefierAsync(Texte with { Ligne = LigneSignatureId.New() })));
    }

    [Fact]
    public async Task Une_confirmation_pour_se_connecter_ne_signe_pas() =>
        await RefuserAsync(_appareil.Repondre(await App.EnvoyerAsync(new DefierPourSeConnecter.Command(), _terrain.Presidente)));

    [Fact]
    public async Task La_cle_d_un_autre_appareil_ou_d_une_autre_personne_est_refusee()
    {
        using var inconnu = new AuthentificateurDeTest();
        await RefuserAsync(inconnu.Repondre(await DefierAsync(Texte)));

        using var duDirecteur = new AuthentificateurDeTest();
        await AjouterAsync(duDirecteur, _terrain.Directeur);
        await RefuserAsync(duDirecteur.Repondre(await DefierAsync(Texte)));

        // the challenge of another person, answered by their own key
        await RefuserAsync(duDirecteur.Repondre(await App.EnvoyerAsync(new DefierPourSigner.Command([Texte], true), _terrain.Directeur)));
    }

    [Fact]
    public async Task Une_reponse_modifiee_ou_trop_tardive_est_refusee_et_use_le_defi()
    {
        var defi = await DefierAsync(Texte);
        var reponse = _appareil.Repondre(defi);
        await RefuserAsync(reponse.Replace("\"signature\":\"M", "\"signature\":\"N", StringComparison.Ordinal));
        await RefuserAsync(reponse);

        var tardif = await DefierAsync(Texte);
        App.Horloge.Advance(ReglesCle.Duree);
        await RefuserAsync(_appareil.Repondre(tardif));
    }

    [Fact]
    public async Task Un_lot_se_confirme_une_fois_et_chaque_texte_une_fois()
    {
        await App.EnvoyerAsync(new OuvrirAvantDeSigner.Command(_terrain.Convention, _ligne.Id), _terrain.Presidente);
        var reponse = _appareil.Repondre(await DefierAsync(Texte, new(LigneSignatureId.New(), _circuit.Empreinte)));

        var issues = await App.EnvoyerAsync(
            new SignerEnLot.Command([new(_terrain.Convention, _ligne.Id, _circuit.Empreinte)], true, MoyenIdentite.CleAcces, reponse), _terrain.Presidente);

        Assert.Null(Assert.Single(issues).Refus);
        Assert.False(await ConfirmerAsync(Texte, reponse));
    }

    [Fact]
    public async Task La_meme_reponse_confirme_chaque_texte_du_lot_une_fois_et_aucune_autre_reponse()
    {
        var second = new TexteASigner(LigneSignatureId.New(), _circuit.Empreinte);
        var troisieme = new TexteASigner(LigneSignatureId.New(), _circuit.Empreinte);
        var defi = await DefierAsync(Texte, second, troisieme);
        var reponse = _appareil.Repondre(defi);

        Assert.True(await ConfirmerAsync(Texte, reponse));
        Assert.True(await ConfirmerAsync(second, reponse));
        Assert.False(await ConfirmerAsync(troisieme, _appareil.Repondre(defi)));

        // a wrong answer used it up
        Assert.False(await ConfirmerAsync(troisieme, reponse));
    }

    [Fact]
    public async Task Le_consentement_vient_avant_la_cle()
    {
        var refus = await Assert.ThrowsAsync<ValidationException>(() => App.EnvoyerAsync(new DefierPourSigner.Command([Texte], false), _terrain.Presidente));

        Assert.Equal("Consentement", Assert.Single(refus.Errors).PropertyName);
    }

    private async Task RefuserAsync(string reponse)
    {
        var avant = await _terrain.CircuitAsync();
        var tentatives = await TentativesAsync();

        var refus = await Assert.ThrowsAsync<ValidationException>(() => SignerAsync(reponse));

        Assert.Equal(("Secret", "La clé d’accès n’a pas confirmé votre identité"), (refus.Errors.Single().PropertyName, refus.Errors.Single().ErrorMessage[..46]));
        var apres = await _terrain.CircuitAsync();
        Assert.Equal((avant.Revision, EtatLigne.Appelee), (apres.Revision, apres.Lignes.Single(l => l.Id == _ligne.Id).Etat));
        Assert.Equal(tentatives + 1, await TentativesAsync());
    }

    private Task<bool> SignerAsync(string reponse) => App.EnvoyerAsync(
        new SignerConvention.Command(_terrain.Convention, _ligne.Id, _circuit.Empreinte, true, MoyenIdentite.CleAcces, reponse), _terrain.Presidente);

    private Task<DefiLance> DefierAsync(params TexteASigner[] textes) => App.EnvoyerAsync(new DefierPourSigner.Command(textes, true), _terrain.Presidente);

    private Task<bool> ConfirmerAsync(TexteASigner texte, string reponse) => App.AvecAsync(
        s => s.GetRequiredService<IClesAcces>().ConfirmerAsync(_terrain.Presidente.Id!.Value, texte, reponse, CancellationToken.None));

    private Task<int> TentativesAsync() => App.LireAsync(db => db.Preuves.CountAsync(e => e.Type == nameof(ActeRefuse)));

    private async Task AjouterAsync(AuthentificateurDeTest appareil, Personne par)
    {
        var defi = await App.EnvoyerAsync(new ProposerCle.Command("Téléphone", TerrainDeSignature.MotDePasse), par);
        await App.EnvoyerAsync(new EnregistrerCle.Command("Téléphone", appareil.Creer(defi)), par);
    }
}
