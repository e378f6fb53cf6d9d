using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Signatures;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>What is done for the people of an open circuit, and what they do meanwhile.</summary>
public sealed class ConduireTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly IdentiteSignataire Adjointe = new("Madame", "Inès", "Roussel", "Première vice-présidente", null, "ines@demo.test");

    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    private ConventionId Convention => _terrain.Convention;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Une_reserve_sans_raison_n_ouvre_pas_et_une_raison_reste_avec_le_circuit()
    {
        var preparation = (await App.EnvoyerAsync(new ConsulterPreparation.Query(Convention), _terrain.Conseiller))!;
        Assert.True(preparation.PeutOuvrir);
        Assert.NotEmpty(preparation.Reserves);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.OuvrirAsync(ChoixOuverture.ParDefaut));
        Assert.Equal(preparation.Reserves.Select(g => g.Key).Order(), refus.Obstacles.Select(o => o.Cible!).Order());
        Assert.Equal(EnRedaction, await _terrain.EtapeAsync());

        var circuit = await _terrain.OuvrirAsync();
        Assert.Equal(preparation.Obstacles.Select(o => o.Message).Order(), circuit.Reserves.Select(r => r.Message).Order());
        Assert.All(circuit.Reserves, r => Assert.Equal((UneOuverture.Raison, _terrain.Conseiller.Nom), (r.Motif, r.Par)));
    }

    [Fact]
    public async Task Le_visa_passe_d_abord_et_l_observatrice_est_prevenue_sans_rien_avoir_a_faire()
    {
        var juriste = ApplicationDeTest.Une(Role.Lecteur, Convention, "Jo Juriste") with { Courriel = "jo@demo.test" };
        await App.InscrireAsync(juriste, TerrainDeSignature.MotDePasse);
        var circuit = await _terrain.OuvrirAsync(UneOuverture.Choix with
        {
            Associes =
            [
                new(RoleLigne.Visa, new("Madame", "Jo", "Juriste", "Directrice juridique", null, "jo@demo.test"), "Caf de l’Aisne"),
                new(RoleLigne.Observateur, new(null, "Ola", "Observe", "Cheffe de cabinet", null, "ola@demo.test"), "Préfecture"),
            ],
        });

        Assert.Equal(["jo@demo.test", "ola@demo.test"], await DestinatairesAsync());
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.SignerAsync(_terrain.Presidente));
        Assert.Equal("pas-encore", Assert.Single(refus.Obstacles).Code);

        await _terrain.SignerAsync(juriste);

        Assert.Equal(["direction@demo.test", "jo@demo.test", "ola@demo.test", "president@demo.test"], await DestinatairesAsync());
        await _terrain.SignerAsync(_terrain.Presidente);
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));
        Assert.Equal(4, circuit.Lignes.Count);
    }

    [Fact]
    public async Task Un_refus_est_dit_a_chacun_avec_son_motif_arrete_le_circuit_et_la_personne_peut_signer_ensuite()
    {
        var circuit = await _terrain.OuvrirAsync();
        var ligne = circuit.LigneDe("president@demo.test")!.Id;

        await App.EnvoyerAsync(new RefuserSignature.Command(Convention, ligne, "L’annexe 2 oublie la crèche de Vervins."), _terrain.Presidente);

        var message = await App.LireAsync(db => db.Courriels.SingleAsync(c => c.Objet == "Une signature de la convention est refusée"));
        Assert.Equal("direction@demo.test", message.Destinataire);
        Assert.Contains("L’annexe 2 oublie la crèche de Vervins.", message.Texte, StringComparison.Ordinal);
        App.Horloge.Advance(TimeSpan.FromDays(4));
        await Assert.ThrowsAsync<BusinessRuleException>(() => App.EnvoyerAsync(new RelancerSignataires.Command(Convention), _terrain.Conseiller));
        await Assert.ThrowsAsync<BusinessRuleException>(() => App.EnvoyerAsync(new RefuserSignature.Command(Convention, ligne, "Encore."), _terrain.Presidente));
        await Assert.ThrowsAsync<BusinessRuleException>(() => App.EnvoyerAsync(new RefuserSignature.Command(Convention, ligne, "Pas à moi."), _terrain.Directeur));

        await _terrain.SignerAsync(_terrain.Presidente);
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));
    }

    [Fact]
    public async Task Qui_est_remplace_ne_signe_plus_et_sa_tentative_est_prouvee()
    {
        var circuit = await _terrain.OuvrirAsync();
        var ligne = circuit.LigneDe("president@demo.test")!.Id;
        var nouvelle = ApplicationDeTest.Une(Role.Signataire, Convention, "Inès Roussel") with { Courriel = "ines@demo.test" };
        await App.InscrireAsync(nouvelle, TerrainDeSignature.MotDePasse);

        await App.EnvoyerAsync(new RemplacerSignataire.Command(Convention, ligne, Adjointe, "Élections du 15 mars."), _terrain.Coordination);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.SignerAsync(_terrain.Presidente));
        Assert.Equal("remplace", Assert.Single(refus.Obstacles).Code);
        var tentative = await App.LireAsync(db => db.Preuves.AsNoTracking().SingleAsync(e => e.Type == nameof(ActeRefuse)));
        Assert.Equal(ligne.Value, tentative.Ligne);
        Assert.Contains("Madame Inès Roussel remplace", Phrase(await _terrain.PreuveAsync(), nameof(SignataireRemplace)), StringComparison.Ordinal);
        Assert.Equal(["president@demo.test"], await App.LireAsync(db => db.Courriels.Where(c => c.Objet == "Votre signature n’est plus attendue").Select(c => c.Destinataire).ToListAsync()));
        await _terrain.SignerAsync(nouvelle);
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));
    }

    [Fact]
    public async Task Remplacer_deux_fois_la_meme_personne_ne_remplace_qu_une_fois()
    {
        var ligne = (await _terrain.OuvrirAsync()).LigneDe("president@demo.test")!.Id;

        var issues = await Ensemble.FaireAsync(() => RemplacerAsync("Élections."), () => RemplacerAsync("Élections."));

        var refus = Assert.IsType<BusinessRuleException>(Assert.Single(issues, i => i is not null));
        Assert.Equal("remplace", refus.Obstacles[0].Code);
        Assert.Equal(3, (await _terrain.CircuitAsync()).Lignes.Count);

        Task RemplacerAsync(string motif) => App.EnvoyerAsync(new RemplacerSignataire.Command(Convention, ligne, Adjointe, motif), _terrain.Conseiller);
    }

    [Fact]
    public async Task Retirer_quelqu_un_pendant_qu_il_signe_fait_l_un_ou_l_autre()
    {
        var circuit = await _terrain.OuvrirAsync(UneOuverture.Choix with
        {
            Associes = [new(RoleLigne.Visa, new(null, "Paul", "Lévêque", "Directeur", null, "direction@demo.test"), "Caf de l’Aisne")],
        });
        var visa = circuit.Lignes.Single(l => l.Role == RoleLigne.Visa).Id;

        var issues = await Ensemble.FaireAsync(
            () => _terrain.SignerAsync(_terrain.Directeur),
            () => App.EnvoyerAsync(new RetirerDuCircuit.Command(Convention, visa, "Le service est dissous."), _terrain.Conseiller));

        var refus = Assert.IsType<BusinessRuleException>(Assert.Single(issues, i => i is not null));
        var apres = (await _terrain.CircuitAsync()).Lignes.Single(l => l.Id == visa);
        Assert.Equal(issues[0] is null ? ("deja-signe", EtatLigne.Signee) : ("retire", EtatLigne.Retiree), (refus.Obstacles[0].Code, apres.Etat));
    }

    [Fact]
    public async Task La_derniere_personne_d_une_partie_ne_se_retire_pas()
    {
        var ligne = (await _terrain.OuvrirAsync()).Lignes[0].Id;

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() =>
            App.EnvoyerAsync(new RetirerDuCircuit.Command(Convention, ligne, "Absente."), _terrain.Conseiller));

        Assert.Equal("dernier-de-la-partie", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public async Task Revenir_au_texte_pendant_que_quelqu_un_signe_garde_ou_refuse_mais_ne_laisse_rien_entre_les_deux()
    {
        var circuit = await _terrain.OuvrirAsync();

        var issues = await Ensemble.FaireAsync(() => _terrain.SignerAsync(_terrain.Presidente, circuit.Empreinte), () => _terrain.RevenirAsync());

        Assert.Null(issues[1]);
        Assert.True(issues[0] is null or NotFoundException or BusinessRuleException, issues[0]?.ToString());
        var apres = await _terrain.CircuitAsync();
        Assert.Equal((StatutSignature.Annulee, issues[0] is null), (apres.Statut, apres.Lignes.Any(l => l.EstSignee)));
        Assert.Equal(EnRedaction, await _terrain.EtapeAsync());
        Assert.Null(ChainePreuve.PremiereRupture(apres.Id, await App.LireAsync(db => db.Preuves.AsNoTracking().Where(e => e.SignatureId == apres.Id).OrderBy(e => e.Numero).ToListAsync()), []));
    }

    [Fact]
    public async Task Relancer_attend_trois_jours_s_arrete_apres_cinq_et_dit_la_derniere_date()
    {
        var ligne = (await _terrain.OuvrirAsync()).LigneDe("president@demo.test")!.Id;
        await Assert.ThrowsAsync<BusinessRuleException>(RelancerAsync);

        for (var fois = 1; fois <= Signature.RelancesMax; fois++)
        {
            App.Horloge.Advance(TimeSpan.FromDays(3));
            await RelancerAsync();
            var refus = await Assert.ThrowsAsync<BusinessRuleException>(RelancerAsync);
            Assert.Contains(refus.Obstacles, o => o.Code == (fois == Signature.RelancesMax ? "relances-epuisees" : "relance-trop-proche"));
        }

        var lue = (await App.EnvoyerAsync(new ConsulterSignature.Query(Convention), _terrain.Conseiller))!.Circuit!.Lignes.Single(l => l.Id == ligne);
        Assert.Equal((5, App.Horloge.GetUtcNow()), (lue.Relances, lue.DerniereRelanceLe));
        Assert.Equal(5, await App.LireAsync(db => db.Courriels.CountAsync(c => c.Objet.StartsWith("Rappel") && c.Destinataire == "president@demo.test")));

        Task RelancerAsync() => App.EnvoyerAsync(new RelancerSignataires.Command(Convention, ligne), _terrain.Conseiller);
    }

    [Fact]
    public async Task Le_portail_relance_de_lui_meme_apres_une_semaine_un_jour_ouvre_si_on_l_a_voulu()
    {
        await _terrain.OuvrirAsync();
        Assert.Equal(0, await DOfficeAsync());

        // from Thursday 12 March to Saturday 21, then to Monday
        App.Horloge.Advance(TimeSpan.FromDays(9));
        Assert.Equal(0, await DOfficeAsync());
        App.Horloge.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, await DOfficeAsync());
        Assert.Equal(0, await DOfficeAsync());

        await _terrain.RevenirAsync();
        await _terrain.OuvrirAsync(UneOuverture.Choix with { RelanceDOffice = false });
        App.Horloge.Advance(TimeSpan.FromDays(14));
        Assert.Equal(0, await DOfficeAsync());
    }

    [Fact]
    public async Task Le_delai_passe_on_ne_signe_plus_jusqu_a_ce_qu_il_soit_repousse()
    {
        var limite = new DateOnly(2026, 3, 20);
        await _terrain.OuvrirAsync(UneOuverture.Choix with { ExpireLe = limite });
        App.Horloge.Advance(TimeSpan.FromDays(9));
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _terrain.SignerAsync(_terrain.Presidente));
        Assert.Equal("circuit-expire", Assert.Single(refus.Obstacles).Code);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => App.EnvoyerAsync(new ProlongerCircuit.Command(Convention, null, new(2026, 4, 30)), _terrain.Conseiller));
        await App.EnvoyerAsync(new ProlongerCircuit.Command(Convention, limite, new(2026, 4, 30)), _terrain.Conseiller);

        await _terrain.SignerAsync(_terrain.Presidente);
        Assert.Equal(2, await App.LireAsync(db => db.Courriels.CountAsync(c => c.Objet == "Vous avez plus de temps pour signer")));
    }

    [Fact]
    public async Task La_ceremonie_arrive_dans_l_agenda_de_chacun_change_et_s_annule()
    {
        await _terrain.OuvrirAsync();
        Assert.Null(await App.EnvoyerAsync(new ExporterCeremonie.Query(Convention), _terrain.Presidente));

        await App.EnvoyerAsync(new PlanifierCeremonie.Command(Convention, 0, new(2026, 4, 2), new(18, 30), "Salle des fêtes de Vervins"), _terrain.Coordination);

        var calendrier = Encoding.UTF8.GetString((await App.EnvoyerAsync(new ExporterCeremonie.Query(Convention), _terrain.Presidente))!.Contenu);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20260402T183000", calendrier, StringComparison.Ordinal);
        Assert.Contains("Salle des fêtes de Vervins", calendrier, StringComparison.Ordinal);
        Assert.Equal(2, await App.LireAsync(db => db.Courriels.CountAsync(c => c.PieceJointe!.Nom == "signature.ics")));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() =>
            App.EnvoyerAsync(new PlanifierCeremonie.Command(Convention, 0, new(2026, 4, 3), new(18, 30), "Ailleurs"), _terrain.Conseiller));

        await App.EnvoyerAsync(new AnnulerCeremonie.Command(Convention), _terrain.Conseiller);
        Assert.Null((await _terrain.CircuitAsync()).Ceremonie);
        Assert.Equal(4, await App.LireAsync(db => db.Courriels.CountAsync(c => c.PieceJointe!.Nom == "signature.ics")));
    }

    [Fact]
    public async Task La_feuille_a_signer_porte_la_reference_l_empreinte_et_une_place_pour_chacun()
    {
        Assert.Null(await App.EnvoyerAsync(new ExporterFeuilleSignature.Query(Convention), _terrain.Conseiller));
        var circuit = await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);

        var texte = LecturePdf.Texte((await App.EnvoyerAsync(new ExporterFeuilleSignature.Query(Convention), _terrain.Conseiller))!.Contenu);

        Assert.Contains("Monsieur Paul Lévêque", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Claire Morel", texte, StringComparison.Ordinal);
        Assert.Contains(ReferenceDocument.Presenter(circuit.Reference), texte, StringComparison.Ordinal);
        Assert.Contains(circuit.Empreinte[..32], texte, StringComparison.Ordinal);
        Assert.Null(await App.EnvoyerAsync(new ExporterFeuilleSignature.Query(Convention, circuit.LigneDe("president@demo.test")!.Id), _terrain.Conseiller));
    }

    private static string Phrase(ConsulterPreuve.Dossier preuve, string type) => preuve.Preuve.Evenements.Single(e => e.Type == type).Phrase;

    private Task<List<string>> DestinatairesAsync() => App.LireAsync(db => db.Courriels.OrderBy(c => c.Destinataire).Select(c => c.Destinataire).ToListAsync());

    private Task<int> DOfficeAsync() => App.AvecAsync(services => services.GetRequiredService<RelancesDOffice>().RelancerAsync(CancellationToken.None));
}
