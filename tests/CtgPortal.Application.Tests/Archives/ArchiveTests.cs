using System.Text;
using System.Text.Json.Nodes;
using CtgPortal.Application.Archives;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Signatures;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Scellements;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace CtgPortal.Application.Tests.Archives;

public sealed class ArchiveTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly string[] Contacts = ["claire.morel@3rivieres.fr", "03 23 58 00 11", "+33 6 12 34 56 78", "192.168.4.20", "12 bis rue des Lilas, 02500 Hirson"];

    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    private ConventionId Convention => _terrain.Convention;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task L_archive_provisoire_est_un_sac_complet_que_sha256sum_accepte()
    {
        await SignerAsync();

        var sac = SacLu.Lire(await ExporterAsync());

        Assert.Empty(sac.Defauts());
        Assert.Equal("ctg-cc-des-trois-rivieres-version-1-provisoire", sac.Racine);
        Assert.Equal(
            [
                "data/LISEZMOI.txt", "data/convention/convention-figee.pdf", "data/convention/convention.json", "data/convention/convention.schema.json",
                "data/deliberations/02-cc-des-trois-rivieres/001-delibere é.pdf", "data/deliberations/02-cc-des-trois-rivieres/002-retour.pdf", "data/metadonnees.json",
                "data/preuve/preuve-version-1.json", "data/preuve/preuve-version-1.pdf", "data/preuve/preuve.schema.json",
            ],
            sac.Fichiers.Keys.Where(c => c.StartsWith("data/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Archive PROVISOIRE", sac.Texte("data/LISEZMOI.txt"), StringComparison.Ordinal);
        Assert.Contains("External-Description: ", sac.Texte("bag-info.txt"), StringComparison.Ordinal);

        var dossier = Directory.CreateTempSubdirectory("sac-");
        try
        {
            sac.EcrireDans(dossier.FullName);
            var resultat = await OutilExterne.Bash.LancerAsync(
                ["-c", "cd \"$0\" && sha256sum --strict -c manifest-sha256.txt && sha256sum --strict -c tagmanifest-sha256.txt", dossier.FullName], TestContext.Current.CancellationToken);
            Assert.Equal(0, resultat.Code);
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Les_metadonnees_disent_qui_quoi_quand_et_listent_les_fichiers()
    {
        await SignerAsync();
        var circuit = await _terrain.CircuitAsync();

        var sac = SacLu.Lire(await ExporterAsync());
        var m = JsonNode.Parse(sac.Texte("data/metadonnees.json"))!;

        Assert.Equal(
            ("provisoire", 1, circuit.Empreinte, "2026-03-12", "2029-12-31"),
            ((string)m["etat"]!, (int)m["version"]!, (string)m["empreinte"]!, (string)m["signeLe"]!, (string)m["conservation"]!["compterDu"]!));
        Assert.Equal(["Caf de l’Aisne", "Communauté de communes des Trois Rivières"], m["producteurs"]!.AsArray().Select(p => (string)p!["nom"]!));
        Assert.Contains(m["fichiers"]!.AsArray(), f => (string)f!["description"]! == "Copie tamponnée par la préfecture : CC des Trois Rivières");
        Assert.All(m["fichiers"]!.AsArray(), f => Assert.True(sac.Fichiers.ContainsKey("data/" + (string)f!["chemin"]!)));
        Assert.Equal(circuit.Empreinte, (string)JsonNode.Parse(sac.Texte("data/preuve/preuve-version-1.json"))!["document"]!["empreinte"]!);
    }

    [Fact]
    public async Task La_meme_convention_donne_les_memes_octets()
    {
        await SignerAsync();

        var premiere = await ExporterAsync();
        App.Horloge.Advance(TimeSpan.FromDays(3));

        Assert.Equal(premiere, await ExporterAsync());
    }

    [Theory]
    [InlineData("data/convention/convention-figee.pdf", "has changed")]
    [InlineData("data/autre.txt", "is not in manifest-sha256.txt")]
    [InlineData("bag-info.txt", "has changed")]
    public async Task Un_fichier_change_ou_ajoute_se_voit(string chemin, string defaut)
    {
        await SignerAsync();
        var sac = SacLu.Lire(await ExporterAsync());
        var contenu = sac.Fichiers.GetValueOrDefault(chemin) ?? [1];

        Assert.Contains(sac.Avec(chemin, [.. contenu, 10]).Defauts(), d => d.Contains(defaut, StringComparison.Ordinal));
        Assert.NotEmpty(sac.Avec("data/metadonnees.json", null).Defauts());
    }

    [Fact]
    public async Task Un_fichier_altere_en_base_ne_part_pas_dans_une_archive()
    {
        await SignerAsync();
        await App.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE pieces SET contenu = contenu || '\\x00'::bytea WHERE nature = 'PieceJointe'"));

        await Assert.ThrowsAsync<InvalidDataException>(ExporterAsync);
    }

    [Fact]
    public async Task Sans_sceau_l_archive_definitive_se_refuse_et_avec_lui_elle_le_contient()
    {
        await SignerAsync();
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => App.EnvoyerAsync(new ExporterArchive.Query(Convention, Definitive: true), _terrain.Conseiller));
        Assert.Equal("archive-non-scellee", Assert.Single(refus.Obstacles).Code);

        Assert.Equal(1, await App.AvecAsync(services => ActivatorUtilities.CreateInstance<ScellementDesCircuits>(services).ScellerAsync(TestContext.Current.CancellationToken)));
        var sac = SacLu.Lire(await ExporterAsync(definitive: true));

        Assert.Empty(sac.Defauts());
        var scelle = sac.Fichiers["data/convention/convention-scellee.pdf"];
        var fige = sac.Fichiers["data/convention/convention-figee.pdf"];
        Assert.True(scelle.Length > fige.Length && scelle.AsSpan(0, fige.Length).SequenceEqual(fige));
        Assert.Equal("definitive", (string)JsonNode.Parse(sac.Texte("data/metadonnees.json"))!["etat"]!);
        Assert.Contains("Archive définitive", sac.Texte("data/LISEZMOI.txt"), StringComparison.Ordinal);
        Assert.True((await App.EnvoyerAsync(new ConsulterArchive.Query(Convention), _terrain.Conseiller))!.EstScellee);
    }

    [Fact]
    public async Task Avant_la_derniere_signature_il_n_y_a_ni_archive_ni_copie_publiee()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(ExporterAsync);
        Assert.Equal("archive-non-signee", Assert.Single(refus.Obstacles).Code);
        Assert.Equal("archive-non-signee", Assert.Single((await App.EnvoyerAsync(new ConsulterArchive.Query(Convention), _terrain.Conseiller))!.Obstacles).Code);
        Assert.Null(await App.EnvoyerAsync(new ExporterCopiePubliee.Query(Convention, FormatCopie.Donnees), _terrain.Conseiller));
    }

    [Fact]
    public async Task Une_version_annulee_reste_dans_l_archive_avec_sa_preuve()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        await _terrain.RevenirAsync();
        await _terrain.OuvrirAsync();

        // hers is carried over: nothing that binds has changed
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));

        var sac = SacLu.Lire(await ExporterAsync());

        Assert.Empty(sac.Defauts());
        Assert.Equal(
            ["data/versions-annulees/preuve-version-1.json", "data/versions-annulees/version-1.pdf"],
            sac.Fichiers.Keys.Where(c => c.StartsWith("data/versions-annulees/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Les_pieces_d_une_fiche_confidentielle_n_y_sont_pas_celles_des_autres_oui()
    {
        var fiches = await App.LireAsync(db => db.FichesAction.Where(f => f.ConventionId == Convention).OrderBy(f => f.Id).ToListAsync());
        foreach (var (fiche, nom) in new[] { (fiches[0], "secret.pdf"), (fiches[1], "public.pdf") })
        {
            await App.EnvoyerAsync(new JoindrePieces.Command(Convention, PorteurPieces.De(fiche.Id), [new(nom, "%PDF-1.7 x"u8.ToArray())]), _terrain.Conseiller);
        }

        await App.EnvoyerAsync(new RedigerFiche.Command(Convention, fiches[0].Id, fiches[0].Revision, new(fiches[0].Identite with { Confidentielle = true })), _terrain.Conseiller);
        await SignerAsync();

        Assert.Equal(["data/pieces-jointes/fiches/001-public.pdf"], SacLu.Lire(await ExporterAsync()).Fichiers.Keys.Where(c => c.StartsWith("data/pieces-jointes/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Son_contenu_se_lit_avec_autant_de_commandes_SQL_quel_que_soit_le_nombre_de_pieces()
    {
        await SignerAsync();
        var peu = await CompterAsync();
        var fiche = await App.LireAsync(db => db.FichesAction.Where(f => f.ConventionId == Convention).Select(f => f.Id).FirstAsync());
        await App.EnvoyerAsync(
            new JoindrePieces.Command(Convention, PorteurPieces.De(fiche), [.. Enumerable.Range(0, 15).Select(i => new FichierSaisi($"{i}.pdf", "%PDF-1.7 x"u8.ToArray()))]), _terrain.Conseiller);

        Assert.Equal(peu, await CompterAsync());

        Task<int> CompterAsync() => App.Sql.CompterAsync(() => App.EnvoyerAsync(new ConsulterArchive.Query(Convention), _terrain.Conseiller));
    }

    [Fact]
    public async Task La_copie_publiee_n_a_plus_de_coordonnees_et_le_dit()
    {
        await App.EnvoyerAsync(new CommencerTexte.Command(Convention), _terrain.Conseiller);
        var preambule = await App.LireAsync(db => db.PassagesTexte.SingleAsync(p => p.ConventionId == Convention && p.Nature == NaturePassage.Preambule));
        await App.EnvoyerAsync(
            new RedigerPassage.Command(Convention, preambule.Cle, preambule.Revision, preambule.Titre, "Contact : " + string.Join(" ; ", Contacts) + ".\nIl reste 12 places en crèche.", false),
            _terrain.Conseiller);
        await SignerAsync();

        var json = Encoding.UTF8.GetString((await App.EnvoyerAsync(new ExporterCopiePubliee.Query(Convention, FormatCopie.Donnees), _terrain.Conseiller))!.Contenu);
        var copie = DossierJson.Lire(Encoding.UTF8.GetBytes(json));
        using var pdf = PdfDocument.Open((await App.EnvoyerAsync(new ExporterCopiePubliee.Query(Convention, FormatCopie.Pdf), _terrain.Conseiller))!.Contenu);
        var texte = string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));

        Assert.All(Contacts, c => Assert.DoesNotContain(c, json, StringComparison.Ordinal));
        Assert.All(Contacts, c => Assert.DoesNotContain(c, texte, StringComparison.Ordinal));
        Assert.Contains("12 places en crèche", json, StringComparison.Ordinal);
        Assert.Equal((true, null, null), (copie.CopiePubliee, copie.ReferenceDocument, copie.AdresseVerification));
        Assert.Equal(["Madame Claire Morel"], copie.Signataires.Where(s => s.Partie.StartsWith("Communauté", StringComparison.Ordinal)).Select(s => s.Nom));
        Assert.All(copie.Signataires, s => Assert.NotNull(s.SigneLe));
        Assert.Contains("COPIE PUBLIÉE", texte, StringComparison.Ordinal);
        Assert.Contains("Copie publiée, sans coordonnées, de la version 1", texte.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    private async Task SignerAsync()
    {
        var cc = await App.LireAsync(db => db.Conventions.Where(c => c.Id == Convention).SelectMany(c => c.Parties).Where(p => p.Type == TypePartie.Epci).Select(p => p.Id).SingleAsync());
        if (!await App.LireAsync(db => db.Deliberations.AnyAsync()))
        {
            await App.EnvoyerAsync(new EnregistrerDeliberation.Command(Convention, 0, cc) { Numero = "2026-14", Date = new(2026, 2, 10) }, _terrain.Conseiller);
            await App.EnvoyerAsync(new DeposerFichierDActe.Command(Convention, cc, UsagePiece.Acte, new("delibere é.pdf", "%PDF-1.7 acte"u8.ToArray())), _terrain.Conseiller);
            App.Horloge.Advance(TimeSpan.FromSeconds(1));
            await App.EnvoyerAsync(new DeposerFichierDActe.Command(Convention, cc, UsagePiece.CopieTamponnee, new("retour.pdf", "%PDF-1.7 tampon"u8.ToArray())), _terrain.Conseiller);
        }

        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        await _terrain.SignerAsync(_terrain.Directeur);
    }

    private Task<byte[]> ExporterAsync() => ExporterAsync(definitive: false);

    /// <summary>Written while the query's own scope lives, as a page does.</summary>
    private Task<byte[]> ExporterAsync(bool definitive) => App.AvecAsync(
        async services =>
        {
            using var octets = new MemoryStream();
            var mediator = (MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!;
            var sac = await mediator.Send(new ExporterArchive.Query(Convention, definitive), TestContext.Current.CancellationToken);
            await sac.EcrireAsync(octets, TestContext.Current.CancellationToken);
            return octets.ToArray();
        },
        _terrain.Conseiller);
}
