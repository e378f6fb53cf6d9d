using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Tests.Signatures;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Deliberations;

public sealed class DeliberationsTests(PostgresServer serveur) : IAsyncLifetime
{
    private TerrainDeSignature _terrain = null!;
    private PartieId _caf;
    private PartieId _cc;

    private ApplicationDeTest App => _terrain.Application;

    private ConventionId Convention => _terrain.Convention;

    public async ValueTask InitializeAsync()
    {
        _terrain = await TerrainDeSignature.PreparerAsync(serveur);
        var parties = await App.LireAsync(db => db.Conventions.Where(c => c.Id == Convention).SelectMany(c => c.Parties).OrderBy(p => p.Rang).Select(p => p.Id).ToListAsync());
        (_caf, _cc) = (parties[0], parties[1]);
    }

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task La_liste_dit_ce_qui_manque_a_chaque_partie_et_jusqu_a_quand()
    {
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10), Unanimite = true, Identifiant = "002-1-20260210-2026_14-DE" });

        var dossier = (await App.EnvoyerAsync(new ListerDeliberations.Query(Convention), ApplicationDeTest.Une(Role.Lecteur, Convention)))!;

        Assert.False(dossier.PeutEnregistrer);
        Assert.Collection(
            dossier.Lignes,
            caf =>
            {
                Assert.Equal([ManqueActe.Deliberation], caf.Etat.Manques);
                Assert.Null(caf.Etat.Echeance);
            },
            cc =>
            {
                Assert.Equal([ManqueActe.Fichier, ManqueActe.Transmission, ManqueActe.Publication], cc.Etat.Manques);
                Assert.Equal((new DateOnly(2026, 2, 25), true), (cc.Etat.Echeance, cc.Etat.EstEnRetard));
                Assert.Contains("n’est pas un numéro SIREN", Assert.Single(cc.Etat.Ecarts), StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task Un_acte_s_enregistre_pendant_la_signature_sans_toucher_a_ce_qui_est_fige()
    {
        var circuit = await _terrain.OuvrirAsync();

        var revision = await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10) });
        await EnregistrerAsync(new(Convention, revision, _cc) { Numero = "2026-14", Date = new(2026, 2, 10), Pour = 31, TransmisLe = new(2026, 2, 11) });

        var lue = (await App.EnvoyerAsync(new ConsulterDeliberation.Query(Convention, _cc), _terrain.Conseiller))!;
        Assert.Equal((2, "31 pour", new DateOnly(2026, 2, 11)), (lue.Revision, lue.Acte!.Vote!.EnToutesLettres, lue.Acte.Controle.TransmisLe));
        var apres = await _terrain.CircuitAsync();
        Assert.Equal((circuit.Revision, circuit.Empreinte), (apres.Revision, apres.Empreinte));
        Assert.All(apres.Lignes, l => Assert.Null(l.DeliberationNumero));
    }

    [Fact]
    public async Task Deux_personnes_qui_enregistrent_le_meme_acte_ne_s_effacent_pas()
    {
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "A", Date = new(2026, 2, 10) });

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => EnregistrerAsync(new(Convention, 0, _cc) { Numero = "B", Date = new(2026, 2, 10) }));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => App.EnvoyerAsync(new RetirerDeliberation.Command(Convention, 7, _cc), _terrain.Conseiller));
        await Assert.ThrowsAsync<NotFoundException>(() => EnregistrerAsync(new(Convention, 0, PartieId.New()) { Numero = "A", Date = new(2026, 2, 10) }));
        await Assert.ThrowsAsync<NotFoundException>(() => App.EnvoyerAsync(new RetirerDeliberation.Command(Convention, 0, _caf), _terrain.Conseiller));
        Assert.Equal("A", await App.LireAsync(db => db.Deliberations.Select(d => d.Reference.Numero).SingleAsync()));
    }

    [Fact]
    public async Task Un_acte_a_un_numero_et_une_date()
    {
        var refus = await Assert.ThrowsAsync<ValidationException>(() => EnregistrerAsync(new(Convention, 0, _cc)));

        Assert.Equal(["Numero", "Date"], refus.Errors.Select(e => e.PropertyName));
    }

    [Fact]
    public async Task Le_texte_fige_les_visas_et_le_circuit_citent_les_actes_enregistres()
    {
        await EnregistrerAsync(new(Convention, 0, _cc)
        {
            Numero = "2026-14",
            Date = new(2026, 2, 10),
            Organe = "conseil communautaire",
            Objet = "Signature",
            Pour = 31,
            Contre = 1,
            TransmisLe = new(2026, 2, 11),
        });
        await App.EnvoyerAsync(new CommencerTexte.Command(Convention), _terrain.Conseiller);
        var visas = await App.LireAsync(db => db.PassagesTexte.SingleAsync(p => p.ConventionId == Convention && p.Nature == NaturePassage.Visas));
        await App.EnvoyerAsync(
            new RedigerPassage.Command(Convention, visas.Cle, visas.Revision, visas.Titre, "{{liste:deliberations}}", visas.Contractuel), _terrain.Conseiller);

        var circuit = await _terrain.OuvrirAsync();

        var fige = DossierJson.Lire(await App.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.DonneesId).Select(p => p.Contenu).SingleAsync()));
        Assert.Equal(["la délibération n°\u00A02026-14 du 10 février 2026 (conseil communautaire, Communauté de communes des Trois Rivières)."], fige.Visas);
        Assert.Equal(
            [("Communauté de communes des Trois Rivières, conseil communautaire", "2026-14", "31 pour, 1 contre", new DateOnly(2026, 2, 11))],
            fige.Deliberations.Select(d => (d.Organe, d.Numero!, d.Vote!, d.TransmiseLe!.Value)));
        Assert.Equal([(null, null), ("2026-14", new DateOnly(2026, 2, 10))], fige.Parties.Select(p => (p.DeliberationNumero, p.DeliberationDate)));
        Assert.Equal([null, "2026-14"], circuit.Lignes.Select(l => l.DeliberationNumero));
    }

    [Fact]
    public async Task L_ouverture_signale_les_actes_manquants_sans_etre_arretee()
    {
        var avant = await ObstaclesAsync();
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10) });

        Assert.Equal(2, avant.Count);
        Assert.Equal(Obstacles.DeliberationManquante("Caf de l’Aisne"), Assert.Single(await ObstaclesAsync()));

        async Task<List<Obstacle>> ObstaclesAsync() =>
            [.. (await App.EnvoyerAsync(new ConsulterConvention.Query(Convention), _terrain.Conseiller)).Suites.Single(s => s.Vers == StatutConvention.EnSignature).Obstacles
                .Where(o => o.Code == "deliberation-manquante")];
    }

    [Fact]
    public async Task La_copie_tamponnee_est_un_autre_fichier_que_le_texte_fige()
    {
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10), Unanimite = true });
        var circuit = await _terrain.OuvrirAsync();
        var fige = await App.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.TexteId).Select(p => p.Contenu).SingleAsync());

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => DeposerAsync(UsagePiece.CopieTamponnee, fige));
        Assert.Equal("copie-sans-tampon", Assert.Single(refus.Obstacles).Code);
        await DeposerAsync(UsagePiece.Acte, Pdf("acte"));
        await DeposerAsync(UsagePiece.CopieTamponnee, [.. fige, .. "tampon"u8]);

        var ligne = (await App.EnvoyerAsync(new ListerDeliberations.Query(Convention), _terrain.Conseiller))!.Lignes[1];
        Assert.Equal([UsagePiece.Acte, UsagePiece.CopieTamponnee], ligne.Fichiers.Select(f => f.Usage!.Value));
        Assert.DoesNotContain(ManqueActe.Fichier, ligne.Etat.Manques);
        Assert.Equal(fige, await App.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.TexteId).Select(p => p.Contenu).SingleAsync()));
        Assert.Equal(1, await App.LireAsync(db => db.Pieces.CountAsync(p => p.Nature == NaturePiece.TexteFige)));
    }

    [Fact]
    public async Task Un_fichier_se_depose_sur_un_acte_enregistre_et_doit_etre_un_document()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => DeposerAsync(UsagePiece.Acte, Pdf("a")));
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10) });

        Assert.Equal("Fichier", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => DeposerAsync(UsagePiece.Acte, "<script>"u8.ToArray()))).Errors).PropertyName);
        Assert.Equal("Choisissez un fichier.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => App.EnvoyerAsync(
            new DeposerFichierDActe.Command(Convention, _cc, UsagePiece.Acte, null), _terrain.Conseiller))).Errors).ErrorMessage);
    }

    [Fact]
    public async Task Une_partie_qui_part_emporte_son_acte_et_ses_fichiers()
    {
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10) });
        await DeposerAsync(UsagePiece.Acte, Pdf("acte"));
        var revision = await App.LireAsync(db => db.Conventions.Where(c => c.Id == Convention).Select(c => c.Revision).SingleAsync());

        await App.EnvoyerAsync(new RetirerPartie.Command(Convention, revision, _cc), _terrain.Conseiller);

        Assert.Equal((0, 0), await App.LireAsync(async db => (await db.Deliberations.CountAsync(), await db.Pieces.CountAsync())));
        Assert.Contains(nameof(DeliberationRetiree), await App.JournalAsync(Convention));
    }

    [Fact]
    public async Task La_liste_se_lit_avec_autant_de_commandes_SQL_quel_que_soit_le_nombre_de_parties()
    {
        var peu = await CompterAsync();
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10) });
        await DeposerAsync(UsagePiece.Acte, Pdf("acte"));
        foreach (var i in Enumerable.Range(0, 20))
        {
            var revision = await App.LireAsync(db => db.Conventions.Where(c => c.Id == Convention).Select(c => c.Revision).SingleAsync());
            var partie = await App.EnvoyerAsync(new AjouterPartie.Command(Convention, revision, TypePartie.Commune, $"Commune {i}", null), _terrain.Conseiller);
            await EnregistrerAsync(new(Convention, 0, partie) { Numero = $"{i}", Date = new(2026, 2, 10) });
        }

        Assert.Equal(peu, await CompterAsync());

        Task<int> CompterAsync() => App.Sql.CompterAsync(() => App.EnvoyerAsync(new ListerDeliberations.Query(Convention), _terrain.Conseiller));
    }

    // The columns as they were just before, then the SQL of the migration, there and back.
    [Fact]
    public async Task Le_numero_et_la_date_que_portait_une_partie_deviennent_son_acte()
    {
        await EnregistrerAsync(new(Convention, 0, _cc) { Numero = "2026-14", Date = new(2026, 2, 10) });
        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE parties ADD deliberation_numero text, ADD deliberation_date date"));
        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync(DeliberationsSql.Down));
        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM deliberations"));

        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync(DeliberationsSql.Up));

        var acte = await App.LireAsync(db => db.Deliberations.SingleAsync());
        Assert.Equal((_cc, Convention, new ReferenceActe("2026-14", new(2026, 2, 10)), 1), (acte.PartieId, acte.ConventionId, acte.Reference, acte.Revision));
        Assert.Equal((null, ControleLegalite.Rien), (acte.Vote, acte.Controle));
    }

    private static byte[] Pdf(string texte) => Encoding.ASCII.GetBytes($"%PDF-1.7 {texte}");

    private Task<int> EnregistrerAsync(EnregistrerDeliberation.Command commande) => App.EnvoyerAsync(commande, _terrain.Conseiller);

    private Task<MediatR.Unit> DeposerAsync(UsagePiece usage, byte[] contenu) =>
        App.EnvoyerAsync(new DeposerFichierDActe.Command(Convention, _cc, usage, new("fichier.pdf", contenu)), _terrain.Conseiller);
}
