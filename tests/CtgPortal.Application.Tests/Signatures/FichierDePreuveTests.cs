using System.Text;
using System.Text.Json.Nodes;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace CtgPortal.Application.Tests.Signatures;

public sealed class FichierDePreuveTests(PostgresServer serveur, DocumentsFixture documents) : IAsyncLifetime
{
    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync()
    {
        _terrain = await TerrainDeSignature.PreparerAsync(serveur);
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
    }

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task La_preuve_dit_le_document_les_signataires_et_chaque_evenement_en_clair()
    {
        var preuve = (await LireAsync(_terrain.Conseiller))!.Preuve;

        Assert.Equal(["Claire Morel", "Paul Lévêque"], preuve.Signataires.Select(s => string.Join(' ', s.Nom.Split(' ')[^2..])).Order());
        Assert.Equal(["SignatureOuverte", "SignataireAppele", "SignataireAppele", "SignatureRecueillie"], preuve.Evenements.Select(e => e.Type));
        Assert.Contains("signe dans le portail le texte dont l’empreinte commence par", preuve.Evenements[3].Phrase, StringComparison.Ordinal);
        Assert.True(preuve.Chaine is { Intacte: true, Nombre: 4 } && preuve.Chaine.Tete == preuve.Evenements[3].Empreinte);
    }

    [Fact]
    public async Task Un_signataire_lit_la_preuve_sans_l_adresse_des_autres()
    {
        var circuit = await _terrain.CircuitAsync();
        await App.AvecAsync(async services =>
        {
            var preuves = services.GetRequiredService<IPreuves>();
            foreach (var ligne in circuit.Lignes)
            {
                await preuves.NoterAsync(new CodeEnvoye(circuit.Id, ligne.Id.Value, ligne.Courriel!, App.Horloge.GetUtcNow()), CancellationToken.None);
            }

            return true;
        });

        var sienne = Encoding.UTF8.GetString((await ExporterAsync(_terrain.Presidente, FormatPreuve.Json))!.Contenu);
        var entiere = Encoding.UTF8.GetString((await ExporterAsync(_terrain.Conseiller, FormatPreuve.Json))!.Contenu);

        Assert.Contains("president@demo.test", sienne, StringComparison.Ordinal);
        Assert.DoesNotContain("direction@demo.test", sienne, StringComparison.Ordinal);
        Assert.Contains("direction@demo.test", entiere, StringComparison.Ordinal);
        var maillons = (string json) => JsonNode.Parse(json)!["evenements"]!.AsArray().Select(e => e!["maillon"]!.ToJsonString());
        Assert.Equal(maillons(entiere), maillons(sienne));
    }

    [Fact]
    public async Task Ni_un_lecteur_ni_un_signataire_d_un_autre_document_ne_la_lisent()
    {
        await Assert.ThrowsAsync<AccesRefuseException>(() => LireAsync(ApplicationDeTest.Une(Role.Signataire, _terrain.Convention)));
        await Assert.ThrowsAsync<AccesRefuseException>(() => LireAsync(ApplicationDeTest.Une(Role.Partenaire, _terrain.Convention)));
        await Assert.ThrowsAsync<AccesRefuseException>(() => LireAsync(ApplicationDeTest.Une(Role.Lecteur, _terrain.Convention)));
        await Assert.ThrowsAsync<AccesRefuseException>(() => LireAsync(Personne.Inconnue));
        Assert.Null(await LireAsync(_terrain.Conseiller, version: 9));
    }

    [Fact]
    public async Task Un_maillon_change_dans_la_base_est_designe()
    {
        await App.LireAsync(db => db.Database.ExecuteSqlAsync(
            $"SET session_replication_role = replica; UPDATE preuves SET par_nom = 'Un autre' WHERE numero = 2; SET session_replication_role = origin"));

        var chaine = (await LireAsync(_terrain.Conseiller))!.Preuve.Chaine;

        Assert.Equal((false, 2, "Ce maillon a changé depuis qu’il a été écrit."), (chaine.Intacte, chaine.PremierMaillonRompu, chaine.Defaut));
    }

    [Fact]
    public async Task Le_nombre_de_commandes_ne_depend_pas_de_la_longueur_de_la_chaine()
    {
        var peu = await App.Sql.CompterAsync(() => LireAsync(_terrain.Conseiller));
        await _terrain.SignerAsync(_terrain.Directeur);

        Assert.Equal(peu, await App.Sql.CompterAsync(() => LireAsync(_terrain.Conseiller)));
    }

    [Fact]
    public async Task Le_PDF_porte_le_JSON_et_se_lit_par_tous()
    {
        var pdf = (await ExporterAsync(_terrain.Conseiller, FormatPreuve.Pdf))!;
        var json = (await ExporterAsync(_terrain.Conseiller, FormatPreuve.Json))!;

        using var document = PdfDocument.Open(pdf.Contenu);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var fichiers));
        Assert.Equal(PreuveJson.NomFichier, Assert.Single(fichiers).Name);
        Assert.Equal(json.Contenu, fichiers[0].Memory.ToArray());
        var texte = LecturePdf.Texte(pdf.Contenu);
        Assert.Contains("La chaîne de preuve est intacte", texte, StringComparison.Ordinal);
        Assert.Contains("signature électronique simple", texte, StringComparison.OrdinalIgnoreCase);

        var dossier = (await LireAsync(_terrain.Conseiller))!.Preuve;
        var ua = await documents.Pool.ComposerAsync(
            new RequeteTypst(documents.Typographie.Preparer(PreuvePdfTypst.Donnees(dossier)), PreuveJson.Serialiser(dossier), Norme: "ua-1") { Modele = "preuve" }, CancellationToken.None);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", LecturePdf.Xmp(ua), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_schema_publie_est_celui_des_enregistrements()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Documents", "preuve.schema.json");
        var published = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (published != PreuveJson.Schema)
        {
            // to be copied to docs/schema when the change is wanted
            await File.WriteAllTextAsync(Path.ChangeExtension(file, ".received.json"), PreuveJson.Schema, TestContext.Current.CancellationToken);
        }

        Assert.Equal(published, PreuveJson.Schema);
    }

    [Fact]
    public void Chaque_fait_de_preuve_a_sa_phrase() => Assert.Equal(
        FaitsDePreuve.Tous.Select(t => t.Name).Order(), PhrasesPreuve.Connus.Select(t => t.Name).Order());

    private Task<ConsulterPreuve.Dossier?> LireAsync(Personne par, int? version = null) => App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention, version), par);

    private Task<Application.Documents.Fichier?> ExporterAsync(Personne par, FormatPreuve format) => App.EnvoyerAsync(new ExporterPreuve.Query(_terrain.Convention, null, format), par);
}
