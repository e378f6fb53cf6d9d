using System.Threading.Channels;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Salles;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Salles;

/// <summary>A live channel stays open for hours: rights are read again while it lasts.</summary>
public sealed class VeilleDesDroitsTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnAteliers);
    private PortailDeTest _portail = null!;
    private Atelier _atelier = null!;

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _atelier = UnAtelier.Prevu(null, _convention.Id);
        await _portail.SauverAsync(_convention, _atelier, UneSalle.Ouverte(_atelier));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    public static TheoryData<string> Retraits => ["habilitation", "desactivation", "deconnexion"];

    [Theory, MemberData(nameof(Retraits))]
    public async Task Un_droit_retire_coupe_l_ecran_et_lui_seul(string retrait)
    {
        await using var retiree = await EcouterAsync("Animer");
        await using var mur = await EcouterAsync("Projeter");
        await using var telephone = await Ecran.OuvrirAsync(_portail, await TelephoneAsync(), "Participer", UneSalle.Code);
        await RevoirAsync();
        await DansLaSalle.PosterAsync(telephone.Navigateur, "Avant le retrait");
        await retiree.EntendreAsync();
        await mur.EntendreAsync();

        await RetirerAsync(retiree.Courriel, retrait);
        await RevoirAsync();

        await retiree.CoupeAsync();
        await RevoirAsync();
        await DansLaSalle.PosterAsync(telephone.Navigateur, "Après le retrait");
        await mur.EntendreAsync();
        Assert.Equal((HubConnectionState.Connected, HubConnectionState.Disconnected), (mur.Canal.State, retiree.Canal.State));
        Assert.Equal(HubConnectionState.Connected, telephone.Canal.State);
    }

    [Fact]
    public async Task Toutes_les_dix_secondes_sans_que_personne_le_demande()
    {
        await using var ecran = await EcouterAsync("Projeter");
        await RetirerAsync(ecran.Courriel, "habilitation");

        _portail.Horloge.Advance(VeilleDesDroits.Periode);

        await ecran.CoupeAsync();
    }

    private Task<int> RevoirAsync() => _portail.Services.GetRequiredService<VeilleDesDroits>().RevoirAsync(Arret);

    private async Task<HttpClient> TelephoneAsync()
    {
        var telephone = _portail.AvecCookies();
        await DansLaSalle.EntrerAsync(telephone);
        return telephone;
    }

    private async Task<Ecran> EcouterAsync(string methode)
    {
        var courriel = $"camille-{Guid.CreateVersion7():N}@demo.test";
        var poche = await _portail.EntrerAsync("Camille", "Essai", courriel, new Habilitation(Role.Coordination, Portee.Convention, _convention.Id.Value.ToString()));
        return await Ecran.OuvrirAsync(_portail, _portail.Revenir(poche), methode, _convention.Id.Value, _atelier.Id.Value, courriel);
    }

    private Task RetirerAsync(string courriel, string comment) => _portail.EcrireAsync(async db =>
    {
        var compte = await db.Users.Include(u => u.Habilitations).SingleAsync(u => u.Email == courriel, Arret);
        switch (comment)
        {
            case "habilitation":
                compte.Habiliter([new Habilitation(Role.Coordination, Portee.Territoire, "999999999")]);
                break;
            case "desactivation":
                compte.EstActif = false;
                break;
            default:
                compte.SecurityStamp = Guid.CreateVersion7().ToString("N");
                break;
        }

        await db.SaveChangesAsync(Arret);
    });

    private sealed class Ecran : IAsyncDisposable
    {
        private readonly Channel<string> _entendu = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource _coupe = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Ecran(HubConnection canal, HttpClient navigateur, string courriel)
        {
            (Canal, Navigateur, Courriel) = (canal, navigateur, courriel);
            canal.On<System.Text.Json.Nodes.JsonNode>("nouveautes", _ => _entendu.Writer.TryWrite("nouveautes"));
            canal.Closed += _ =>
            {
                _coupe.TrySetResult();
                return Task.CompletedTask;
            };
        }

        public HubConnection Canal { get; }

        public HttpClient Navigateur { get; }

        public string Courriel { get; }

        public static Task<Ecran> OuvrirAsync(PortailDeTest portail, HttpClient navigateur, string methode, Guid convention, Guid atelier, string courriel) =>
            OuvrirAsync(portail, navigateur, courriel, c => c.InvokeAsync(methode, convention, atelier, Arret));

        public static Task<Ecran> OuvrirAsync(PortailDeTest portail, HttpClient navigateur, string methode, string code) =>
            OuvrirAsync(portail, navigateur, "", c => c.InvokeAsync(methode, code, Arret));

        public Task CoupeAsync() => _coupe.Task.WaitAsync(TimeSpan.FromMinutes(1), Arret);

        public async Task EntendreAsync() => await _entendu.Reader.ReadAsync(Arret);

        public ValueTask DisposeAsync() => Canal.DisposeAsync();

        private static async Task<Ecran> OuvrirAsync(PortailDeTest portail, HttpClient navigateur, string courriel, Func<HubConnection, Task> rejoindre)
        {
            var cookies = await PortailDeTest.CookiesDeAsync(navigateur);
            var ecran = new Ecran(DansLaSalle.Canal(() => portail, cookies), navigateur, courriel);
            await ecran.Canal.StartAsync(Arret);
            await rejoindre(ecran.Canal);
            return ecran;
        }
    }
}
