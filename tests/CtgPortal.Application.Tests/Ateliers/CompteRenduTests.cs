using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Salles;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Application.Tests.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Ateliers;

/// <summary>What is left of a room once it is over.</summary>
public sealed class CompteRenduTests(PostgresServer serveur) : IAsyncLifetime
{
    private SalleDeTest _salle = null!;
    private Guid _navette;
    private GroupeId _bouger;

    /// <summary>Two contributions, one of them in a group that received three points.</summary>
    public async ValueTask InitializeAsync()
    {
        _salle = await SalleDeTest.OuvrirAsync(serveur);
        await _salle.App.SauverAsync(UnDiagnostic.Commence(_salle.Convention));
        var jeton = await _salle.EntrerAsync("Camille", "Csac");
        _navette = (await _salle.PosterAsync(jeton, "Une navette le samedi")).Id;
        await _salle.PosterAsync(jeton, "Des bénévoles");
        _bouger = await _salle.GrouperAsync("Bouger");
        await _salle.App.EnvoyerAsync(new DeplacerContribution.Command(_salle.Convention, _salle.Id, new(_navette), 1, _bouger), _salle.Animatrice);
        await _salle.PasserAAsync(PhaseSalle.Points);
        await _salle.DonnerAsync(jeton, 1, (_bouger.Value, 3));
    }

    public ValueTask DisposeAsync() => _salle.DisposeAsync();

    [Fact]
    public async Task Se_propose_de_lui_meme_et_commence_par_ce_qui_a_le_plus_de_points()
    {
        var proposition = await _salle.App.EnvoyerAsync(new ConsulterCompteRendu.Query(_salle.Convention, _salle.Id), _salle.Animatrice);

        Assert.Contains("2 contributions en 1 groupe", proposition, StringComparison.Ordinal);
        Assert.Contains("- Bouger (3 points)", proposition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Est_un_projet_puis_se_fige_avec_l_atelier_dans_les_deux_formats()
    {
        var projet = LecturePdf.Texte((await PdfAsync()).Contenu);
        Assert.Contains("(projet)", projet, StringComparison.Ordinal);

        await CloreAsync("La navette d’abord.");

        var (pdf, word) = (await PdfAsync(), await ExporterAsync(FormatDocument.Word));
        var pieces = await _salle.App.LireAsync(db => db.Pieces.Where(p => p.Nature == NaturePiece.CompteRendu).Select(p => p.Empreinte).ToListAsync());
        Assert.Equal(new[] { pdf.Empreinte, word.Empreinte }.Order(), pieces.Order());
        var texte = LecturePdf.Texte(pdf.Contenu);
        foreach (var attendu in new[] { "La navette d’abord.", "Les priorités", "Bouger", "Une navette le samedi", "Des bénévoles" })
        {
            Assert.Contains(attendu, texte, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("projet", texte, StringComparison.OrdinalIgnoreCase);
        using var document = WordprocessingDocument.Open(new MemoryStream(word.Contenu), isEditable: false);
        Assert.Contains("La navette d’abord.", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);

        // the name that a participant gave to the room is nobody else's business
        Assert.DoesNotContain("Camille", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rouvert_il_redevient_un_projet_et_le_premier_reste_garde()
    {
        var revision = await CloreAsync("Première version.");

        await _salle.App.EnvoyerAsync(new RouvrirAtelier.Command(_salle.Convention, _salle.Id, revision, "Un oubli"), _salle.Animatrice);

        Assert.Contains("(projet)", LecturePdf.Texte((await PdfAsync()).Contenu), StringComparison.Ordinal);
        Assert.Equal(2, await _salle.App.LireAsync(db => db.Pieces.CountAsync(p => p.AtelierId == _salle.Id)));
    }

    [Fact]
    public async Task Un_groupe_dont_on_a_tire_un_constat_ne_se_supprime_plus()
    {
        await _salle.PasserAAsync(PhaseSalle.Regroupement);
        await _salle.App.EnvoyerAsync(
            new FaireConstat.Command(_salle.Convention, 1, [Maillon.De(_bouger)], UnDiagnostic.Champ, NatureConstat.Besoin, "Bouger sans voiture"), _salle.Animatrice);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _salle.App.EnvoyerAsync(
            new RetirerGroupe.Command(_salle.Convention, _salle.Id, _bouger, 1), _salle.Animatrice));

        Assert.Equal("contribution-reprise", Assert.Single(refus.Obstacles).Code);
        Assert.Single((await _salle.TableauAsync()).Groupes);
    }

    [Fact]
    public async Task Le_diagnostic_seul_s_imprime_et_s_edite_sans_dire_ce_qui_est_secret()
    {
        await _salle.App.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _salle.App.LireAsync(async db =>
        {
            var diagnostic = await db.Diagnostics.SingleAsync(d => d.ConventionId == _salle.Convention);
            var rsa = diagnostic.AjouterIndicateur(
                new(UnDiagnostic.Champ, "Allocataires du RSA", Seuil: 5), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
            diagnostic.RenseignerValeur(rsa, UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 7_531), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
            diagnostic.RenseignerValeur(rsa, UnDiagnostic.Valeur(2023, UnDiagnostic.Epci, 3), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
            diagnostic.AjouterConstat(UnDiagnostic.Champ, NatureConstat.Enjeu, "Aller vers les familles.", StatutConvention.EnDiagnostic, UnDiagnostic.Le);
            return await db.SaveChangesAsync();
        });

        var pdf = await _salle.App.EnvoyerAsync(new ExporterDiagnostic.Query(_salle.Convention, FormatDocument.Pdf), _salle.Animatrice);
        var word = await _salle.App.EnvoyerAsync(new ExporterDiagnostic.Query(_salle.Convention, FormatDocument.Word), _salle.Animatrice);

        var texte = LecturePdf.Texte(pdf!.Contenu);
        using var document = WordprocessingDocument.Open(new MemoryStream(word!.Contenu), isEditable: false);
        foreach (var lu in new[] { texte, document.MainDocumentPart!.Document!.Body!.InnerText.Replace('\u00A0', ' ').Replace('\u202F', ' ') })
        {
            Assert.Contains("Allocataires du RSA", lu, StringComparison.Ordinal);
            Assert.Contains("7 531", lu, StringComparison.Ordinal);
            Assert.Contains("secret", lu, StringComparison.Ordinal);
            Assert.Contains("Aller vers les familles.", lu, StringComparison.Ordinal);
        }
    }

    private async Task<int> CloreAsync(string texte)
    {
        var revision = await _salle.App.LireAsync(db => db.Ateliers.Where(a => a.Id == _salle.Id).Select(a => a.Revision).SingleAsync());
        return await _salle.App.EnvoyerAsync(new CloreAtelier.Command(_salle.Convention, _salle.Id, revision, texte), _salle.Animatrice);
    }

    private Task<Fichier> PdfAsync() => ExporterAsync(FormatDocument.Pdf);

    private async Task<Fichier> ExporterAsync(FormatDocument format) =>
        (await _salle.App.EnvoyerAsync(new ExporterCompteRendu.Query(_salle.Convention, _salle.Id, format), _salle.Animatrice))!;
}
