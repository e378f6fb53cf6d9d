using System.Security.Cryptography;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Versions;

public sealed class VersionsTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Plan _plan = null!;
    private IReadOnlyList<FicheAction> _fiches = [];
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(StatutConvention.EnRedaction);
        (_plan, _fiches) = UnPlan.Complet(_convention.Id, 1, 1, 2);
        await _app.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        AggregateRoot[] tous = [_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, _plan, .. _fiches, .. _fiches.Select(SuiviFiche.Commencer)];
        await _app.SauverAsync(tous);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id, "Léa Martin");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Garder_une_version_garde_tout_avec_son_empreinte_qui_et_quand()
    {
        await GarderAsync("Après le comité", "Envoyée aux communes");

        var version = Assert.Single((await ListeAsync()).Versions);
        var donnees = await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 1, FormatVersion.Donnees), _coordination);
        Assert.Equal((1, "Après le comité", "Envoyée aux communes", "Léa Martin", null), (version.Numero, version.Nom, version.Note, version.Par, version.Figee));
        Assert.Equal(version.Empreinte, Convert.ToHexStringLower(SHA256.HashData(donnees!.Contenu)));
        var dossier = DossierJson.Lire(donnees.Contenu);
        Assert.Equal(_fiches.Select(f => f.Id.Value.ToString()).Order(), dossier.Axes.SelectMany(a => a.Orientations).SelectMany(o => o.Fiches).Select(f => f.Id!).Order());
        Assert.NotNull(dossier.Diagnostic);
        Assert.Contains("VersionGardee", await _app.JournalAsync(_convention.Id));
    }

    [Fact]
    public async Task Une_fiche_confidentielle_n_y_est_pas()
    {
        var identite = _fiches[0].Identite with { Confidentielle = true };
        await _app.EnvoyerAsync(new RedigerFiche.Command(_convention.Id, _fiches[0].Id, _fiches[0].Revision, new(Identite: identite)), _coordination);
        await GarderAsync("Sans la confidentielle");

        var donnees = await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 1, FormatVersion.Donnees), _coordination);

        Assert.DoesNotContain(_fiches[0].Id.Value.ToString(), System.Text.Encoding.UTF8.GetString(donnees!.Contenu), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figer_le_texte_garde_une_version_sans_copier_les_donnees()
    {
        await GarderAsync("Avant");
        await _app.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, _convention.Revision, UneOuverture.Choix), _coordination);

        var versions = (await ListeAsync()).Versions;
        Assert.Equal([("Texte n° 1 soumis à la signature", 2), ("Avant", 1)], versions.Select(v => (v.Nom, v.Numero)));
        Assert.Equal(new TexteFige(1, StatutSignature.Ouverte), versions[0].Figee);
        Assert.Equal(3, await _app.LireAsync(db => db.Pieces.CountAsync()));
        Assert.Equal(
            (await _app.EnvoyerAsync(new ExporterConvention.Query(_convention.Id), _coordination)).Contenu,
            (await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 2, FormatVersion.Donnees), _coordination))!.Contenu);
        Assert.Empty((await ComparerAsync(1, 2)).Changements!.Comparaison.Differences);
        Assert.Single(await _app.JournalAsync(_convention.Id), t => t == "VersionGardee");
    }

    [Fact]
    public async Task Ce_qui_a_change_depuis_une_version_est_dit_sans_y_toucher()
    {
        await GarderAsync("Avant");
        var avant = await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 1, FormatVersion.Donnees), _coordination);
        _app.Horloge.Advance(TimeSpan.FromDays(2));
        await _app.EnvoyerAsync(new RedigerFiche.Command(
            _convention.Id, _fiches[0].Id, _fiches[0].Revision, new(Quoi: QuoiFiche.Vide with { ObjectifGeneral = "Aller vers les jeunes." })), _coordination);

        var changements = (await ComparerAsync(1, null)).Changements!;

        var difference = Assert.Single(changements.Comparaison.Differences);
        Assert.Contains(difference.Champs, c => c is { Code: "objectif-general", Apres: "Aller vers les jeunes." });
        Assert.Equal(["1 fiche modifiée"], changements.Resume.Select(r => r.Phrase));
        Assert.Equal(_app.Horloge.GetUtcNow(), changements.ApresLe);
        Assert.Equal("1 fiche modifiée", Assert.Single((await ListeAsync()).Depuis!.Resume).Phrase);
        Assert.Equal(avant!.Contenu, (await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 1, FormatVersion.Donnees), _coordination))!.Contenu);
    }

    [Fact]
    public async Task Un_contenu_altere_n_est_pas_montre()
    {
        await GarderAsync("Avant");
        await _app.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE pieces SET contenu = contenu || '\x20'::bytea"));

        await Assert.ThrowsAsync<ServiceIndisponibleException>(() => ComparerAsync(1, null));
        await Assert.ThrowsAsync<ServiceIndisponibleException>(() => _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 1, FormatVersion.Word), _coordination));
    }

    [Fact]
    public async Task Une_version_ne_s_efface_pas_et_se_note_sans_objet_depuis_la_page_a_jour()
    {
        await GarderAsync("Par erreur");
        var version = Assert.Single((await ListeAsync()).Versions);

        await _app.EnvoyerAsync(new DeclarerVersionSansObjet.Command(_convention.Id, 1, version.Revision, "Gardée par erreur"), _coordination);

        var dossier = await ListeAsync();
        Assert.Equal(("Gardée par erreur", "Léa Martin"), (dossier.Versions[0].SansObjet!.Motif, dossier.Versions[0].SansObjet!.Par));
        Assert.Null(dossier.Depuis);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() =>
            _app.EnvoyerAsync(new DeclarerVersionSansObjet.Command(_convention.Id, 1, version.Revision, "Encore"), _coordination));
        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new DeclarerVersionSansObjet.Command(_convention.Id, 7, 1, "Encore"), _coordination));
    }

    [Fact]
    public async Task Deux_versions_gardees_au_meme_instant_prennent_deux_numeros()
    {
        await Task.WhenAll(GarderAsync("L’une"), GarderAsync("L’autre"), GarderAsync("La troisième"));

        Assert.Equal([3, 2, 1], (await ListeAsync()).Versions.Select(v => v.Numero));
    }

    [Fact]
    public async Task Sans_version_il_n_y_a_rien_a_comparer_et_une_version_inconnue_est_inconnue()
    {
        Assert.Null((await ComparerAsync(null, null)).Changements);
        await GarderAsync("Avant");
        Assert.Null(await _app.EnvoyerAsync(new ConsulterComparaison.Query(_convention.Id, 9), _coordination));
        Assert.Null(await _app.EnvoyerAsync(new ConsulterComparaison.Query(_convention.Id, 1, 9), _coordination));
        Assert.Null(await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 9, FormatVersion.Pdf), _coordination));
        Assert.Null(await _app.EnvoyerAsync(new ExporterComparaison.Query(_convention.Id, 9, null, null, FormatDocument.Word), _coordination));
        await Assert.ThrowsAsync<ValidationException>(() => GarderAsync(" "));
    }

    [Fact]
    public async Task Ce_qui_a_change_se_lit_en_pdf_et_en_word()
    {
        await GarderAsync("Avant");
        await _app.EnvoyerAsync(new ModifierCadre.Command(
            _convention.Id, _convention.Revision, "Un autre intitulé 🙂", null, null, null, [], null), _coordination);

        var pdf = await _app.EnvoyerAsync(new ExporterComparaison.Query(_convention.Id, 1, null, null, FormatDocument.Pdf), _coordination);
        var word = await _app.EnvoyerAsync(new ExporterComparaison.Query(_convention.Id, 1, null, PartieComparee.Texte, FormatDocument.Word), _coordination);
        var version = await _app.EnvoyerAsync(new ExporterVersion.Query(_convention.Id, 1, FormatVersion.Pdf), _coordination);

        Assert.Equal(("ce-qui-a-change-1-maintenant.pdf", "ce-qui-a-change-1-maintenant.docx", "convention-version-gardee-1.pdf"), (pdf!.Nom, word!.Nom, version!.Nom));
        using var lu = UglyToad.PdfPig.PdfDocument.Open(pdf.Contenu);
        var texte = string.Concat(lu.GetPages().Select(p => p.Text));
        Assert.Contains("En bref", texte, StringComparison.Ordinal);
        Assert.Contains("[+", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_nombre_de_commandes_SQL_ne_depend_pas_des_donnees()
    {
        await GarderAsync("Une");
        var (liste, comparaison) = (await CompterAsync(() => ListeAsync()), await CompterAsync(() => ComparerAsync(1, null)));
        foreach (var i in Enumerable.Range(0, 5))
        {
            await GarderAsync($"Version {i}");
        }

        var revision = _plan.Revision;
        foreach (var i in Enumerable.Range(0, 6))
        {
            await _app.EnvoyerAsync(new AjouterAxe.Command(_convention.Id, revision + i, $"Axe {i}", null, null), _coordination);
        }

        Assert.Equal((liste, comparaison), (await CompterAsync(() => ListeAsync()), await CompterAsync(() => ComparerAsync(1, null))));
        Assert.InRange(comparaison, 1, 60);
    }

    private Task<int> CompterAsync<T>(Func<Task<T>> lire) => _app.Sql.CompterAsync(lire);

    private Task<int> GarderAsync(string nom, string? note = null) => _app.EnvoyerAsync(new GarderVersion.Command(_convention.Id, nom, note), _coordination);

    private async Task<ListerVersions.Dossier> ListeAsync() => (await _app.EnvoyerAsync(new ListerVersions.Query(_convention.Id), _coordination))!;

    private async Task<ConsulterComparaison.Dossier> ComparerAsync(int? de, int? a) => (await _app.EnvoyerAsync(new ConsulterComparaison.Query(_convention.Id, de, a), _coordination))!;
}
