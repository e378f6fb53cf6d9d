using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Documents;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>Whose preview is set, and when, with previews that end when the test says so.</summary>
public sealed class FileApercusTests : IDisposable
{
    private static readonly UtilisateurId Ana = UtilisateurId.New();
    private static readonly UtilisateurId Bob = UtilisateurId.New();

    private readonly FileApercus _file = new(new DocumentsOptions { Travailleurs = 3 });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task D_une_personne_le_dernier_demande_passe_et_ceux_d_entre_deux_sont_laisses()
    {
        var (premier, deuxieme, troisieme) = (new Composition(), new Composition(), new Composition());
        var un = _file.PasserAsync(Ana, premier.ComposerAsync, Cancellation);
        await premier.Commence;
        var deux = _file.PasserAsync(Ana, deuxieme.ComposerAsync, Cancellation);

        var trois = _file.PasserAsync(Ana, troisieme.ComposerAsync, Cancellation);

        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => deux);
        Assert.Contains("plus récent", refus.Message, StringComparison.Ordinal);
        Assert.False(troisieme.EstCommencee);
        premier.Finir(1);
        await troisieme.Commence;
        troisieme.Finir(3);
        Assert.Equal((1, 3), (await un, await trois));
        Assert.False(deuxieme.EstCommencee);
    }

    [Fact]
    public async Task Une_personne_qui_s_en_va_n_ouvre_pas_une_seconde_place()
    {
        using var depart = new CancellationTokenSource();
        var (abandonne, suivant) = (new Composition(), new Composition());
        var un = _file.PasserAsync(Ana, abandonne.ComposerAsync, depart.Token);
        await abandonne.Commence;
        await depart.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => un);

        var deux = _file.PasserAsync(Ana, suivant.ComposerAsync, Cancellation);

        Assert.False(suivant.EstCommencee);
        abandonne.Finir(1);
        await suivant.Commence;
        suivant.Finir(2);
        Assert.Equal(2, await deux);
    }

    [Fact]
    public async Task Qui_part_avant_son_tour_ne_le_garde_pas()
    {
        using var depart = new CancellationTokenSource();
        var (premier, parti, suivant) = (new Composition(), new Composition(), new Composition());
        var un = _file.PasserAsync(Ana, premier.ComposerAsync, Cancellation);
        await premier.Commence;
        var deux = _file.PasserAsync(Ana, parti.ComposerAsync, depart.Token);
        await depart.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deux);

        premier.Finir(1);
        Assert.Equal(1, await un);
        suivant.Finir(3);
        Assert.Equal(3, await _file.PasserAsync(Ana, suivant.ComposerAsync, Cancellation));
        Assert.False(parti.EstCommencee);
    }

    [Fact]
    public async Task Plusieurs_personnes_passent_ensemble_et_laissent_un_travailleur_aux_documents()
    {
        var (ana, bob, chloe) = (new Composition(), new Composition(), new Composition());
        var deux = new[] { _file.PasserAsync(Ana, ana.ComposerAsync, Cancellation), _file.PasserAsync(Bob, bob.ComposerAsync, Cancellation) };
        await Task.WhenAll(ana.Commence, bob.Commence);

        var troisieme = _file.PasserAsync(UtilisateurId.New(), chloe.ComposerAsync, Cancellation);

        Assert.False(chloe.EstCommencee);
        bob.Finir(2);
        await chloe.Commence;
        chloe.Finir(3);
        ana.Finir(1);
        var resultats = await Task.WhenAll(deux);
        Assert.Equal([1, 2], resultats);
        Assert.Equal(3, await troisieme);
    }

    [Fact]
    public async Task Un_apercu_qui_echoue_rend_son_tour()
    {
        var panne = new InvalidOperationException("broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _file.PasserAsync<int>(Ana, () => Task.FromException<int>(panne), Cancellation));

        Assert.Equal(7, await _file.PasserAsync(Ana, () => Task.FromResult(7), Cancellation));
    }

    private sealed class Composition
    {
        private readonly TaskCompletionSource _commence = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<int> _fin = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Commence => _commence.Task.WaitAsync(Cancellation);

        public bool EstCommencee => _commence.Task.IsCompleted;

        public void Finir(int resultat) => _fin.SetResult(resultat);

        public Task<int> ComposerAsync()
        {
            _commence.SetResult();
            return _fin.Task;
        }
    }
}
