using CtgPortal.Application.Brouillons;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Brouillons;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Brouillons;

public sealed class BrouillonsTests(PostgresServer serveur)
{
    [Fact]
    public async Task Le_dernier_mot_remplace_le_precedent_et_n_est_qu_a_soi()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (moi, autre) = (t.Coordination, t.Avec(Role.Conseiller));

        await t.EnvoyerAsync(new GarderBrouillon.Command("/fiches/1/quoi", "Quoi", "premier"), moi);
        await t.EnvoyerAsync(new GarderBrouillon.Command("/fiches/1/quoi", "Quoi", "second\0"), moi);
        await t.EnvoyerAsync(new GarderBrouillon.Command("/fiches/1/quoi", "Quoi", "le sien"), autre);

        Assert.Equal("second", Assert.Single(await t.EnvoyerAsync(new ListerBrouillons.Query("/fiches/1/quoi"), moi)).Contenu);
        Assert.Null(Assert.Single(await t.EnvoyerAsync(new ListerBrouillons.Query(), moi)).Contenu);
        await t.EnvoyerAsync(new AbandonnerBrouillon.Command("/fiches/1/quoi"), moi);
        Assert.Empty(await t.EnvoyerAsync(new ListerBrouillons.Query(), moi));
        Assert.Single(await t.EnvoyerAsync(new ListerBrouillons.Query(), autre));
    }

    [Fact]
    public async Task Le_nombre_de_brouillons_d_une_personne_est_borne_et_le_plus_ancien_s_en_va()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var moi = t.Coordination;
        for (var i = 0; i <= Brouillon.Max; i++)
        {
            t.Application.Horloge.Advance(TimeSpan.FromMinutes(1));
            await t.EnvoyerAsync(new GarderBrouillon.Command($"/{i}", "", "x"), moi);
        }

        var gardes = await t.EnvoyerAsync(new ListerBrouillons.Query(), moi);
        Assert.Equal(Brouillon.Max, gardes.Count);
        Assert.DoesNotContain("/0", gardes.Select(b => b.Formulaire));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("https://ailleurs.example", "x")]
    [InlineData("//ailleurs.example", "x")]
    [InlineData("/fiche", "")]
    public async Task Un_brouillon_sans_formulaire_du_portail_ou_sans_texte_est_refuse(string formulaire, string contenu)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(new GarderBrouillon.Command(formulaire, "", contenu)));
        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(new GarderBrouillon.Command("/f", "", new string('x', Brouillon.ContenuLongueurMax + 1))));
    }

    [Fact]
    public async Task Un_brouillon_que_personne_n_a_repris_est_oublie_apres_trente_jours()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var moi = t.Coordination;
        await t.EnvoyerAsync(new GarderBrouillon.Command("/ancien", "", "x"), moi);
        t.Application.Horloge.Advance(TimeSpan.FromDays(Brouillon.JoursGardes));
        await t.EnvoyerAsync(new GarderBrouillon.Command("/recent", "", "x"), moi);
        t.Application.Horloge.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await t.Application.AvecAsync(s => s.GetRequiredService<PurgeDesBrouillons>().PurgerAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("/recent", Assert.Single(await t.EnvoyerAsync(new ListerBrouillons.Query(), moi)).Formulaire);
    }
}
