using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Conventions;

public sealed class EtapesTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync() => _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Avancer_attend_le_diagnostic_valide()
    {
        var convention = Preparee();
        var diagnostic = Diagnostic.Commencer(convention.Id, Maintenant);
        diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Peu de lieux pour les jeunes.", convention.Statut, Maintenant);
        await _app.SauverAsync(convention, diagnostic);
        var avancer = new AvancerEtape.Command(convention.Id, convention.Revision, StatutConvention.EnAteliers);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(avancer, Coordinatrice));
        Assert.Equal([Obstacles.DiagnosticNonValide], refus.Obstacles);
        Assert.Equal(StatutConvention.EnDiagnostic, await StatutAsync(convention));

        await _app.LireAsync(async db =>
        {
            (await db.Diagnostics.SingleAsync()).Valider(StatutConvention.EnDiagnostic, Maintenant);
            return await db.SaveChangesAsync();
        });
        var revision = await _app.EnvoyerAsync(avancer, Coordinatrice);

        Assert.Equal(convention.Revision + 1, revision);
        Assert.Equal(StatutConvention.EnAteliers, await StatutAsync(convention));
    }

    [Fact]
    public async Task Revenir_de_la_signature_annule_le_circuit_dans_la_meme_transaction()
    {
        var (convention, signature) = await EnSignatureAsync();

        await _app.EnvoyerAsync(
            new RevenirEtape.Command(convention.Id, convention.Revision, StatutConvention.EnRedaction, "Une erreur à l’article 4."), Conseillere);

        Assert.Equal(StatutConvention.EnRedaction, await StatutAsync(convention));
        var circuit = await CircuitAsync(signature);
        Assert.Equal((StatutSignature.Annulee, "Une erreur à l’article 4."), (circuit.Statut, circuit.MotifAnnulation));
        Assert.Single(circuit.Lignes, l => l.EstSignee);
        var types = await _app.JournalAsync(convention.Id);
        Assert.Contains(nameof(SignatureAnnulee), types);
        Assert.Contains(nameof(EtapeFranchie), types);
    }

    [Fact]
    public async Task Revenir_sans_motif_ne_touche_pas_au_circuit()
    {
        var (convention, signature) = await EnSignatureAsync();

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(
            new RevenirEtape.Command(convention.Id, convention.Revision, StatutConvention.EnRedaction, null), Conseillere));

        Assert.Equal([Obstacles.MotifAbsent], refus.Obstacles);
        Assert.Equal(StatutConvention.EnSignature, await StatutAsync(convention));
        Assert.Equal(StatutSignature.Ouverte, (await CircuitAsync(signature)).Statut);
    }

    [Fact]
    public async Task Abandonner_pendant_la_signature_annule_aussi_le_circuit()
    {
        var (convention, signature) = await EnSignatureAsync();

        await _app.EnvoyerAsync(
            new CloreConvention.Command(convention.Id, convention.Revision, StatutConvention.Abandonnee, "Fusion des intercommunalités."), Conseillere);

        Assert.Equal(StatutConvention.Abandonnee, await StatutAsync(convention));
        Assert.Equal(StatutSignature.Annulee, (await CircuitAsync(signature)).Statut);
    }

    [Fact]
    public async Task La_vue_d_ensemble_dit_les_suites_avec_leurs_obstacles_et_qui_doit_agir()
    {
        var convention = Preparee();
        var diagnostic = Diagnostic.Commencer(convention.Id, Maintenant);
        await _app.SauverAsync(convention, diagnostic);

        var dossier = await _app.EnvoyerAsync(new ConsulterConvention.Query(convention.Id), Coordinatrice);

        Assert.Equal([StatutConvention.EnAteliers, StatutConvention.Abandonnee], dossier.Suites.Select(s => s.Vers));
        Assert.Equal([Obstacles.DiagnosticNonValide, Obstacles.AucunConstat], dossier.Suites[0].Obstacles);
        Assert.False(dossier.Suites[0].EstPossible);
        Assert.True(dossier.Suites[1].EstPossible);
        Assert.Equal(
            new(ActeurAttendu.Preparation, ActionAttendue.EcrireLeDiagnostic), dossier.EnTete.Prochaine(Maintenant.JourEnFrance()));
        Assert.True(dossier.EnTete.Permet<AvancerEtape.Command>());
        Assert.Equal(12_000, dossier.Population);
        Assert.Equal(["Aubenton", "Hirson", "Saint-Michel"], dossier.Communes.Select(c => c.Nom));
    }

    [Fact]
    public async Task La_vue_d_ensemble_compte_les_signatures()
    {
        var (convention, _) = await EnSignatureAsync();

        var enTete = (await _app.EnvoyerAsync(new ConsulterConvention.Query(convention.Id), Partenaire)).EnTete;

        Assert.Equal((1, 2), (enTete.Signees, enTete.Signataires));
        Assert.Equal(new(ActeurAttendu.Signataires, ActionAttendue.Signer, 1), enTete.Prochaine(Maintenant.JourEnFrance()));
        Assert.False(enTete.Permet<RevenirEtape.Command>());
    }

    /// <summary>Two people designated, one of them has signed.</summary>
    private async Task<(Convention Convention, SignatureId Signature)> EnSignatureAsync()
    {
        var convention = Au(StatutConvention.EnSignature);
        var texte = Piece.Deposer(convention.Id, NaturePiece.TexteFige, "texte.pdf", "application/pdf", [1, 2, 3], Maintenant);
        var donnees = Piece.Deposer(convention.Id, NaturePiece.DonneesFigees, "donnees.json", "application/json", [4, 5], Maintenant);
        var signature = Signature.Ouvrir(convention, 1, texte, donnees, OuvertureCircuit.ParDefaut, Maintenant);
        signature.SignerPour(Presidente.Courriel!, Maintenant);
        await _app.SauverAsync(convention, texte, donnees, signature);
        return (convention, signature.Id);
    }

    private Task<StatutConvention> StatutAsync(Convention convention) =>
        _app.LireAsync(db => db.Conventions.Where(c => c.Id == convention.Id).Select(c => c.Statut).SingleAsync());

    private Task<Signature> CircuitAsync(SignatureId id) => _app.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.Id == id));
}
