using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Diagnostics;

public sealed class DiagnosticTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(EnDiagnostic);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        await _app.SauverAsync(_convention);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task S_ecrit_se_relit_et_chaque_geste_est_au_journal()
    {
        var avant = await _app.JournalAsync(_convention.Id);
        await _app.SauverAsync(Diagnostic.Commencer(_convention.Id, UneConvention.Maintenant), new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"));

        await _app.EnvoyerAsync(new DecrireDemarche.Command(_convention.Id, 1, "Douze mois d’entretiens.", ["Insee", "Caf de l’Aisne"]), _coordination);
        var indicateur = await _app.EnvoyerAsync(new AjouterIndicateur.Command(_convention.Id, 2, "jeunesse", "Part des 18-25 ans", "%", NatureIndicateur.Part), _coordination);
        var revision = await RenseignerAsync(Valeur(indicateur, 3, 2024, "Epci:240200600", null, 8.25m));
        revision = await RenseignerAsync(Valeur(indicateur, revision, 2024, null, "France", 9m));
        revision = await RenseignerAsync(Valeur(indicateur, revision, 2024, null, "Bassin d’Hirson", 7m));
        revision = await RenseignerAsync(Valeur(indicateur, revision, 2023, "Region:32", null, 8.6m));
        var constat = await _app.EnvoyerAsync(new AjouterConstat.Command(_convention.Id, revision, new("petite enfance", NatureConstat.Besoin, "Des places le soir.")), _coordination);
        revision = await _app.EnvoyerAsync(new ModifierConstat.Command(_convention.Id, revision + 1, constat, new("petite enfance", NatureConstat.Besoin, "Des places tôt le matin.")), _coordination);

        var dossier = await ConsulterAsync(_coordination);
        Assert.Equal(revision, dossier.Revision);
        Assert.Equal(("Douze mois d’entretiens.", "Insee, Caf de l’Aisne"), (dossier.Demarche, string.Join(", ", dossier.Sources)));
        Assert.Equal(["petite enfance", "jeunesse"], dossier.Champs.Select(c => c.Nom));
        Assert.Equal("Des places tôt le matin.", Assert.Single(dossier.Champs[0].Constats).Texte);
        Assert.Equal(
            [
                new(2024, TypeTerritoire.Epci, "Epci:240200600", "CC des Trois Rivières", EtatValeur.Publiee, 8.25m, "Insee", null, null), new(2024, TypeTerritoire.Autre, "Autre:Bassin d’Hirson", "Bassin d’Hirson", EtatValeur.Publiee, 7m, "Insee", null, null),
                new(2024, TypeTerritoire.France, "France:FR", "France", EtatValeur.Publiee, 9m, "Insee", null, null), new(2023, TypeTerritoire.Region, "Region:32", "Hauts-de-France", EtatValeur.Publiee, 8.6m, "Insee", null, null),
            ],
            Assert.Single(dossier.Champs[1].Indicateurs).Valeurs);
        Assert.Equal(
            [
                "DiagnosticCommence", "DemarcheDecrite", "IndicateurAjoute",
                "ValeurRenseignee", "ValeurRenseignee", "ValeurRenseignee", "ValeurRenseignee", "ConstatAjoute", "ConstatModifie",
            ],
            (await _app.JournalAsync(_convention.Id)).Where(t => !avant.Contains(t)));
    }

    [Fact]
    public async Task Une_valeur_corrigee_remplace_l_ancienne_et_se_retire()
    {
        var (diagnostic, indicateur, _) = await RempliAsync();

        var revision = await RenseignerAsync(Valeur(indicateur, diagnostic.Revision, 2024, "Epci:240200600", null, 51));
        await _app.EnvoyerAsync(new RetirerValeur.Command(_convention.Id, revision, indicateur, 2024, UnDiagnostic.Aisne.Cle), _coordination);

        var valeur = Assert.Single(Assert.Single((await ConsulterAsync(_coordination)).Champs).Indicateurs[0].Valeurs);
        Assert.Equal(("CC des Trois Rivières", 51m), (valeur.Geographie, valeur.Valeur));
    }

    [Fact]
    public async Task Un_indicateur_et_un_constat_se_retirent()
    {
        var (diagnostic, indicateur, constat) = await RempliAsync();

        var revision = await _app.EnvoyerAsync(new RetirerIndicateur.Command(_convention.Id, diagnostic.Revision, indicateur), _coordination);
        await _app.EnvoyerAsync(new RetirerConstat.Command(_convention.Id, revision, constat), _coordination);

        Assert.Empty((await ConsulterAsync(_coordination)).Champs);
        Assert.Null(await _app.EnvoyerAsync(new ConsulterIndicateur.Query(_convention.Id, indicateur), _coordination));
        Assert.Null(await _app.EnvoyerAsync(new ConsulterConstat.Query(_convention.Id, constat), _coordination));
    }

    [Fact]
    public async Task Un_indicateur_se_consulte_avec_les_territoires_offerts_du_plus_proche_au_plus_large()
    {
        var (_, indicateur, _) = await RempliAsync();
        await _app.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"));

        var dossier = await _app.EnvoyerAsync(new ConsulterIndicateur.Query(_convention.Id, indicateur), _coordination);

        Assert.NotNull(dossier);
        Assert.Equal(
            ["CC des Trois Rivières", "Aubenton", "Hirson", "Saint-Michel", "Aisne", "Hauts-de-France", "France"],
            dossier.Geographies.Select(g => g.Territoire.Nom));
        Assert.Equal(["Cnaf"], dossier.Sources);
        Assert.True(dossier.Permet<RenseignerValeur.Command>());
    }

    [Theory]
    [InlineData(null, null, "Geographie")]
    [InlineData("Epci:240200600", "France", "AutreGeographie")]
    [InlineData("Commune:75056", null, "Geographie")]
    public async Task Le_territoire_d_une_valeur_est_choisi_ou_nomme(string? geographie, string? autre, string champ)
    {
        var (diagnostic, indicateur, _) = await RempliAsync();

        var refus = await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(Valeur(indicateur, diagnostic.Revision, 2024, geographie, autre, 1), _coordination));

        Assert.Equal(champ, Assert.Single(refus.Errors).PropertyName);
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_au_champ()
    {
        Assert.Equal(["Champ", "Intitule", "Nature"], await ChampsAsync(new AjouterIndicateur.Command(_convention.Id, 1, " ", null, new('x', 9), null)));
        Assert.Equal(["Champ", "Nature", "Texte"], await ChampsAsync(new AjouterConstat.Command(_convention.Id, 1, new(null, null, null))));
        Assert.Equal(["Nature"], await ChampsAsync(new ModifierConstat.Command(_convention.Id, 1, ConstatId.New(), new("enfance", (NatureConstat)99, "x"))));
        Assert.Equal(["Demarche", "Sources"], await ChampsAsync(new DecrireDemarche.Command(_convention.Id, 1, new('x', 20_001), [new('x', 201)])));
        Assert.Equal(["Motif"], await ChampsAsync(new RouvrirDiagnostic.Command(_convention.Id, 1, " ")));
        Assert.Equal(
            ["Annee", "Geographie", "Etat", "Valeur", "Source"],
            await ChampsAsync(new RenseignerValeur.Command(_convention.Id, 1, IndicateurId.New(), null, null, null, null, null, null)));

        async Task<string[]> ChampsAsync<T>(MediatR.IRequest<T> commande) =>
            [.. (await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(commande, _coordination))).Errors.Select(e => e.PropertyName)];
    }

    [Fact]
    public async Task Valide_il_dit_par_qui_et_se_rouvre()
    {
        var (diagnostic, _, _) = await RempliAsync();

        var revision = await _app.EnvoyerAsync(new ValiderDiagnostic.Command(_convention.Id, diagnostic.Revision), _coordination with { Nom = "Léa Martin" });
        var valide = await ConsulterAsync(_coordination);
        _app.Horloge.Advance(TimeSpan.FromDays(1));
        await _app.EnvoyerAsync(new RouvrirDiagnostic.Command(_convention.Id, revision, "Chiffres 2025"), _coordination);
        var rouvert = await ConsulterAsync(_coordination);

        Assert.Equal(new ConsulterDiagnostic.ParQui(UneConvention.Maintenant, "Léa Martin"), valide.Validation);
        Assert.False(valide.Permet<AjouterConstat.Command>());
        Assert.Equal(["diagnostic-valide"], valide.ObstaclesALaModification.Select(o => o.Code));
        Assert.Null(rouvert.Validation);
        Assert.True(rouvert.Permet<AjouterConstat.Command>());
    }

    [Fact]
    public async Task Un_refus_du_domaine_n_enregistre_rien()
    {
        await _app.SauverAsync(Diagnostic.Commencer(_convention.Id, UneConvention.Maintenant));

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(
            () => _app.EnvoyerAsync(new ValiderDiagnostic.Command(_convention.Id, 1), _coordination));

        Assert.Equal("diagnostic-vide", Assert.Single(refus.Obstacles).Code);
        Assert.DoesNotContain("DiagnosticValide", await _app.JournalAsync(_convention.Id));
    }

    [Fact]
    public async Task Une_revision_depassee_est_un_conflit()
    {
        var (diagnostic, _, constat) = await RempliAsync();
        await _app.EnvoyerAsync(new RetirerConstat.Command(_convention.Id, diagnostic.Revision, constat), _coordination);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => _app.EnvoyerAsync(new ValiderDiagnostic.Command(_convention.Id, diagnostic.Revision), _coordination));

        Assert.False(await _app.LireAsync(db => db.Diagnostics.AnyAsync(d => d.ValideLe != null)));
    }

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Lecteur)]
    public async Task Qui_lit_sans_ecrire_est_refuse(Role role)
    {
        var (diagnostic, _, constat) = await RempliAsync();
        var lecteur = role == Role.Administrateur
            ? ApplicationDeTest.Une("Admin", Habilitation.Nationale(role))
            : ApplicationDeTest.Une(role, _convention.Id);

        await Assert.ThrowsAsync<AccesRefuseException>(
            () => _app.EnvoyerAsync(new RetirerConstat.Command(_convention.Id, diagnostic.Revision, constat), lecteur));

        Assert.False((await ConsulterAsync(lecteur)).Permet<RetirerConstat.Command>());
    }

    [Fact]
    public async Task Une_convention_etrangere_est_inconnue()
    {
        await RempliAsync();
        var ailleurs = ApplicationDeTest.Une("Ailleurs", new Habilitation(Role.Coordination, Portee.Territoire, "999999999"));

        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new ConsulterDiagnostic.Query(_convention.Id), ailleurs));
        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new ValiderDiagnostic.Command(_convention.Id, 1), ailleurs));
    }

    [Fact]
    public async Task Se_lit_avec_autant_de_commandes_SQL_quel_que_soit_son_volume()
    {
        var (diagnostic, _, _) = await RempliAsync();
        var peu = await _app.Sql.CompterAsync(() => ConsulterAsync(_coordination));
        await _app.LireAsync(async db =>
        {
            var plein = await db.Diagnostics.SingleAsync();
            for (var i = 0; i < 100; i++)
            {
                var id = plein.AjouterIndicateur(new($"champ {i % 7}", $"Indicateur {i}"), EnDiagnostic, UneConvention.Maintenant);
                plein.RenseignerValeur(id, UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, i), EnDiagnostic, UneConvention.Maintenant);
                plein.AjouterConstat($"champ {i % 7}", NatureConstat.Force, $"Constat {i}", EnDiagnostic, UneConvention.Maintenant);
            }

            return await db.SaveChangesAsync();
        });

        var beaucoup = await _app.Sql.CompterAsync(() => ConsulterAsync(_coordination));

        Assert.Equal(101, (await ConsulterAsync(_coordination)).Champs.Sum(c => c.Indicateurs.Count));
        Assert.Equal(peu, beaucoup);
        Assert.InRange(beaucoup, 1, 15);
    }

    private async Task<(Diagnostic Diagnostic, IndicateurId Indicateur, ConstatId Constat)> RempliAsync()
    {
        var rempli = UnDiagnostic.Rempli(_convention.Id);
        await _app.SauverAsync(rempli.Diagnostic);
        return rempli;
    }

    private async Task<ConsulterDiagnostic.Dossier> ConsulterAsync(Personne par)
    {
        var dossier = await _app.EnvoyerAsync(new ConsulterDiagnostic.Query(_convention.Id), par);
        Assert.NotNull(dossier);
        return dossier;
    }

    private RenseignerValeur.Command Valeur(IndicateurId indicateur, int revision, int annee, string? geographie, string? autre, decimal valeur) =>
        new(_convention.Id, revision, indicateur, annee, geographie, autre, EtatValeur.Publiee, valeur, "Insee");

    private async Task<int> RenseignerAsync(RenseignerValeur.Command commande) => (await _app.EnvoyerAsync(commande, _coordination)).Revision;
}
