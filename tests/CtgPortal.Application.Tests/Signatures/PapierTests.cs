using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Signatures;

public sealed class PapierTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly byte[] Scan = Encoding.ASCII.GetBytes("%PDF-1.4 page signée");

    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Qui_a_depose_un_scan_ne_le_controle_pas_et_deux_qui_le_controlent_ensemble_le_comptent_une_fois()
    {
        await _terrain.OuvrirAsync();
        var lignes = (await CircuitAsync()).Lignes.Select(l => l.Id).ToList();
        var scan = await App.EnvoyerAsync(new DeposerScan.Command(_terrain.Convention, lignes, new DateOnly(2026, 3, 10), Scan), _terrain.Conseiller);
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => ControlerAsync(_terrain.Conseiller));
        Assert.Equal("controle-par-le-deposant", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(0, (await CircuitAsync()).Recueillies);

        var issues = await Ensemble.FaireAsync(() => ControlerAsync(_terrain.Coordination), () => ControlerAsync(_terrain.Directeur));

        Assert.Single(issues, i => i is null);
        Assert.Equal(EnSuivi, await _terrain.EtapeAsync());
        Assert.Single(await App.JournalAsync(_terrain.Convention), t => t == "SignatureCompletee");

        Task<bool> ControlerAsync(Personne par) => App.EnvoyerAsync(new ControlerScan.Command(_terrain.Convention, scan, lignes, null), par);
    }

    [Fact]
    public async Task Une_signature_sur_papier_garde_son_scan_et_la_derniere_ouvre_le_suivi_a_la_date_du_papier()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        var ligne = (await CircuitAsync()).Lignes.Single(l => l.Mode is null);

        Assert.True(await RecueillirAsync(ligne.Id, Scan));

        var circuit = await CircuitAsync();
        Assert.Equal((ModeSignature.Papier, new DateOnly(2026, 3, 10)), (circuit.Lignes[0].Mode!.Value, circuit.Lignes[0].SigneeLe!.Value));
        var scan = (await App.EnvoyerAsync(new ConsulterPiece.Query(_terrain.Convention, circuit.Lignes[0].Scan!.Value), _terrain.Presidente))!;
        Assert.Equal(("signature-v1-20260312-1000.pdf", "application/pdf"), (scan.Nom, scan.TypeMime));
        Assert.Equal(Scan, scan.Contenu);
        Assert.Equal(EnSuivi, await _terrain.EtapeAsync());
        var documents = (await App.EnvoyerAsync(new ConsulterDocuments.Query(_terrain.Convention), _terrain.Presidente))!;
        Assert.Equal("signature-v1-20260312-1000.pdf", Assert.Single(documents.Scans).Nom);
        Assert.Equal(StatutSignature.Complete, documents.EnVigueur!.Statut);
    }

    [Theory]
    [InlineData("", "Joignez le scan")]
    [InlineData("MZ this is a program", "n’en est pas un")]
    [InlineData("<html><script>alert(1)</script></html>", "n’en est pas un")]
    [InlineData("GIF89a", "n’en est pas un")]
    public async Task Un_fichier_qui_n_est_pas_un_scan_est_refuse_a_son_champ(string contenu, string message)
    {
        await _terrain.OuvrirAsync();
        var ligne = (await CircuitAsync()).Lignes[0];

        var refus = await Assert.ThrowsAsync<ValidationException>(() => DeposerAsync(ligne.Id, Encoding.ASCII.GetBytes(contenu)));

        Assert.All(refus.Errors, e => Assert.Equal("Scan", e.PropertyName));
        Assert.Contains(message, refus.Errors.First().ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(2, await App.LireAsync(db => db.Pieces.CountAsync()));
        Assert.Equal(0, (await CircuitAsync()).Recueillies);
    }

    [Fact]
    public async Task Un_signataire_ou_un_partenaire_n_enregistre_pas_la_signature_d_un_autre()
    {
        await _terrain.OuvrirAsync();
        var ligne = (await CircuitAsync()).Lignes[0];

        foreach (var role in new[] { Role.Signataire, Role.Partenaire, Role.Lecteur, Role.Administrateur })
        {
            await Assert.ThrowsAsync<AccesRefuseException>(() => DeposerAsync(ligne.Id, Scan, ApplicationDeTest.Une(role, _terrain.Convention)));
        }

        Assert.Equal(0, (await CircuitAsync()).Recueillies);
    }

    [Fact]
    public async Task Le_scan_d_une_autre_convention_est_inconnu()
    {
        await _terrain.OuvrirAsync();
        await RecueillirAsync((await CircuitAsync()).Lignes[0].Id, Scan);
        var scan = (await CircuitAsync()).Lignes[0].Scan!.Value;
        var voisine = UneConvention.Au(EnDiagnostic);
        await App.SauverAsync(voisine);

        Assert.Null(await App.EnvoyerAsync(new ConsulterPiece.Query(voisine.Id, scan), ApplicationDeTest.Une(Role.Conseiller, voisine.Id)));
        await Assert.ThrowsAsync<NotFoundException>(() =>
            App.EnvoyerAsync(new ConsulterPiece.Query(_terrain.Convention, scan), ApplicationDeTest.Une(Role.Conseiller, voisine.Id)));
    }

    private Task<PieceId> DeposerAsync(LigneSignatureId ligne, byte[] scan, Personne? par = null) =>
        App.EnvoyerAsync(new DeposerScan.Command(_terrain.Convention, [ligne], new DateOnly(2026, 3, 10), scan), par ?? _terrain.Conseiller);

    private async Task<bool> RecueillirAsync(LigneSignatureId ligne, byte[] scan) =>
        await App.EnvoyerAsync(new ControlerScan.Command(_terrain.Convention, await DeposerAsync(ligne, scan), [ligne], null), _terrain.Coordination);

    private async Task<CircuitLu> CircuitAsync() =>
        (await App.EnvoyerAsync(new ConsulterSignature.Query(_terrain.Convention), _terrain.Conseiller))!.Circuit!;
}
