using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Conventions.ConsulterAccueil;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Conventions;

public sealed class ConsulterAccueilTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync() => _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant.AddMinutes(5));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Une_tache_faite_disparait_et_laisse_place_a_la_suivante()
    {
        var convention = Preparee();
        var diagnostic = Diagnostic.Commencer(convention.Id, Maintenant);
        await _app.SauverAsync(convention, diagnostic);
        Assert.Equal([TypeTache.EcrireLeDiagnostic], await TypesAsync(Coordinatrice));

        await DansLeDiagnosticAsync(d => d.AjouterConstat("jeunesse", NatureConstat.Besoin, "Un besoin.", StatutConvention.EnDiagnostic, Maintenant));
        Assert.Equal([TypeTache.ValiderLeDiagnostic], await TypesAsync(Coordinatrice));

        await DansLeDiagnosticAsync(d => d.Valider(StatutConvention.EnDiagnostic, Maintenant));
        Assert.Equal([TypeTache.PasserAuxAteliers], await TypesAsync(Coordinatrice));

        await _app.EnvoyerAsync(new AvancerEtape.Command(convention.Id, convention.Revision, StatutConvention.EnAteliers), Coordinatrice);
        Assert.Equal([TypeTache.PlanifierUnAtelier], await TypesAsync(Coordinatrice));
    }

    [Fact]
    public async Task Qui_ne_fait_que_lire_n_a_pas_de_tache_de_preparation()
    {
        await _app.SauverAsync(Preparee());

        Assert.Empty(await TypesAsync(Partenaire));
        Assert.Empty(await TypesAsync(Admin));
        Assert.Empty(await TypesAsync(ConseillerDuNord));
        Assert.Equal(1, (await LireAsync(Partenaire)).ParEtape[StatutConvention.EnDiagnostic]);
        Assert.Empty((await LireAsync(ConseillerDuNord)).ParEtape);
        Assert.True((await LireAsync(Conseillere)).PeutOuvrir);
        Assert.False((await LireAsync(Coordinatrice)).PeutOuvrir);
    }

    [Fact]
    public async Task Un_atelier_dont_le_jour_est_venu_est_a_clore()
    {
        var convention = Au(StatutConvention.EnAteliers);
        var diagnostic = Diagnostic.Commencer(convention.Id, Maintenant);
        diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Un besoin.", StatutConvention.EnDiagnostic, Maintenant);
        diagnostic.Valider(StatutConvention.EnDiagnostic, Maintenant);
        var hier = UnAtelier(convention, "Atelier d’hier", new(2026, 3, 11));
        await _app.SauverAsync(convention, diagnostic, hier, UnAtelier(convention, "Atelier de demain", new(2026, 3, 13)));

        var tache = Assert.Single((await LireAsync(Coordinatrice)).Taches);

        Assert.Equal(
            (TypeTache.ClorUnAtelier, "Atelier d’hier", hier.Id.Value, new DateOnly(2026, 3, 11)), (tache.Type, tache.Objet, tache.ObjetId, tache.Date));
    }

    [Fact]
    public async Task La_signature_attendue_d_une_personne_vient_en_tete_et_disparait_une_fois_donnee()
    {
        var convention = Au(StatutConvention.EnSignature);
        var texte = Piece.Deposer(convention.Id, NaturePiece.TexteFige, "texte.pdf", "application/pdf", [1], Maintenant);
        var donnees = Piece.Deposer(convention.Id, NaturePiece.DonneesFigees, "donnees.json", "application/json", [2], Maintenant);
        await _app.SauverAsync(convention, texte, donnees, Signature.Ouvrir(convention, 1, texte, donnees, OuvertureCircuit.ParDefaut, Maintenant), Preparee());
        var presidente = Personne("president@demo.test", new Habilitation(Role.Coordination, Portee.Territoire, "240200600"));

        Assert.Equal([TypeTache.Signer, TypeTache.EcrireLeDiagnostic], await TypesAsync(presidente));
        Assert.Equal([TypeTache.EcrireLeDiagnostic], await TypesAsync(Coordinatrice));

        await _app.LireAsync(async db =>
        {
            (await db.Signatures.SingleAsync()).SignerPour(presidente.Courriel!, Maintenant);
            return await db.SaveChangesAsync();
        });
        Assert.Equal([TypeTache.EcrireLeDiagnostic], await TypesAsync(presidente));
    }

    [Fact]
    public async Task Le_pilote_donne_des_nouvelles_tous_les_six_mois()
    {
        var convention = Au(StatutConvention.EnSuivi);
        var fiche = FicheAction.Creer(convention.Id, "Un relais petite enfance", convention.Statut, Maintenant);
        fiche.ConfierA(Partenaire.Id, convention.Statut, Maintenant);
        await _app.SauverAsync(convention, fiche, SuiviFiche.Commencer(fiche));
        Assert.Empty(await TypesAsync(Partenaire));

        _app.Horloge.SetUtcNow(Maintenant.AddMonths(7));
        var tache = Assert.Single((await LireAsync(Partenaire)).Taches);
        Assert.Equal(
            (TypeTache.DonnerDesNouvelles, "Un relais petite enfance", fiche.Id.Value, new DateOnly(2026, 3, 12)),
            (tache.Type, tache.Objet, tache.ObjetId, tache.Date));

        await _app.LireAsync(async db =>
        {
            (await db.Suivis.SingleAsync()).NoterAvancement(Avancement.EnCours, null, StatutConvention.EnSuivi, Maintenant.AddMonths(7));
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await TypesAsync(Partenaire));
    }

    [Fact]
    public async Task Le_renouvellement_se_prepare_dix_huit_mois_avant_le_terme()
    {
        var convention = Au(StatutConvention.EnSuivi);
        await _app.SauverAsync(convention, FicheAction.Creer(convention.Id, "Une fiche", convention.Statut, Maintenant));
        Assert.Empty(await TypesAsync(Conseillere));

        _app.Horloge.SetUtcNow(new(2028, 7, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal([TypeTache.PreparerLeRenouvellement], await TypesAsync(Conseillere));

        _app.Horloge.SetUtcNow(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal([TypeTache.ConstaterLeTerme], await TypesAsync(Conseillere));
    }

    [Fact]
    public async Task La_redaction_attend_ce_qui_manque_et_la_periode_des_les_ateliers()
    {
        var sansPeriode = Ouverture(Cadre(avecPeriode: false));
        await _app.SauverAsync(Au(StatutConvention.EnAteliers, sansPeriode), Au(StatutConvention.EnRedaction, sansPeriode));

        var taches = (await LireAsync(Conseillere)).Taches;

        Assert.Equal([TypeTache.ValiderLeDiagnostic, TypeTache.CompleterLeDossier, TypeTache.FixerLaPeriode], taches.Select(t => t.Type));

        // the diagnostic is not validated and the period is missing
        Assert.Equal(2, taches[1].Nombre);
    }

    [Fact]
    public async Task Montre_au_plus_trente_taches_et_dit_combien_il_y_en_a_sans_commande_sql_de_plus()
    {
        await _app.SauverAsync(Preparee());
        var avecUne = await _app.Sql.CompterAsync(() => LireAsync(Conseillere));
        await _app.SauverAsync([.. Enumerable.Range(0, 59).Select(_ => (object)Preparee())]);
        Result? accueil = null;
        var avecSoixante = await _app.Sql.CompterAsync(async () => accueil = await LireAsync(Conseillere));

        Assert.Equal((TachesMax, 60), (accueil!.Taches.Count, accueil.Total));
        Assert.Equal(avecUne, avecSoixante);
        Assert.InRange(avecSoixante, 1, 9);
    }

    private static Personne Personne(string courriel, params Habilitation[] habilitations) => new(UtilisateurId.New(), "Claire Morel", courriel, habilitations);

    private static Atelier UnAtelier(Convention convention, string intitule, DateOnly date) =>
        Atelier.Planifier([convention.Id], new(intitule, null, [], date, null, null, null, null, null), convention.Statut, Maintenant);

    private Task<int> DansLeDiagnosticAsync(Action<Diagnostic> agir) => _app.LireAsync(async db =>
    {
        agir(await db.Diagnostics.SingleAsync());
        return await db.SaveChangesAsync();
    });

    private Task<Result> LireAsync(Personne par) => _app.EnvoyerAsync(new ConsulterAccueil.Query(), par);

    private async Task<IEnumerable<TypeTache>> TypesAsync(Personne par) => (await LireAsync(par)).Taches.Select(t => t.Type);
}
