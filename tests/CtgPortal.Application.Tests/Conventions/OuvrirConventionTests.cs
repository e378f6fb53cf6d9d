using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Conventions;

public sealed class OuvrirConventionTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly OuvrirConvention.Command Nouvelle = new(
        "02", [new(TypeTerritoire.Epci, "240200600")], null, "Ctg des Trois Rivières",
        new(2026, 1, 1), new(2030, 12, 31), 1, ["jeunesse"], null);

    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);
        await _app.SauverAsync(Referentiel());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Ouvre_la_convention_son_diagnostic_et_son_plan_avec_le_journal()
    {
        var id = await _app.EnvoyerAsync(Nouvelle, Conseillere);

        var convention = await LireAsync(id);
        Assert.Equal((StatutConvention.EnDiagnostic, "02", "02"), (convention.Statut, convention.CafCode, convention.Departement));
        Assert.Equal([new TerritoireRef(TypeTerritoire.Epci, "240200600", "CC des Trois Rivières")], convention.Titulaires);
        Assert.Equal([("02381", 8_700), ("02684", 3_300)], convention.Perimetre.OrderBy(c => c.Code).Select(c => (c.Code, c.Population ?? 0)));
        Assert.Equal(1, await _app.LireAsync(db => db.Diagnostics.CountAsync(d => d.ConventionId == id)));
        Assert.Equal(1, await _app.LireAsync(db => db.Plans.CountAsync(p => p.ConventionId == id)));
        var journal = await _app.LireAsync(db => db.Journal.Where(e => e.ConventionId == id).ToListAsync());
        Assert.Equal(["ConventionOuverte", "DiagnosticCommence", "PlanCommence"], journal.Select(e => e.Type).Order());
        Assert.All(journal, e => Assert.Equal((Conseillere.Id, "Nadia Ferrand", Maintenant), (e.Par, e.ParNom, e.Le)));
    }

    [Fact]
    public async Task Porte_plusieurs_titulaires_de_toute_sorte()
    {
        var id = await _app.EnvoyerAsync(
            Nouvelle with
            {
                Titulaires =
                [
                    new(TypeTerritoire.Commune, "02738"), new(TypeTerritoire.Epci, "240200600"), new(TypeTerritoire.Syndicat, "", "SIVOM de la Thiérache"),
                ],
            },
            Conseillere);

        var convention = await LireAsync(id);
        Assert.Equal(["Tergnier", "CC des Trois Rivières", "SIVOM de la Thiérache"], convention.Titulaires.Select(t => t.Nom));
        Assert.Equal(["02381", "02684", "02738"], convention.Perimetre.Select(c => c.Code).Order());
        Assert.Equal(["Caf de l’Aisne", "Tergnier", "CC des Trois Rivières", "SIVOM de la Thiérache"], convention.Parties.Select(p => p.Nom));
    }

    [Fact]
    public async Task Se_limite_aux_communes_choisies()
    {
        var id = await _app.EnvoyerAsync(Nouvelle with { Communes = ["02684"] }, Conseillere);

        Assert.Equal(["02684"], (await LireAsync(id)).Perimetre.Select(c => c.Code));
    }

    [Fact]
    public async Task Est_refusee_au_conseiller_d_une_autre_caf()
    {
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(Nouvelle, ConseillerDuNord));

        Assert.Equal("caf-etrangere", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(0, await _app.LireAsync(db => db.Conventions.CountAsync()));
    }

    [Fact]
    public async Task Est_refusee_a_qui_ne_represente_pas_une_caf()
    {
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(Nouvelle, Coordinatrice));
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(Nouvelle, Admin));
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(new ConsulterOuverture.Query(), Partenaire));
        Assert.Equal(["02"], (await _app.EnvoyerAsync(new ConsulterOuverture.Query(), Conseillere)).Cafs.Select(c => c.Code));
    }

    public static TheoryData<string, string> Malformees => new()
    {
        { "titulaires-vides", nameof(OuvrirConvention.Command.Titulaires) },
        { "titulaire-inconnu", nameof(OuvrirConvention.Command.Titulaires) },
        { "titulaire-departement", nameof(OuvrirConvention.Command.Titulaires) },
        { "syndicat-sans-nom", nameof(OuvrirConvention.Command.Titulaires) },
        { "siren-court", nameof(OuvrirConvention.Command.Titulaires) },
        { "intitule-vide", nameof(OuvrirConvention.Command.Intitule) },
        { "intitule-enorme", nameof(OuvrirConvention.Command.Intitule) },
        { "periode-inversee", nameof(OuvrirConvention.Command.Fin) },
        { "annee-absurde", nameof(OuvrirConvention.Command.Fin) },
        { "sans-fin", nameof(OuvrirConvention.Command.Fin) },
        { "sans-debut", nameof(OuvrirConvention.Command.Debut) },
        { "generation-zero", nameof(OuvrirConvention.Command.Generation) },
        { "commune-inconnue", nameof(OuvrirConvention.Command.Communes) },
    };

    [Theory]
    [MemberData(nameof(Malformees))]
    public async Task Mal_remplie_dit_son_message_au_champ_et_ne_garde_rien(string cas, string champ)
    {
        var commande = cas switch
        {
            "titulaires-vides" => Nouvelle with { Titulaires = [] },
            "titulaire-inconnu" => Nouvelle with { Titulaires = [new(TypeTerritoire.Epci, "999999999")] },
            "titulaire-departement" => Nouvelle with { Titulaires = [new(TypeTerritoire.Departement, "02")] },
            "syndicat-sans-nom" => Nouvelle with { Titulaires = [new(TypeTerritoire.Syndicat, "", " ")] },
            "siren-court" => Nouvelle with { Titulaires = [new(TypeTerritoire.Syndicat, "12", "SIVOM")] },
            "intitule-vide" => Nouvelle with { Intitule = "  " },
            "intitule-enorme" => Nouvelle with { Intitule = new string('a', 10_000) },
            "periode-inversee" => Nouvelle with { Debut = new(2030, 1, 1), Fin = new(2026, 1, 1) },
            "annee-absurde" => Nouvelle with { Debut = new(9998, 1, 1), Fin = new(9999, 1, 1) },
            "sans-fin" => Nouvelle with { Fin = null },
            "sans-debut" => Nouvelle with { Debut = null },
            "generation-zero" => Nouvelle with { Generation = 0 },
            "commune-inconnue" => Nouvelle with { Communes = ["99999"] },
            _ => throw new ArgumentOutOfRangeException(nameof(cas), cas, null),
        };

        var refus = await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(commande, Conseillere));

        Assert.Equal([champ], refus.Errors.Select(e => e.PropertyName).Distinct());
        Assert.Equal(0, await _app.LireAsync(db => db.Conventions.CountAsync()));
    }

    private Task<Convention> LireAsync(ConventionId id) => _app.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync(c => c.Id == id));
}
