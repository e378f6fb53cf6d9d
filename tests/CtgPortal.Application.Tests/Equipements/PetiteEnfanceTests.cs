using CtgPortal.Application.Conventions;
using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Application.Tests.Equipements;

public sealed class PetiteEnfanceTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Ouverte(UneConvention.Ouverture() with
        {
            Perimetre = [new("02691", "Saint-Quentin", 53_000), new("02381", "Hirson", 8_700), new("02053", "Aubenton", 640), new("02001", "Abbécourt", null)],
        });
        var diagnostic = Diagnostic.Commencer(_convention.Id, UneConvention.Maintenant);
        diagnostic.AjouterConstat("petite enfance", NatureConstat.Besoin, "Il manque des places le mercredi.", StatutConvention.EnDiagnostic, UneConvention.Maintenant);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        await _app.SauverAsync(_convention, diagnostic, Plan.Commencer(_convention.Id, UneConvention.Maintenant));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Les_obligations_suivent_la_taille_et_le_schema_n_est_du_qu_au_dela_de_dix_mille()
    {
        var dossier = await LireAsync();

        Assert.Equal([("240200600", true), ("02691", false)], dossier.Grilles.Select(g => (g.Code, g.EstIntercommunalite)));
        Assert.Equal(
            [("Saint-Quentin", true, true), ("Hirson", true, false), ("Aubenton", false, false), ("Abbécourt", false, false)],
            dossier.Communes.Select(c => (c.Nom, c.Planifie, c.DoitUnSchema)));

        await _app.EnvoyerAsync(new DireLaCompetence.Command(_convention.Id, 0, CompetencePetiteEnfance.Communes), _coordination);
        Assert.Equal(["02691"], (await LireAsync()).Grilles.Select(g => g.Code));
        await _app.EnvoyerAsync(new DireLaCompetence.Command(_convention.Id, 1, CompetencePetiteEnfance.Intercommunalite), _coordination);
        Assert.Equal(["240200600"], (await LireAsync()).Grilles.Select(g => g.Code));
    }

    [Fact]
    public async Task Une_convention_presque_vide_ne_pretend_rien()
    {
        var lignes = (await LireAsync()).Grilles[1].Lignes;

        Assert.Equal(Enum.GetValues<ExigenceSchema>(), lignes.Select(l => l.Exigence));
        Assert.DoesNotContain(lignes, l => l.EstAcquise);
        Assert.All(lignes, l => Assert.NotNull(l.AFaire));
        Assert.Contains("à confirmer", lignes.Single(l => l.Exigence == ExigenceSchema.Qualite).Constat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_que_la_convention_contient_est_trouve_avec_son_lieu_et_seulement_pour_la_commune_concernee()
    {
        var (creche, projet) = (Inscrire("EQ-001", TypeEquipement.Creche, "02691", null), Inscrire("EQ-002", TypeEquipement.MicroCreche, "02691", 2028));
        var (ici, ailleurs, secrete) = (Fiche("Accueil du jeune enfant", "02691"), Fiche("Petite enfance à Hirson", "02381"), Fiche("Petite enfance, confidentielle", "02691", confidentielle: true));
        await _app.SauverAsync(creche, projet, ici, ailleurs, secrete);

        var lignes = (await LireAsync()).Grilles.Single(g => g.Code == "02691").Lignes.ToDictionary(l => l.Exigence);

        Assert.Equal([creche.Id.Value, projet.Id.Value], lignes[ExigenceSchema.Inventaire].Preuves.Select(p => p.Lieu.Id!.Value));
        Assert.Equal(EtatExigence.Presente, lignes[ExigenceSchema.Inventaire].Etat);
        Assert.Equal(EtatExigence.Incomplete, lignes[ExigenceSchema.Besoins].Etat);
        Assert.Equal((EtatExigence.Presente, ici.Id.Value), (lignes[ExigenceSchema.Orientations].Etat, lignes[ExigenceSchema.Orientations].Preuves.Single().Lieu.Id!.Value));
        Assert.Equal((EtatExigence.AConfirmer, ici.Id.Value), (lignes[ExigenceSchema.BesoinsSpecifiques].Etat, lignes[ExigenceSchema.BesoinsSpecifiques].Preuves.Single().Lieu.Id!.Value));
        Assert.Equal(EtatExigence.Presente, lignes[ExigenceSchema.Calendrier].Etat);
        Assert.Equal(EtatExigence.Absente, lignes[ExigenceSchema.Evaluation].Etat);
        Assert.Equal((EtatExigence.Incomplete, projet.Id.Value), (lignes[ExigenceSchema.Investissements].Etat, lignes[ExigenceSchema.Investissements].Ou!.Id!.Value));
    }

    [Fact]
    public async Task Une_confirmation_vaut_pour_son_territoire_avec_son_motif()
    {
        await _app.EnvoyerAsync(new ConfirmerExigence.Command(_convention.Id, 0, "02691", ExigenceSchema.CompatibiliteSdsf, "Schéma 2024-2028, page 12."), _coordination);

        var grilles = (await LireAsync()).Grilles;

        var ligne = grilles[1].Lignes.Single(l => l.Exigence == ExigenceSchema.CompatibiliteSdsf);
        Assert.Equal((EtatExigence.Confirmee, "Schéma 2024-2028, page 12.", null), (ligne.Etat, ligne.Confirmation!.Motif, ligne.AFaire));
        Assert.Equal(EtatExigence.AConfirmer, grilles[0].Lignes.Single(l => l.Exigence == ExigenceSchema.CompatibiliteSdsf).Etat);
    }

    [Fact]
    public async Task La_fin_d_un_cej_est_une_tache_de_l_accueil_tant_que_la_convention_n_est_pas_signee()
    {
        await _app.EnvoyerAsync(
            new DefinirAnciensCej.Command(_convention.Id, _convention.Revision, [new("CEJ 2022-2026", ["Hirson"], new(2026, 12, 31)), new("CEJ lointain", [], new(2029, 12, 31))]), _coordination);

        var accueil = await _app.EnvoyerAsync(new ConsulterAccueil.Query(), _coordination);

        var tache = Assert.Single(accueil.Taches, t => t.Type == ConsulterAccueil.TypeTache.PrendreLaSuiteDuCej);
        Assert.Equal(("CEJ 2022-2026", new DateOnly(2026, 12, 31)), (tache.Objet, tache.Date!.Value));
    }

    private EquipementSoutenu Inscrire(string code, TypeEquipement type, string commune, int? projet) => EquipementSoutenu.Inscrire(
        _convention.Id, code, new(type, null, $"Équipement {code}", null, commune, "Saint-Quentin", [], null, [], null, [], projet is not null, projet, null),
        StatutConvention.EnDiagnostic, UneConvention.Maintenant);

    private FicheAction Fiche(string intitule, string commune, bool confidentielle = false)
    {
        var fiche = FicheAction.Creer(_convention.Id, intitule, StatutConvention.EnDiagnostic, UneConvention.Maintenant);
        fiche.Rediger(
            new(
                new(intitule, [], null, false, confidentielle), Quoi: new(null, "Accueillir les enfants en situation de handicap.", NatureAction.ADevelopper, null),
                PourQui: PourQuiFiche.Vide with { Communes = [commune] }, Quand: QuandFiche.Vide with { Calendrier = "2026" }),
            StatutConvention.EnDiagnostic, UneConvention.Maintenant);
        return fiche;
    }

    private async Task<ConsulterPetiteEnfance.Dossier> LireAsync() => (await _app.EnvoyerAsync(new ConsulterPetiteEnfance.Query(_convention.Id), _coordination))!;
}
