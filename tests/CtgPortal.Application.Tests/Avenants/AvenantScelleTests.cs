using CtgPortal.Application.Avenants;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Signatures.Scellements;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Application.Tests.Signatures;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Avenants;

/// <summary>An avenant from its opening to its sealed file, and what the documents signed before it then say.</summary>
public sealed class AvenantScelleTests(PostgresServer serveur)
{
    private static readonly Personne Administrateur = ApplicationDeTest.Une("Ada Min", new Habilitation(Role.Administrateur, Portee.Nationale, ""));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task De_son_ouverture_a_son_sceau_l_avenant_d_une_partie_qui_entre()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var app = terrain.Application;
        var maire = ApplicationDeTest.Une(Role.Signataire, terrain.Convention, "Anne Petit") with { Courriel = "maire@demo.test" };
        await app.InscrireAsync(maire, TerrainDeSignature.MotDePasse);
        Assert.Equal(1, await terrain.ScellerAsync());
        var intitule = $"Avenant n° 1 à la convention « {(await terrain.ConventionAsync()).Intitule} »";
        var avenant = await terrain.PreparerAsync([NatureAvenant.Prolonger, NatureAvenant.AjouterParties], TerrainDAvenant.NouvelleFin);
        await app.EnvoyerAsync(
            new AjouterPartieEntrante.Command(terrain.Convention, avenant, 1, TypePartie.Commune, "Commune de Guise", "Madame", "Anne", "Petit", "Maire", maire.Courriel), terrain.Conseiller);
        await app.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 2), terrain.Conseiller);
        Assert.Equal("avenant-1-version-2-a-signer.pdf", await DocumentDuPaquetAsync(terrain));

        Assert.False(await terrain.SignerAsync(terrain.Presidente));
        Assert.False(await terrain.SignerAsync(maire));
        var enSignature = (await app.EnvoyerAsync(new ConsulterReference.Query((await terrain.CircuitAsync()).Reference), Personne.Inconnue))!;
        Assert.Equal((EtatTexte.EnSignature, 1, intitule), (enSignature.Etat, enSignature.Avenant, enSignature.Intitule));
        Assert.True(await terrain.SignerAsync(terrain.Directeur));

        var attente = (await app.EnvoyerAsync(new ConsulterSceau.Query(terrain.Convention), terrain.Conseiller))!;
        Assert.Equal((EtatScellement.AFaire, 2, 1), (attente.Scellement!.Etat, attente.Version, attente.Avenant!.Numero));
        Assert.Equal([(1, (int?)null)], attente.Autres.Select(a => (a.Version, a.Avenant)));
        Assert.Equal(1, await terrain.ScellerAsync());

        var scelle = await app.EnvoyerAsync(new ConsulterAvenantPdf.Query(terrain.Convention, avenant), terrain.Presidente);
        Assert.Equal("avenant-1-version-2-scelle.pdf", scelle.Nom);
        using var atelier = new AtelierSceaux();
        var chemin = atelier.Ecrire(scelle.Contenu);
        var verdicts = await PdfSig.VerifierAsync(atelier, chemin, app.Autorite, Cancellation);
        Assert.Equal(4, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.EstValide && v.EstDeConfiance, v.Texte));
        Assert.True(verdicts[^1].CouvreTout, verdicts[^1].Texte);
        Assert.Equal(0, (await OutilExterne.Qpdf.LancerAsync(["--check", chemin], Cancellation)).Code);
        var examen = await app.AvecAsync(services => Task.FromResult(services.GetRequiredService<IVerificationPdf>().Examiner(scelle.Contenu)));
        Assert.Contains("Sceau du portail sur l’avenant n° 1", examen.Signatures[^1].Motif, StringComparison.Ordinal);

        // the convention keeps its own file, and takes what the avenant says
        Assert.Equal("convention-version-1-scellee.pdf", (await app.EnvoyerAsync(new ConsulterConventionPdf.Query(terrain.Convention), terrain.Conseiller)).Nom);
        var convention = await terrain.ConventionAsync();
        Assert.Equal(TerrainDAvenant.NouvelleFin, convention.Periode!.Fin);
        Assert.Equal("Commune de Guise", convention.Parties.MaxBy(p => p.Rang)!.Nom);

        var documents = (await app.EnvoyerAsync(new ConsulterDocuments.Query(terrain.Convention), terrain.Presidente))!;
        Assert.Equal((avenant, scelle.Empreinte), (documents.Avenants.Single().AvenantId, documents.Avenants.Single().Scelle!.Empreinte));
        Assert.NotEqual(scelle.Empreinte, documents.Scelle!.Empreinte);
        var preuve = (await app.EnvoyerAsync(new ConsulterPreuve.Query(terrain.Convention, 2), terrain.Conseiller))!.Preuve;
        Assert.Equal((true, intitule), (preuve.Chaine.Intacte, preuve.Document.Intitule));
        var courriels = await app.LireAsync(db => Task.FromResult(db.Courriels.Where(c => c.Objet == "Le document scellé est prêt" && c.Destinataire == maire.Courriel).ToList()));
        Assert.Contains("/signature/sceau?version=2", Assert.Single(courriels).Texte, StringComparison.Ordinal);
        Assert.Contains("L’avenant n° 1 à la convention", courriels[0].Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_sceau_de_chaque_document_se_lit_et_se_relance_a_part()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        await terrain.SignerAvenantAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        var app = terrain.Application;

        foreach (var (version, avenant) in new[] { (1, (int?)null), (2, 1) })
        {
            var dossier = (await app.EnvoyerAsync(new ConsulterSceau.Query(terrain.Convention, version), terrain.Conseiller))!;
            Assert.Equal((version, avenant, EtatScellement.AFaire), (dossier.Version, dossier.Avenant?.Numero, dossier.Scellement!.Etat));
        }

        Assert.Null(await app.EnvoyerAsync(new ConsulterSceau.Query(terrain.Convention, 3), terrain.Conseiller));
        await using var production = SceauxFixture.Services("Production");
        await terrain.ScellerAsync(production.GetRequiredService<IScelleur>());
        await app.EnvoyerAsync(new ReprendreScellement.Command(terrain.Convention, 2), Administrateur);
        Assert.Equal(1, await terrain.ScellerAsync());

        Assert.Equal(EtatScellement.EnAttenteCertificat, (await app.EnvoyerAsync(new ConsulterSceau.Query(terrain.Convention, 1), terrain.Conseiller))!.Scellement!.Etat);
        Assert.Equal(EtatScellement.Fait, (await app.EnvoyerAsync(new ConsulterSceau.Query(terrain.Convention, 2), terrain.Conseiller))!.Scellement!.Etat);
        await Assert.ThrowsAsync<NotFoundException>(() => app.EnvoyerAsync(new ReprendreScellement.Command(terrain.Convention, 3), Administrateur));
    }

    [Fact]
    public async Task La_verification_dit_que_la_convention_et_les_avenants_precedents_sont_completes()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var convention = await terrain.CircuitAsync();
        var app = terrain.Application;
        var figee = (await app.EnvoyerAsync(new ConsulterConventionPdf.Query(terrain.Convention, 1), terrain.Conseiller)).Contenu;
        Assert.Empty((await VerifierAsync(convention)).Avenants);
        await terrain.SignerAvenantAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        var premier = await terrain.CircuitAsync();
        await terrain.SignerAvenantAsync([NatureAvenant.ModifierAnnexes], null);
        var second = await terrain.CircuitAsync();
        Assert.Equal((1, 2), (premier.AvenantNumero, second.AvenantNumero));

        var complete = await VerifierAsync(convention);
        Assert.Equal(EtatTexte.Signe, complete.Etat);
        Assert.Equal([1, 2], complete.Avenants.Select(a => a.Numero));
        Assert.Equal(
            (premier.DerniereSignatureLe!.Value, TerrainDAvenant.NouvelleFin, ReferenceDocument.Presenter(premier.Reference)),
            (complete.Avenants[0].SigneLe, complete.Avenants[0].NouvelleFin, complete.Avenants[0].Reference));
        Assert.Equal([NatureAvenant.ModifierAnnexes], complete.Avenants[1].Natures);
        Assert.Equal([2], (await VerifierAsync(premier)).Avenants.Select(a => a.Numero));
        Assert.Empty((await VerifierAsync(second)).Avenants);

        // the file itself says as much as its reference
        var constat = await app.EnvoyerAsync(new ConsulterFichier.Query([.. figee]), Personne.Inconnue);
        Assert.Equal((VerdictFichier.Identique, 2), (constat.Verdict, constat.Texte!.Avenants.Count));

        async Task<TextePublic> VerifierAsync(Signature circuit) => (await app.EnvoyerAsync(new ConsulterReference.Query(circuit.Reference), Personne.Inconnue))!;
    }

    [Fact]
    public async Task Un_avenant_en_signature_ou_abandonne_ne_complete_rien()
    {
        await using var terrain = await TerrainDAvenant.SigneAsync(serveur);
        var convention = await terrain.CircuitAsync();
        var avenant = await terrain.PreparerAsync([NatureAvenant.Prolonger], TerrainDAvenant.NouvelleFin);
        await terrain.Application.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(terrain.Convention, avenant, 1), terrain.Conseiller);
        var ouvert = await terrain.CircuitAsync();
        Assert.Empty((await terrain.Application.EnvoyerAsync(new ConsulterReference.Query(convention.Reference), Personne.Inconnue))!.Avenants);

        await terrain.Application.EnvoyerAsync(new AbandonnerAvenant.Command(terrain.Convention, avenant, 2, "Les parties y renoncent."), terrain.Conseiller);

        Assert.Empty((await terrain.Application.EnvoyerAsync(new ConsulterReference.Query(convention.Reference), Personne.Inconnue))!.Avenants);
        var annule = (await terrain.Application.EnvoyerAsync(new ConsulterReference.Query(ouvert.Reference), Personne.Inconnue))!;
        Assert.Equal((EtatTexte.Annule, 0), (annule.Etat, annule.Avenants.Count));
    }

    private static async Task<string> DocumentDuPaquetAsync(TerrainDAvenant terrain)
    {
        var paquet = (await terrain.Application.EnvoyerAsync(new ExporterPaquet.Query(terrain.Convention), terrain.Conseiller))!;
        await using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(paquet.Contenu));
        using var consignes = new StreamReader(await zip.GetEntry("LISEZ-MOI.txt")!.OpenAsync(Cancellation));
        Assert.StartsWith("SIGNER L’AVENANT N° 1 DANS VOTRE PARAPHEUR", await consignes.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        return zip.Entries.Single(e => e.Name.EndsWith(".pdf", StringComparison.Ordinal)).Name;
    }
}
