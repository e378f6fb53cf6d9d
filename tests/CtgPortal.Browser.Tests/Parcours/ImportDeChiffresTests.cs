using System.Text;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>From a file that somebody downloaded to the figures of the diagnostic, with script, with a mouse or a keyboard alone.</summary>
public sealed class ImportDeChiffresTests(PostgresServer serveur, Navigateur navigateur) : IAsyncLifetime
{
    private static readonly FilePayload Caf = new()
    {
        Name = "s_ben_com_f.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(FichiersDeChiffres.CafPrestations),
    };

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
    private Site _site = null!;
    private Onglet _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        await _site.Portail.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id));
        _coordination = await _site.ConnecterAsync(Role.Coordination, _convention.Id);
        await _coordination.AllerAsync($"/conventions/{_convention.Id.Value}/diagnostic");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("1440")]
    [InlineData("390")]
    public async Task Un_fichier_de_la_Caf_est_envoye_lu_verifie_et_ecrit(string largeur)
    {
        await _coordination.RedimensionnerAsync(largeur == Ecran.Bureau.Nom ? Ecran.Bureau : Ecran.Telephone);
        await _coordination.SuivreAsync("Importer des chiffres");
        await _coordination.Page.Locator("#fichier").SetInputFilesAsync(Caf);
        await _coordination.CliquerAsync("Envoyer le fichier");

        await _coordination.TitreAsync("Que contiennent les colonnes ?");
        await Expect(_coordination.Champ("Source")).ToHaveValueAsync("Cnaf");
        await _coordination.VerifierAsync("import-parcours-colonnes");
        await _coordination.CliquerAsync("Lire tout le fichier");
        await _coordination.TitreAsync("Lecture de « s_ben_com_f.csv »");
        await _site.Portail.LireLesImportsAsync();

        // the page follows by itself
        await _coordination.TitreAsync("Rapport d’import");
        await _coordination.VoitAsync("5\u00A0lignes lues");
        await Expect(_coordination.Page.Locator(".bilan-import strong").First).ToHaveTextAsync("8");
        await _coordination.VerifierAsync("import-parcours-rapport");
        await _coordination.CliquerAsync("Écrire ces valeurs");

        await _coordination.TitreAsync("Chiffres écrits dans le diagnostic");
        await _coordination.VerifierAsync("import-parcours-ecrit");
        await _coordination.SuivreAsync("Voir le diagnostic");
        await _coordination.SuivreAsync("Bénéficiaires du RSA");
        await _coordination.TitreAsync("Bénéficiaires du RSA");
        await _coordination.VoitAsync("505");
        await _coordination.VerifierAsync("import-parcours-indicateur");
    }

    [Fact]
    public async Task Au_clavier_seul()
    {
        var clavier = new Clavier(_coordination.Page);
        var choix = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        _coordination.Page.FileChooser += (_, ouvert) => choix.TrySetResult(ouvert);
        await clavier.ActiverAsync("Importer des chiffres");
        await _coordination.TitreAsync("Importer des chiffres");
        await clavier.AllerAsync("Fichier de chiffres");
        await clavier.EntrerAsync();
        await (await choix.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).SetFilesAsync(Caf);
        await clavier.ActiverAsync("Envoyer le fichier");

        await _coordination.TitreAsync("Que contiennent les colonnes ?");
        await clavier.AllerAsync("Source");
        await clavier.ActiverAsync("Lire tout le fichier");
        await _coordination.TitreAsync("Lecture de");
        await _site.Portail.LireLesImportsAsync();

        await _coordination.TitreAsync("Rapport d’import");
        await clavier.ActiverAsync("Choisir les indicateurs");
        await _coordination.TitreAsync("Que deviennent ces chiffres ?");
        await clavier.ActiverAsync("Voir le rapport");
        await _coordination.TitreAsync("Rapport d’import");
        await clavier.ActiverAsync("Écrire ces valeurs");

        await _coordination.TitreAsync("Chiffres écrits dans le diagnostic");
        await clavier.ActiverAsync("Voir le diagnostic");
        await _coordination.TitreAsync("Diagnostic partagé");
        await clavier.ActiverAsync("Bénéficiaires du RSA");
        await _coordination.VoitAsync("505");
    }

    [Fact]
    public async Task Un_envoi_refuse_se_dit_sans_quitter_la_page()
    {
        await _coordination.SuivreAsync("Importer des chiffres");
        await _coordination.Page.Locator("#fichier").SetInputFilesAsync(new FilePayload { Name = "lettre.csv", MimeType = "text/csv", Buffer = "%PDF-1.7"u8.ToArray() });
        await _coordination.CliquerAsync("Envoyer le fichier");

        await Expect(_coordination.Page.Locator("#erreurs")).ToContainTextAsync("Ce fichier est un PDF");
        await Expect(_coordination.Page.Locator("#erreurs")).ToBeFocusedAsync();
        await _coordination.VerifierAsync("import-parcours-refus");
        await _coordination.Page.Locator("#fichier").SetInputFilesAsync(Caf);
        await _coordination.CliquerAsync("Envoyer le fichier");

        await _coordination.TitreAsync("Que contiennent les colonnes ?");
    }
}
