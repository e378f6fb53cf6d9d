using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>One portal for one test: real Kestrel on a free port, its own database, and the people who come to it.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string MotDePasse = "une phrase pour entrer";

    private readonly Navigateur _navigateur;
    private readonly List<Onglet> _onglets = [];

    private Site(Navigateur navigateur, PortailDeTest portail) => (_navigateur, Portail) = (navigateur, portail);

    public PortailDeTest Portail { get; }

    /// <param name="referentiel">True for the territories of France.</param>
    /// <param name="demonstration">True for the demonstration data too.</param>
    public static async Task<Site> OuvrirAsync(
        PostgresServer serveur, Navigateur navigateur, bool referentiel = false, bool demonstration = false) =>
        new(navigateur, await PortailDeTest.EcouterAsync(serveur, referentiel, demonstration));

    /// <summary>A window of somebody who is not signed in; the site closes it.</summary>
    /// <param name="parNom">By the name of the machine, which passkeys ask for, and not by its number.</param>
    public async Task<Onglet> NaviguerAsync(Ecran? ecran = null, bool script = true, bool parNom = false)
    {
        var adresse = parNom ? new UriBuilder(Portail.Adresse) { Host = "localhost" }.Uri : Portail.Adresse;
        var onglet = await Onglet.OuvrirAsync(await _navigateur.OuvrirAsync(adresse, ecran ?? Ecran.Bureau, script), ecran ?? Ecran.Bureau);
        _onglets.Add(onglet);
        return onglet;
    }

    public Task InscrireAsync(string courriel, string prenom, string nom, params Habilitation[] habilitations) =>
        Portail.InscrireAsync(courriel, prenom, nom, MotDePasse, habilitations);

    /// <summary>A window of somebody who has just signed in, by the form.</summary>
    public async Task<Onglet> ConnecterAsync(string courriel, Ecran? ecran = null, bool script = true)
    {
        var onglet = await NaviguerAsync(ecran, script);
        await onglet.SeConnecterAsync(courriel);
        return onglet;
    }

    /// <summary>A new account over one convention, signed in.</summary>
    public Task<Onglet> ConnecterAsync(Role role, ConventionId convention, Ecran? ecran = null, bool script = true) =>
        ConnecterAsync(new Habilitation(role, Portee.Convention, convention.Value.ToString()), ecran, script);

    public async Task<Onglet> ConnecterAsync(Habilitation habilitation, Ecran? ecran = null, bool script = true)
    {
        var courriel = $"camille-{Guid.CreateVersion7():N}@demo.test";
        await InscrireAsync(courriel, "Camille", "Essai", habilitation);
        return await ConnecterAsync(courriel, ecran, script);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var onglet in _onglets)
        {
            await onglet.DisposeAsync();
        }

        await Portail.DisposeAsync();
    }
}
