using CtgPortal.Application.Avenants;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Application.Tests.Signatures;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Avenants;

public sealed class AvenantsTests(PostgresServer serveur)
{
    private static readonly DateOnly NouvelleFin = new(2030, 12, 31);

    [Fact]
    public async Task De_la_preparation_a_la_derniere_signature_la_convention_prend_sa_nouvelle_fin()
    {
        await using var terrain = await SigneeAsync();
        var avenant = await PreparerAsync(terrain);
        var projet = await terrain.Application.EnvoyerAsync(new ConsulterAvenantPdf.Query(terrain.Convention, avenant), terrain.Conseiller);
        Assert.Equal("avenant-1-projet.pdf", projet.Nom);

        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        var circuit = await terrain.CircuitAsync();
        Assert.Equal((avenant, 1, 2, StatutSignature.Ouverte), (circuit.AvenantId, circuit.AvenantNumero, circuit.NumeroVersion, circuit.Statut));
        Assert.Equal(StatutConvention.EnSuivi, await terrain.EtapeAsync());
        Assert.Equal(UneConvention.QuatreAns, (await ConventionAsync(terrain)).Periode);
        var lue = await terrain.Application.EnvoyerAsync(new ConsulterSignature.Query(terrain.Convention), terrain.Presidente);
        Assert.Equal((1, 0), (lue!.Circuit!.Avenant, lue.Circuit.Recueillies));

        Assert.False(await terrain.SignerAsync(terrain.Presidente));
        Assert.True(await terrain.SignerAsync(terrain.Directeur));

        var convention = await ConventionAsync(terrain);
        Assert.Equal((StatutConvention.EnSuivi, NouvelleFin), (convention.Statut, convention.Periode!.Fin));
        var dossier = await DossierAsync(terrain);
        Assert.Equal((1, false), (dossier.EtatSigne!.Avenant, dossier.EtatSigne.HorsPortail));
        Assert.Equal((StatutAvenant.Signe, 2, 2), (dossier.Avenants.Single().Statut, dossier.Avenants.Single().Signees, dossier.Avenants.Single().Attendues));
        Assert.Empty(dossier.Changements!.Contractuels);
        Assert.Empty(dossier.Obstacles);

        // the text of the convention is still the one that was signed first
        var texte = await terrain.Application.EnvoyerAsync(new ConsulterConventionPdf.Query(terrain.Convention), terrain.Conseiller);
        Assert.Equal("convention-version-1.pdf", texte.Nom);
        var versions = await terrain.Application.EnvoyerAsync(new ListerVersions.Query(terrain.Convention), terrain.Conseiller);
        Assert.Contains(versions!.Versions, v => v.Nom == "Avenant n° 1 soumis à la signature");
    }

    [Fact]
    public async Task Le_circuit_d_un_avenant_se_conduit_comme_celui_de_la_convention_et_le_nomme()
    {
        await using var terrain = await SigneeAsync();
        var application = terrain.Application;
        var avenant = await PreparerAsync(terrain);
        await application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        var feuille = (await application.EnvoyerAsync(new ExporterFeuilleSignature.Query(terrain.Convention), terrain.Conseiller))!;
        Assert.Contains("Avenant n° 1", LecturePdf.Texte(feuille.Contenu), StringComparison.Ordinal);

        await application.EnvoyerAsync(new PlanifierCeremonie.Command(terrain.Convention, 0, new(2026, 5, 4), new(18, 0), "Salle des fêtes"), terrain.Conseiller);
        Assert.Contains(await ObjetsAsync(terrain), o => o == "Signature de l’avenant : la date de la cérémonie");
        var presidente = (await terrain.CircuitAsync()).LigneDe(terrain.Presidente.Courriel)!;
        await application.EnvoyerAsync(new RefuserSignature.Command(terrain.Convention, presidente.Id, "La date ne convient pas."), terrain.Presidente);
        Assert.Contains(await ObjetsAsync(terrain), o => o == "Une signature de l’avenant est refusée");
        await application.EnvoyerAsync(
            new RemplacerSignataire.Command(terrain.Convention, presidente.Id, new("Madame", "Anne", "Petit", "Première vice-présidente", null, "anne.petit@demo.test"), "Absente."),
            terrain.Conseiller);

        var circuit = await terrain.CircuitAsync();
        Assert.Equal((1, StatutSignature.Ouverte, false), (circuit.AvenantNumero, circuit.Statut, circuit.EstArretee));
        Assert.Equal(EtatLigne.Appelee, circuit.LigneDe("anne.petit@demo.test")!.Etat);
        Assert.False(await terrain.SignerAsync(terrain.Directeur));
        Assert.Equal(StatutAvenant.EnSignature, (await DossierAsync(terrain)).EnCours!.Statut);
    }

    [Fact]
    public async Task Ce_qui_a_change_depuis_la_signature_remplit_l_avenant()
    {
        await using var terrain = await SigneeAsync();
        Assert.Empty((await DossierAsync(terrain)).Changements!.Contractuels);
        await terrain.Application.LireAsync(async db =>
        {
            var fiche = await db.FichesAction.Where(f => f.ConventionId == terrain.Convention).OrderBy(f => f.Id).FirstAsync();
            fiche.Rediger(
                new(Identite: fiche.Identite with { Intitule = "Un relais itinérant" }, Qui: fiche.Qui with { Service = "Service enfance" }),
                StatutConvention.EnSuivi, UneConvention.Maintenant);
            return await db.SaveChangesAsync();
        });

        var dossier = await DossierAsync(terrain);
        var contractuel = Assert.Single(dossier.Changements!.Contractuels);
        Assert.Equal(["intitule"], contractuel.Champs.Select(c => c.Code));
        Assert.Equal(["service"], Assert.Single(dossier.Changements.Vivants).Champs.Select(c => c.Code));
        Assert.Equal(
            [EtatFicheSignee.ModifieeDepuis, EtatFicheSignee.TelleQueSignee],
            dossier.Fiches.Select(f => f.Etat).Order().Reverse().Distinct());

        var id = await PreparerAsync(terrain, NatureAvenant.CompleterPlan);
        var avenant = (await terrain.Application.EnvoyerAsync(new ConsulterAvenant.Query(terrain.Convention, id), terrain.Conseiller))!;
        var article = Assert.Single(avenant.Contenu.Articles, a => a.Titre == "Plan d’actions");
        Assert.Contains("devient « Un relais itinérant »", article.Corps, StringComparison.Ordinal);
        Assert.DoesNotContain("Service enfance", article.Corps, StringComparison.Ordinal);
        Assert.DoesNotContain(avenant.Obstacles, o => o.Code is "plan-non-dit" or "plan-inchange");
    }

    [Fact]
    public async Task Reprendre_ou_abandonner_un_avenant_annule_son_circuit_et_laisse_la_convention_telle_que_signee()
    {
        await using var terrain = await SigneeAsync();
        var avenant = await PreparerAsync(terrain);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        await terrain.SignerAsync(terrain.Presidente);

        await terrain.Application.EnvoyerAsync(new ReprendreAvenant.Command(terrain.Convention, avenant, 2, "Une date était fausse."), terrain.Conseiller);
        Assert.Equal(StatutSignature.Annulee, (await terrain.CircuitAsync()).Statut);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 3), terrain.Conseiller);
        await terrain.Application.EnvoyerAsync(new AbandonnerAvenant.Command(terrain.Convention, avenant, 4, "Les parties y renoncent."), terrain.Conseiller);

        Assert.Equal((StatutSignature.Annulee, 3), ((await terrain.CircuitAsync()).Statut, (await terrain.CircuitAsync()).NumeroVersion));
        Assert.Equal(UneConvention.QuatreAns, (await ConventionAsync(terrain)).Periode);

        // the number serves again
        var suivant = await PreparerAsync(terrain);
        Assert.Equal(1, (await terrain.Application.EnvoyerAsync(new ConsulterAvenant.Query(terrain.Convention, suivant), terrain.Conseiller))!.Numero);
    }

    [Fact]
    public async Task Une_partie_qui_entre_signe_l_avenant_et_devient_partie()
    {
        await using var terrain = await SigneeAsync();
        var avenant = await PreparerAsync(terrain);
        await terrain.Application.EnvoyerAsync(
            new AjouterPartieEntrante.Command(terrain.Convention, avenant, 1, TypePartie.Commune, "Commune de Guise", "Madame", "Anne", "Petit", "Maire", null), terrain.Conseiller);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 2), terrain.Conseiller);

        var circuit = await terrain.CircuitAsync();
        Assert.Equal(["Caf de l’Aisne", "CC des Trois Rivières", "Commune de Guise"], circuit.Lignes.Select(l => l.Partie));
        Assert.Equal([1, 2, 3], circuit.Lignes.Select(l => l.Numero));
    }

    [Fact]
    public async Task Une_convention_signee_ailleurs_dit_d_abord_ce_qui_a_ete_signe()
    {
        await using var application = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        var convention = Convention.Reprendre(UneConvention.Ouverture(), new DateOnly(2026, 1, 15), UneConvention.Maintenant);
        var (plan, fiches) = UnPlan.Complet(convention.Id, 1, 1, 2);
        await application.SauverAsync(new Domain.Territoires.Region("32", "Hauts-de-France"), new Domain.Territoires.Departement("02", "Aisne", "32"), new Domain.Territoires.Caf("02", "Caf de l’Aisne", "02"));
        AggregateRoot[] tous = [convention, UnDiagnostic.Valide(convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(Domain.Suivi.SuiviFiche.Commencer)];
        await application.SauverAsync(tous);
        var conseiller = ApplicationDeTest.Une(Role.Conseiller, convention.Id);
        var preparer = new PreparerAvenant.Command(convention.Id, convention.Revision, [NatureAvenant.Prolonger], "prolonger", null, NouvelleFin, []);

        var avant = (await application.EnvoyerAsync(new ConsulterAvenants.Query(convention.Id), conseiller))!;
        Assert.Null(avant.EtatSigne);
        Assert.Equal(["etat-signe-inconnu"], avant.Obstacles.Select(o => o.Code));
        await Assert.ThrowsAsync<BusinessRuleException>(() => application.EnvoyerAsync(preparer, conseiller));

        await application.EnvoyerAsync(new FixerEtatSigne.Command(convention.Id, convention.Revision), conseiller);
        var id = await application.EnvoyerAsync(preparer, conseiller);

        var apres = (await application.EnvoyerAsync(new ConsulterAvenants.Query(convention.Id), conseiller))!;
        Assert.True(apres.EtatSigne!.HorsPortail);
        Assert.Empty(apres.Changements!.Contractuels);
        Assert.Equal(id, apres.EnCours!.Id);
    }

    [Fact]
    public async Task Deux_preparations_a_la_fois_n_en_font_qu_une()
    {
        await using var terrain = await SigneeAsync();
        var essais = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await PreparerAsync(terrain);
                return "fait";
            }
            catch (Exception refus) when (refus is BusinessRuleException or ConcurrencyConflictException)
            {
                return "refus";
            }
        }));

        Assert.Equal(["fait", "refus"], essais.Order());
    }

    [Fact]
    public async Task La_page_lit_en_un_nombre_fixe_de_commandes()
    {
        await using var terrain = await SigneeAsync();
        var avant = await terrain.Application.Sql.CompterAsync(() => DossierAsync(terrain));
        for (var i = 0; i < 3; i++)
        {
            var id = await PreparerAsync(terrain);
            await terrain.Application.EnvoyerAsync(new AbandonnerAvenant.Command(terrain.Convention, id, 1, "Essai."), terrain.Conseiller);
        }

        Assert.Equal(avant, await terrain.Application.Sql.CompterAsync(() => DossierAsync(terrain)));
    }

    private async Task<TerrainDeSignature> SigneeAsync()
    {
        var terrain = await TerrainDeSignature.PreparerAsync(serveur);
        await terrain.OuvrirAsync();
        await terrain.SignerAsync(terrain.Presidente);
        await terrain.SignerAsync(terrain.Directeur);
        return terrain;
    }

    private static async Task<AvenantId> PreparerAsync(TerrainDeSignature terrain, params NatureAvenant[] natures) =>
        await terrain.Application.EnvoyerAsync(
            new PreparerAvenant.Command(
                terrain.Convention, (await ConventionAsync(terrain)).Revision, natures.Length == 0 ? [NatureAvenant.Prolonger] : natures,
                "prolonger la convention d’un an", "Le bilan n’est pas fini.", natures.Length == 0 ? NouvelleFin : null, []),
            terrain.Conseiller);

    private static Task<List<string>> ObjetsAsync(TerrainDeSignature terrain) =>
        terrain.Application.LireAsync(db => db.Courriels.Select(c => c.Objet).ToListAsync());

    private static Task<Convention> ConventionAsync(TerrainDeSignature terrain) =>
        terrain.Application.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync(c => c.Id == terrain.Convention));

    private static async Task<ConsulterAvenants.Dossier> DossierAsync(TerrainDeSignature terrain) =>
        (await terrain.Application.EnvoyerAsync(new ConsulterAvenants.Query(terrain.Convention), terrain.Conseiller))!;
}
