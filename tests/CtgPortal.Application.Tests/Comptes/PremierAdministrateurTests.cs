using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Comptes;

public class PremierAdministrateurTests(PostgresServer serveur)
{
    private const string Adresse = "exploitation@demo.test";

    [Fact]
    public async Task Un_portail_vide_invite_une_seule_fois_la_personne_du_reglage()
    {
        await using var portail = await ComptesDeTest.OuvrirAsync(serveur, new KeyValuePair<string, string?>("CtgPortal:Administrateur", " Exploitation@demo.test "));

        await Task.WhenAll(InviterAsync(portail), InviterAsync(portail));
        await InviterAsync(portail);

        await portail.EnvoyerAsync(ComptesDeTest.DefinirAvec(await portail.DernierLienAsync(Adresse)));
        var personne = await portail.PersonneAsync(Adresse);
        Assert.Equal([Habilitation.Nationale(Role.Administrateur)], personne.Habilitations);
        Assert.Equal(1, await portail.LireAsync(db => db.Users.CountAsync()));
        Assert.Equal(1, await portail.LireAsync(db => db.Courriels.CountAsync(c => c.Texte.Contains("vous invite"))));
    }

    [Fact]
    public async Task Un_portail_qui_a_un_compte_n_invite_personne()
    {
        await using var portail = await ComptesDeTest.OuvrirAsync(serveur, new KeyValuePair<string, string?>("CtgPortal:Administrateur", Adresse));
        await portail.InscrireAsync("claire@demo.test", ComptesDeTest.Admin);

        await InviterAsync(portail);

        Assert.False(await portail.LireAsync(db => db.Users.AnyAsync(u => u.Email == Adresse)));
    }

    [Fact]
    public async Task Sans_reglage_personne_n_est_invite()
    {
        await using var portail = await ComptesDeTest.OuvrirAsync(serveur);

        await InviterAsync(portail);

        Assert.False(await portail.LireAsync(db => db.Users.AnyAsync()));
    }

    private static Task<int> InviterAsync(ComptesDeTest portail) => portail.AvecAsync(async services =>
    {
        await services.GetRequiredService<PremierAdministrateur>().InviterAsync(CancellationToken.None);
        return 0;
    });
}
