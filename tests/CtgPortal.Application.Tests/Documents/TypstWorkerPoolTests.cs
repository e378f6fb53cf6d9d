using System.Diagnostics;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.TestSupport.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Documents;

public sealed class TypstWorkerPoolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_travailleur_tue_au_travail_donne_une_erreur_claire_et_le_document_suivant_passe()
    {
        await using var services = DocumentsFixture.Services(o => o.Travailleurs = 1);
        var (pdf, pool) = Get(services);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var victime = Assert.Single(pool.Processus);
        await SignalAsync("STOP", victime);
        var composition = pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);

        await SignalAsync("KILL", victime);

        var erreur = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => composition);
        Assert.Contains("réessayez", erreur.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation));
        Assert.NotEqual(victime, Assert.Single(pool.Processus));
    }

    [Fact]
    public async Task Un_travailleur_mort_au_repos_est_remplace_sans_que_personne_le_voie()
    {
        await using var services = DocumentsFixture.Services(o => o.Travailleurs = 1);
        var (pdf, pool) = Get(services);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var victime = Assert.Single(pool.Processus);
        using (var process = Process.GetProcessById(victime))
        {
            await SignalAsync("KILL", victime);
            await process.WaitForExitAsync(Cancellation);
        }

        Assert.NotEmpty(await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation));
        Assert.Equal(2, pool.Demarrages);
    }

    [Fact]
    public async Task Un_travailleur_bloque_est_tue_au_bout_du_delai_sans_gener_les_autres()
    {
        await using var services = DocumentsFixture.Services(o => (o.Travailleurs, o.Delai) = (2, TimeSpan.FromSeconds(5)));
        var (pdf, pool) = Get(services);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var victime = Assert.Single(pool.Processus);
        await SignalAsync("STOP", victime);

        // one of the two meets the stuck worker, the other a new one
        Task<byte[]>[] deux = [pdf.ComposerAsync(DossierExemple.Vide(), Cancellation), pdf.ComposerAsync(DossierExemple.Vide(), Cancellation)];
        await Task.WhenAny(Task.WhenAll(deux), Task.Delay(Timeout.Infinite, Cancellation));

        Assert.NotEmpty(await Assert.Single(deux, t => t.IsCompletedSuccessfully));
        var erreur = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => deux.Single(t => t.IsFaulted));

        Assert.Contains("dépassé le temps prévu", erreur.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(victime, pool.Processus);
    }

    [Fact]
    public async Task Vingt_demandes_ensemble_se_partagent_deux_travailleurs()
    {
        await using var services = DocumentsFixture.Services(o => o.Travailleurs = 2);
        var (pdf, pool) = Get(services);

        var octets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pdf.ComposerAsync(DossierExemple.Vide(), Cancellation)));

        Assert.All(octets, o => Assert.Equal(octets[0], o));
        Assert.InRange(pool.Demarrages, 1, 2);
    }

    [Fact]
    public async Task Une_file_pleine_refuse_tout_de_suite()
    {
        await using var services = DocumentsFixture.Services(o => (o.Travailleurs, o.FileMax) = (1, 1));
        var (pdf, pool) = Get(services);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var travailleur = Assert.Single(pool.Processus);
        await SignalAsync("STOP", travailleur);
        var auTravail = pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var enAttente = pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);

        var erreur = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => pdf.ComposerAsync(DossierExemple.Vide(), Cancellation));

        Assert.Contains("Trop de documents", erreur.Message, StringComparison.Ordinal);
        await SignalAsync("CONT", travailleur);
        Assert.NotEmpty(await auTravail);
        Assert.NotEmpty(await enAttente);
    }

    [Fact]
    public async Task Un_travailleur_est_renouvele_apres_son_quota()
    {
        await using var services = DocumentsFixture.Services(o => (o.Travailleurs, o.DocumentsParTravailleur) = (1, 2));
        var (pdf, pool) = Get(services);

        for (var i = 0; i < 5; i++)
        {
            await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        }

        Assert.Equal(3, pool.Demarrages);
    }

    [Fact]
    public async Task Un_travailleur_trop_gros_est_renouvele()
    {
        await using var services = DocumentsFixture.Services(o => (o.Travailleurs, o.MemoireMaxMo) = (1, 1));
        var (pdf, pool) = Get(services);

        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);

        Assert.Equal(2, pool.Demarrages);
        Assert.Empty(pool.Processus);
    }

    [Fact]
    public async Task L_arret_du_portail_arrete_les_travailleurs_et_les_documents_en_cours()
    {
        var services = DocumentsFixture.Services(o => o.Travailleurs = 2);
        var (pdf, pool) = Get(services);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var travailleur = Assert.Single(pool.Processus);
        using var process = Process.GetProcessById(travailleur);
        await SignalAsync("STOP", travailleur);
        var composition = pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);

        await services.DisposeAsync();

        await Assert.ThrowsAsync<ServiceIndisponibleException>(() => composition);
        Assert.Empty(pool.Processus);
        await process.WaitForExitAsync(Cancellation);
    }

    [Fact]
    public async Task Une_personne_qui_s_en_va_ne_coute_pas_un_travailleur()
    {
        await using var services = DocumentsFixture.Services(o => o.Travailleurs = 1);
        var (pdf, pool) = Get(services);
        await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        var travailleur = Assert.Single(pool.Processus);
        await SignalAsync("STOP", travailleur);
        using var depart = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var abandonnee = pdf.ComposerAsync(DossierExemple.Vide(), depart.Token);

        await depart.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandonnee);
        await SignalAsync("CONT", travailleur);

        Assert.NotEmpty(await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation));
        Assert.Equal(1, pool.Demarrages);
    }

    [Fact]
    public async Task Sans_Node_l_erreur_est_une_phrase_pour_la_personne()
    {
        await using var services = DocumentsFixture.Services(o => o.Node = "node-qui-n-existe-pas");

        await Assert.ThrowsAsync<ServiceIndisponibleException>(() => Get(services).Pdf.ComposerAsync(DossierExemple.Vide(), Cancellation));
    }

    [Fact]
    public async Task Un_document_refuse_par_le_modele_laisse_le_travailleur_en_vie_et_ne_montre_pas_son_texte()
    {
        var log = new JournalEnMemoire();
        await using var services = DocumentsFixture.Services(o => o.Travailleurs = 1, log);
        var (pdf, pool) = Get(services);
        var piece = DossierJson.Serialiser(DossierExemple.Vide() with { Territoire = "Confidentiel 🎉" });

        // unprepared: the fonts cannot set the emoji, and PDF/A refuses the missing glyph
        var erreur = await Assert.ThrowsAsync<CompositionException>(() => pool.ComposerAsync(new RequeteTypst(piece, piece), Cancellation));

        Assert.Contains("could not be displayed", erreur.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Confidentiel", erreur.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lignes, l => l.Contains("Confidentiel", StringComparison.Ordinal));
        Assert.NotEmpty(await pdf.ComposerAsync(DossierExemple.Vide(), Cancellation));
        Assert.Equal(1, pool.Demarrages);
    }

    private static (IConventionPdf Pdf, TypstWorkerPool Pool) Get(ServiceProvider services) =>
        (services.GetRequiredService<IConventionPdf>(), services.GetRequiredService<TypstWorkerPool>());

    /// <summary>A real stuck process is a stopped one; a real dead one is killed.</summary>
    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process}"]);
        await kill.WaitForExitAsync(Cancellation);
        Assert.Equal(0, kill.ExitCode);
    }
}
