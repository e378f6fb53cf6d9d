using System.Text;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Diagnostics;

/// <summary>The catalogue, and the figures as every reader gets them.</summary>
public sealed class ChiffresTests(PostgresServer serveur) : IAsyncLifetime
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
    public void Le_catalogue_tient_debout()
    {
        Assert.InRange(CatalogueIndicateurs.Tous.Count, 60, 100);
        Assert.All(CatalogueIndicateurs.Tous, e =>
        {
            Assert.Matches("^[a-z0-9-]+$", e.Code);
            Assert.EndsWith(".", e.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(e.Synonymes);
            Assert.Contains(e.Champ, ChampsUsuels.Tous.Append(CatalogueIndicateurs.ChampPopulation));
            Assert.Equal(e, CatalogueIndicateurs.Trouver(e.Code));
            Assert.All(e.Synonymes, s => Assert.Equal(e.Code, CatalogueIndicateurs.Reconnaitre(s)?.Code));
            Assert.True(e.Numerateur is null || CatalogueIndicateurs.Trouver(e.Numerateur)!.Nature == NatureIndicateur.Effectif, e.Code);
        });

        var diagnostic = UnDiagnostic.Commence();
        diagnostic.AjouterIndicateurs([.. CatalogueIndicateurs.Tous.Select(e => e.Description)], EnDiagnostic, UneConvention.Maintenant);
        Assert.Equal(CatalogueIndicateurs.Tous.Count, diagnostic.Indicateurs.Count);
    }

    [Theory]
    [InlineData("NOMBRE FOYERS RSA", "rsa")]
    [InlineData("Nb_Allocataires", "allocataires")]
    [InlineData("p22_pop0002", "enfants-0-2")]
    [InlineData("Taux de pauvreté", "taux-pauvrete")]
    [InlineData("colonne inconnue", null)]
    public void Une_colonne_se_reconnait_sans_casse_ni_accents(string nom, string? code) => Assert.Equal(code, CatalogueIndicateurs.Reconnaitre(nom)?.Code);

    [Fact]
    public async Task Plusieurs_indicateurs_du_catalogue_s_ajoutent_d_un_coup_et_une_seule_fois()
    {
        await _app.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var ajoutes = await _app.EnvoyerAsync(new AjouterIndicateursDuCatalogue.Command(_convention.Id, 1, ["rsa", "naissances", "rsa"]), _coordination);
        var encore = await _app.EnvoyerAsync(new AjouterIndicateursDuCatalogue.Command(_convention.Id, 2, ["rsa"]), _coordination);

        Assert.Equal((2, 0), (ajoutes, encore));
        var dossier = await _app.EnvoyerAsync(new ConsulterDiagnostic.Query(_convention.Id), _coordination);
        Assert.Equal(["population", "insertion"], dossier!.Champs.Select(c => c.Nom));
        Assert.Equal(("rsa", 5), (dossier.Champs[1].Indicateurs[0].CodeCatalogue, dossier.Champs[1].Indicateurs[0].Seuil));
        var catalogue = await _app.EnvoyerAsync(new ConsulterCatalogue.Query(_convention.Id, "naissance"), _coordination);
        Assert.True(catalogue!.Themes[0].Lignes.Single(l => l.Entree.Code == "naissances").DejaLa);
        Assert.Equal("population", catalogue.Themes[0].Nom);
    }

    [Theory]
    [InlineData]
    [InlineData("rsa", "inconnu")]
    public async Task Rien_ou_un_code_inconnu_est_redemande(params string[] codes)
    {
        await _app.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var refus = await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(new AjouterIndicateursDuCatalogue.Command(_convention.Id, 1, codes), _coordination));

        Assert.Equal("Codes", Assert.Single(refus.Errors).PropertyName);
    }

    [Fact]
    public async Task Un_nombre_sous_le_seuil_est_garde_secret_et_la_commande_le_dit()
    {
        var indicateur = await RsaAsync();

        var resultat = await _app.EnvoyerAsync(
            new RenseignerValeur.Command(_convention.Id, 6, indicateur, 2025, "Epci:240200600", null, EtatValeur.Publiee, 4, "Caf", "Licence ouverte 2.0", 5), _coordination);

        Assert.Equal(EtatValeur.Secret, resultat.Etat);
        var valeur = (await _app.EnvoyerAsync(new ConsulterIndicateur.Query(_convention.Id, indicateur), _coordination))!.Indicateur.Valeurs[0];
        Assert.Equal((2025, EtatValeur.Secret, null, "Licence ouverte 2.0", 5m), (valeur.Annee, valeur.Etat, valeur.Valeur, valeur.Licence, valeur.Arrondi));
    }

    [Fact]
    public async Task Aucun_lecteur_ne_voit_ce_qui_est_secret_ni_ce_qui_le_trahirait()
    {
        var indicateur = await RsaAsync();
        await _app.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));

        var liste = await _app.EnvoyerAsync(new ConsulterDiagnostic.Query(_convention.Id), _coordination);
        var page = await _app.EnvoyerAsync(new ConsulterIndicateur.Query(_convention.Id, indicateur), _coordination);
        var csv = Encoding.UTF8.GetString((await _app.EnvoyerAsync(new ExporterChiffres.Query(_convention.Id), _coordination))!.Contenu);
        var document = Encoding.UTF8.GetString((await _app.EnvoyerAsync(new ExporterConvention.Query(_convention.Id), _coordination)).Contenu);

        foreach (var vue in new[] { liste!.Champs.SelectMany(c => c.Indicateurs).Single(), page!.Indicateur })
        {
            // Hirson hides with Aubenton, which has too few: their sum alone is known
            Assert.Equal([105_953m, null, null, 98_700m], vue.Valeurs.Select(v => v.Valeur));
        }

        Assert.All(new[] { csv, document }, texte => Assert.DoesNotContain("7251", texte, StringComparison.Ordinal));
        Assert.All(new[] { csv, document }, texte => Assert.Contains("98700", texte, StringComparison.Ordinal));
        Assert.Contains(";secret;;5;\"Caf ; décembre\";Licence ouverte 2.0", csv, StringComparison.Ordinal);
        Assert.Contains("<svg", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_tableur_ne_prend_pas_un_nom_pour_une_formule()
    {
        var diagnostic = UnDiagnostic.Commence(_convention.Id);
        var indicateur = diagnostic.AjouterIndicateur(new("logement", "=HYPERLINK(\"x\")"), EnDiagnostic, UneConvention.Maintenant);
        diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, -1.5m), EnDiagnostic, UneConvention.Maintenant);
        await _app.SauverAsync(diagnostic);

        var csv = Encoding.UTF8.GetString((await _app.EnvoyerAsync(new ExporterChiffres.Query(_convention.Id), _coordination))!.Contenu);

        Assert.Contains("logement;;\"'=HYPERLINK(\"\"x\"\")\";;", csv, StringComparison.Ordinal);
        Assert.Contains(";2024;publiée;-1,5;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_recherche_ne_garde_que_les_indicateurs_qui_repondent()
    {
        await RsaAsync();

        var trouve = await _app.EnvoyerAsync(new ConsulterDiagnostic.Query(_convention.Id, "solidarité"), _coordination);
        var rien = await _app.EnvoyerAsync(new ConsulterDiagnostic.Query(_convention.Id, "zzz"), _coordination);

        Assert.Single(trouve!.Champs.SelectMany(c => c.Indicateurs));
        Assert.Empty(rien!.Champs);
        Assert.Equal(1, rien.Indicateurs);
        Assert.False(rien.EstVide);
    }

    /// <summary>The RSA of an EPCI of three communes: 105 953 = 2 (secret) + 7 251 + 98 700.</summary>
    private async Task<IndicateurId> RsaAsync()
    {
        var diagnostic = UnDiagnostic.Commence(_convention.Id);
        var indicateur = diagnostic.AjouterIndicateurs([CatalogueIndicateurs.Trouver("rsa")!.Description], EnDiagnostic, UneConvention.Maintenant)[0];
        decimal[] parCommune = [2, 7_251, 98_700];
        diagnostic.RenseignerValeur(indicateur, Valeur(UnDiagnostic.Epci, 105_953), EnDiagnostic, UneConvention.Maintenant);
        foreach (var (commune, nombre) in _convention.Perimetre.OrderBy(c => c.Nom, StringComparer.Ordinal).Zip(parCommune))
        {
            diagnostic.RenseignerValeur(indicateur, Valeur(new(TypeTerritoire.Commune, commune.Code, commune.Nom), nombre), EnDiagnostic, UneConvention.Maintenant);
        }

        // the document needs a plan
        await _app.SauverAsync(diagnostic, Plan.Commencer(_convention.Id, UneConvention.Maintenant));
        return indicateur;
    }

    private static ValeurIndicateur Valeur(TerritoireRef territoire, decimal nombre) =>
        new(2024, territoire, EtatValeur.Publiee, nombre, "Caf ; décembre", 2026, "Licence ouverte 2.0", 5);
}
