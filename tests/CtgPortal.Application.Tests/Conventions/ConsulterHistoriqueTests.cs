using CtgPortal.Application.Conventions;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Conventions;

public sealed class ConsulterHistoriqueTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = Preparee();
    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant.AddHours(1));
        await _app.SauverAsync(_convention);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Raconte_les_faits_du_plus_recent_au_plus_ancien()
    {
        await ModifierAsync("Ctg 2026-2029", Coordinatrice);

        var dossier = await _app.EnvoyerAsync(new ConsulterHistorique.Query(_convention.Id), Conseillere);

        Assert.Equal(_convention.Revision + 1, dossier.Total);
        var derniere = dossier.Lignes[0];
        Assert.Equal(("Claire Dubois", Maintenant.AddHours(1)), (derniere.Par, derniere.Le));
        Assert.Equal("Ctg 2026-2029", Assert.Single(Assert.IsType<CadreModifie>(derniere.Fait).Changements).Apres);
        Assert.Contains(dossier.Lignes, l => l.Fait is SignataireDesigne { Signataire: "Madame Claire Morel", Partie: "CC des Trois Rivières" });
    }

    [Fact]
    public async Task Se_filtre_par_famille_et_par_personne()
    {
        await ModifierAsync("Ctg 2026-2029", Coordinatrice);
        await _app.SauverAsync(FicheAction.Creer(_convention.Id, "Une fiche", _convention.Statut, Maintenant));

        var plan = await _app.EnvoyerAsync(new ConsulterHistorique.Query(_convention.Id, FamilleFaits.Plans), Conseillere);
        var claire = await _app.EnvoyerAsync(new ConsulterHistorique.Query(_convention.Id, Par: "Claire Dubois"), Conseillere);
        var personne = await _app.EnvoyerAsync(new ConsulterHistorique.Query(_convention.Id, FamilleFaits.Suivi), Conseillere);

        Assert.IsType<FicheCreee>(Assert.Single(plan.Lignes).Fait);
        Assert.IsType<CadreModifie>(Assert.Single(claire.Lignes).Fait);
        Assert.Equal(0, personne.Total);
        Assert.Equal(["Claire Dubois", "Préparation des tests"], personne.Personnes);
    }

    [Fact]
    public async Task Un_chiffre_que_les_pages_peuvent_cacher_ne_se_lit_pas_dans_l_histoire()
    {
        var diagnostic = Diagnostic.Commencer(_convention.Id, Maintenant);
        var protege = diagnostic.AjouterIndicateur(new("social", "Bénéficiaires", Nature: NatureIndicateur.Effectif, Seuil: 5), _convention.Statut, Maintenant);
        var libre = diagnostic.AjouterIndicateur(new("enfance", "Naissances", Nature: NatureIndicateur.Effectif), _convention.Statut, Maintenant);
        var parti = diagnostic.AjouterIndicateur(new("social", "Foyers", Nature: NatureIndicateur.Effectif, Seuil: 5), _convention.Statut, Maintenant);
        foreach (var indicateur in (IndicateurId[])[protege, libre, parti])
        {
            diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2021, UnDiagnostic.Aisne, 40), _convention.Statut, Maintenant);
            diagnostic.RenseignerValeur(indicateur, UnDiagnostic.Valeur(2021, UnDiagnostic.Aisne, 47.5m), _convention.Statut, Maintenant);
        }

        diagnostic.RetirerIndicateur(parti, _convention.Statut, Maintenant);
        await _app.SauverAsync(diagnostic);

        var lignes = (await _app.EnvoyerAsync(new ConsulterHistorique.Query(_convention.Id, FamilleFaits.Diagnostics), Conseillere)).Lignes;

        Assert.Contains(Changements<ValeurRenseignee>(f => f.Intitule == "Naissances"), c => c is { Avant: "40 (Aisne, 2021, Cnaf)", Apres: "47.5 (Aisne, 2021, Cnaf)" });
        foreach (var titre in (string[])["Bénéficiaires", "Foyers"])
        {
            Assert.Contains(Changements<ValeurRenseignee>(f => f.Intitule == titre), c => c is { Avant: "chiffre non montré (Aisne, 2021, Cnaf)", Apres: "chiffre non montré (Aisne, 2021, Cnaf)" });
        }

        Assert.Equal("chiffre non montré (Aisne, 2021, Cnaf)", Assert.Single(Changements<IndicateurRetire>(_ => true)).Avant);

        IEnumerable<Changement> Changements<T>(Func<T, bool> quel)
            where T : DomainEvent => lignes.Select(l => l.Fait).OfType<T>().Where(quel).SelectMany(f => f.Changements);
    }

    [Fact]
    public async Task Se_lit_page_par_page()
    {
        var convention = Ouverte();
        for (var i = 0; i < ConsulterHistorique.PageSize + 4; i++)
        {
            convention.ModifierCadre(convention.Cadre with { Intitule = $"Intitulé {i}" }, Maintenant.AddMinutes(i + 1));
        }

        await _app.SauverAsync(convention);

        var seconde = await _app.EnvoyerAsync(new ConsulterHistorique.Query(convention.Id, Page: 2), Conseillere);
        var audela = await _app.EnvoyerAsync(new ConsulterHistorique.Query(convention.Id, Page: 99), Conseillere);

        Assert.Equal((2, 5), (seconde.Page, seconde.Lignes.Count));
        Assert.Equal((2, 5), (audela.Page, audela.Lignes.Count));
        Assert.IsType<ConventionOuverte>(seconde.Lignes[^1].Fait);
    }

    [Fact]
    public async Task Ne_dit_pas_a_un_partenaire_ce_qui_touche_une_fiche_confidentielle()
    {
        var secrete = FicheAction.Creer(_convention.Id, "Une situation sensible", _convention.Statut, Maintenant);
        secrete.Rediger(new(Identite: secrete.Identite with { Confidentielle = true }), _convention.Statut, Maintenant);
        var confiee = FicheAction.Creer(_convention.Id, "Une fiche confiée", _convention.Statut, Maintenant);
        confiee.Rediger(new(Identite: confiee.Identite with { Confidentielle = true }), _convention.Statut, Maintenant);
        confiee.ConfierA(Partenaire.Id, _convention.Statut, Maintenant);
        await _app.SauverAsync(secrete, confiee, FicheAction.Creer(_convention.Id, "Une fiche ouverte", _convention.Statut, Maintenant));

        Assert.Equal(["Une fiche confiée", "Une fiche ouverte"], await FichesAsync(Partenaire));
        Assert.Equal(["Une fiche ouverte"], await FichesAsync(ApplicationDeTest.Une(Role.Lecteur, _convention.Id)));
        Assert.Equal(["Une fiche confiée", "Une fiche ouverte", "Une situation sensible"], await FichesAsync(Coordinatrice));

        async Task<IEnumerable<string>> FichesAsync(Infrastructure.Comptes.Personne par) =>
            (await _app.EnvoyerAsync(new ConsulterHistorique.Query(_convention.Id, FamilleFaits.Plans), par)).Lignes
            .Select(l => l.Fait).OfType<FicheCreee>().Select(f => f.Intitule).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Chaque_fait_du_domaine_a_sa_famille()
    {
        Assert.NotEmpty(FaitsDuJournal.Tous);
        Assert.Equal(
            FaitsDuJournal.Tous.Select(t => t.Name).Order(),
            Enum.GetValues<FamilleFaits>().SelectMany(FaitsDuJournal.Noms).Order());
        Assert.All(Enum.GetValues<FamilleFaits>(), f => Assert.NotEmpty(FaitsDuJournal.Noms(f)));
    }

    [Fact]
    public void Un_fait_inconnu_du_domaine_est_une_erreur() =>
        Assert.Throws<InvalidOperationException>(() => FaitsDuJournal.Lire("FaitDisparu", "{}"));

    private Task<int> ModifierAsync(string intitule, Infrastructure.Comptes.Personne par) => _app.EnvoyerAsync(
        new ModifierCadre.Command(
            _convention.Id, _convention.Revision, intitule, QuatreAns.Debut, QuatreAns.Fin, 1, _convention.Champs, null),
        par);
}
