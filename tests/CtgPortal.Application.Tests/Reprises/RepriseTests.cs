using CtgPortal.Application.Avenants;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Reprises;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Application.Tests.Signatures;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Documents;
using CtgPortal.TestSupport.Sceaux;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Reprises;

public sealed class RepriseTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly byte[] Scan = RepriseDeTest.Scan;

    private static readonly ReprendreConvention.Command Reprise = RepriseDeTest.Commande;

    private ApplicationDeTest _app = null!;

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);
        await _app.SauverAsync(Referentiel());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Entre_en_suivi_avec_son_document_ses_signataires_et_ses_avenants()
    {
        var id = await _app.EnvoyerAsync(Reprise, Conseillere);

        var convention = await LireAsync(id);
        Assert.Equal((StatutConvention.EnSuivi, true, new DateOnly(2025, 1, 20)), (convention.Statut, convention.SigneeHorsPortail, convention.SigneeLe));
        Assert.Equal(["Caf de l’Aisne", "CC des Trois Rivières", "MSA de Picardie"], convention.Parties.Select(p => p.Nom));
        Assert.Equal(["Paul Rivet", "Claire Morel", "Jean Blé"], convention.Parties.SelectMany(p => p.Signataires).Select(s => s.Identite.NomComplet));
        var dossier = (await _app.EnvoyerAsync(new ConsulterReprise.Query(id), Coordinatrice))!;
        Assert.Equal([1, 2], dossier.Original!.Avenants.Select(a => a.Numero));
        Assert.Equal([null, "avenant-2-signe.pdf"], dossier.Original.Avenants.Select(a => a.Fichier?.Nom));
        Assert.Empty(dossier.Obstacles);
        var lu = (await _app.EnvoyerAsync(new ConsulterDocuments.Query(id), Coordinatrice))!.Original!;
        var fichier = (await _app.EnvoyerAsync(new ConsulterPiece.Query(id, lu.Fichier.Piece), Coordinatrice))!;
        Assert.Equal(("convention-signee.pdf", "application/pdf"), (fichier.Nom, fichier.TypeMime));
        Assert.Equal(Scan, fichier.Contenu);
        var journal = await _app.LireAsync(db => db.Journal.Where(e => e.ConventionId == id).Select(e => e.Type).ToListAsync(Arret));
        Assert.Equal(["ConventionReprise", "DiagnosticCommence", "OriginalDepose", "PlanCommence"], journal.Order());
    }

    [Fact]
    public async Task Ses_avenants_prennent_la_suite_une_fois_l_etat_signe_fixe_et_la_reprise_ne_se_corrige_plus()
    {
        var id = await _app.EnvoyerAsync(Reprise, Conseillere);
        var preparer = new PreparerAvenant.Command(id, 1, [NatureAvenant.Prolonger], "prolonger", null, new(2029, 12, 31), []);
        Assert.Equal(["etat-signe-inconnu"], (await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(preparer, Conseillere))).Obstacles.Select(o => o.Code));

        await _app.EnvoyerAsync(new FixerEtatSigne.Command(id, 1), Conseillere);
        var avenant = await _app.EnvoyerAsync(preparer with { NouvelleFin = new(2029, 12, 30), Natures = [NatureAvenant.ModifierAnnexes], Objet = "changer les annexes" }, Conseillere);

        Assert.Equal(3, (await _app.EnvoyerAsync(new ConsulterAvenant.Query(id, avenant), Conseillere))!.Numero);
        var page = (await _app.EnvoyerAsync(new ConsulterAvenants.Query(id), Conseillere))!;
        Assert.Equal([1, 2], page.Anciens.Select(a => a.Numero));
        Assert.Empty(page.Changements!.Contractuels);
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(Correction(id, 1), Conseillere));
        Assert.Equal(["etat-signe-fixe"], refus.Obstacles.Select(o => o.Code));
        Assert.Equal(["etat-signe-fixe"], (await _app.EnvoyerAsync(new ConsulterReprise.Query(id), Conseillere))!.Obstacles.Select(o => o.Code));
    }

    [Fact]
    public async Task Se_corrige_avec_sa_trace_et_garde_les_fichiers_qu_on_ne_remplace_pas()
    {
        var id = await _app.EnvoyerAsync(Reprise, Conseillere);
        var avant = (await _app.EnvoyerAsync(new ConsulterReprise.Query(id), Conseillere))!.Original!;

        await _app.EnvoyerAsync(
            Correction(id, 1) with
            {
                Intitule = "Ctg corrigée",
                Signataires = [.. Reprise.Signataires.Take(2)],
                Avenants = [new(2, new(2025, 9, 2), "Ajoute deux communes", null)],
            },
            Conseillere);

        var convention = await LireAsync(id);
        Assert.Equal(("Ctg corrigée", 2), (convention.Intitule, convention.Parties.Count));
        var apres = (await _app.EnvoyerAsync(new ConsulterReprise.Query(id), Conseillere))!.Original!;
        Assert.Equal(avant.Fichier.Empreinte, apres.Fichier.Empreinte);
        Assert.Equal(("Ajoute deux communes", avant.Avenants[1].Fichier!.Piece), (apres.Avenants.Single().Objet, apres.Avenants.Single().Fichier!.Piece));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => _app.EnvoyerAsync(Correction(id, 1), Conseillere));
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(Correction(id, 2), Coordinatrice));

        await _app.EnvoyerAsync(Correction(id, 2) with { Texte = new("autre.pdf", PdfSimple.Un("un autre scan")) }, Conseillere);
        Assert.NotEqual(avant.Fichier.Empreinte, (await _app.EnvoyerAsync(new ConsulterReprise.Query(id), Conseillere))!.Original!.Fichier.Empreinte);
        var corrections = await _app.LireAsync(db => db.Journal.CountAsync(e => e.ConventionId == id && e.Type == "OriginalCorrige", Arret));
        Assert.Equal(2, corrections);
    }

    [Fact]
    public async Task Une_reprise_d_avant_recoit_son_document_apres_coup()
    {
        var ancienne = Convention.Reprendre(Ouverture(), new DateOnly(2026, 1, 15), Maintenant);
        await _app.SauverAsync(ancienne, CtgPortal.Domain.Diagnostics.Diagnostic.Commencer(ancienne.Id, Maintenant), CtgPortal.Domain.Plans.Plan.Commencer(ancienne.Id, Maintenant));
        Assert.Null((await _app.EnvoyerAsync(new ConsulterReprise.Query(ancienne.Id), Conseillere))!.Original);

        await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(Correction(ancienne.Id, 1), Conseillere));
        await _app.EnvoyerAsync(Correction(ancienne.Id, 1) with { Texte = Reprise.Texte }, Conseillere);

        Assert.Equal(3, (await _app.EnvoyerAsync(new ConsulterReprise.Query(ancienne.Id), Conseillere))!.Original!.Signataires.Count);
    }

    public static TheoryData<string> Fichiers => ["texte", "vide", "tronque", "bombe", "avenant"];

    [Theory]
    [MemberData(nameof(Fichiers))]
    public async Task Un_mauvais_fichier_est_refuse_et_rien_n_est_garde(string cas)
    {
        var table = "%PDF-1.7\nxref\n0 2000000000\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"u8.ToArray();
        var commande = cas switch
        {
            "texte" => Reprise with { Texte = new("convention.pdf", "Ceci n’est pas un PDF, malgré son nom."u8.ToArray()) },
            "vide" => Reprise with { Texte = new("convention.pdf", []) },
            "tronque" => Reprise with { Texte = new("convention.pdf", Scan[..120]) },
            "bombe" => Reprise with { Texte = new("convention.pdf", table) },
            _ => Reprise with { Avenants = [Reprise.Avenants[0] with { Fichier = new("avenant.pdf", "PK"u8.ToArray()) }] },
        };

        var refus = await Record.ExceptionAsync(() => _app.EnvoyerAsync(commande, Conseillere));

        Assert.True(refus is BusinessRuleException or ValidationException, refus?.ToString());
        Assert.Contains("« ", refus!.Message, StringComparison.Ordinal);
        await RienAsync();
    }

    [Fact]
    public async Task Un_fichier_chiffre_est_refuse_et_un_fichier_signe_dit_ses_signatures_ou_son_alteration()
    {
        await using var terrain = await TerrainDeSignature.PreparerAsync(serveur);
        await terrain.OuvrirAsync();
        var fige = (await terrain.Application.EnvoyerAsync(new ConsulterConventionPdf.Query(terrain.Convention), terrain.Conseiller)).Contenu;
        var signe = ParapheurDeTest.Signer(fige, ParapheurDeTest.ChampsVides(fige)[0], "Claire Morel", Maintenant);
        var dossier = Directory.CreateTempSubdirectory("ctgportal-reprise-");
        try
        {
            var (clair, chiffre) = (Path.Combine(dossier.FullName, "clair.pdf"), Path.Combine(dossier.FullName, "chiffre.pdf"));
            await File.WriteAllBytesAsync(clair, Scan, Arret);
            await OutilExterne.Qpdf.LancerAsync(["--encrypt", "", "secret", "256", "--", clair, chiffre], Arret);
            var protege = await File.ReadAllBytesAsync(chiffre, Arret);
            var refusChiffre = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(Reprise with { Texte = new("c.pdf", protege) }, Conseillere));
            Assert.Equal(["original-chiffre"], refusChiffre.Obstacles.Select(o => o.Code));
        }
        finally
        {
            dossier.Delete(recursive: true);
        }

        var altere = (byte[])signe.Clone();
        altere[fige.Length / 2] ^= 1;
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(Reprise with { Texte = new("c.pdf", altere) }, Conseillere));
        Assert.All(refus.Obstacles, o => Assert.True(o.Code is "original-altere" or "original-illisible", o.Code));
        var remplace = await Assert.ThrowsAsync<BusinessRuleException>(
            () => _app.EnvoyerAsync(Reprise with { Texte = new("c.pdf", ParapheurDeTest.RemplacerUnePage(signe)) }, Conseillere));
        Assert.Contains("original-altere", remplace.Obstacles.Select(o => o.Code));
        await RienAsync();

        var id = await _app.EnvoyerAsync(Reprise with { Texte = new("c.pdf", signe) }, Conseillere);
        var lue = Assert.Single((await _app.EnvoyerAsync(new ConsulterReprise.Query(id), Conseillere))!.Original!.Fichier.Signatures);
        Assert.Equal(("Claire Morel", null), (lue.Par, lue.Reserve));
    }

    [Fact]
    public async Task Qui_detient_le_fichier_apprend_qu_il_est_le_meme_et_qu_il_n_a_pas_ete_signe_ici()
    {
        await _app.EnvoyerAsync(Reprise, Conseillere);

        var constat = await _app.EnvoyerAsync(new ConsulterFichier.Query((byte[])Scan.Clone()), Personne.Inconnue);
        var avenant = await _app.EnvoyerAsync(new ConsulterFichier.Query(PdfSimple.Un("Avenant n° 2")), Personne.Inconnue);
        var inconnu = await _app.EnvoyerAsync(new ConsulterFichier.Query(PdfSimple.Un("autre chose")), Personne.Inconnue);

        Assert.Equal(VerdictFichier.OriginalRepris, constat.Verdict);
        Assert.Equal(("Ctg des Trois Rivières 2025-2029", null, new DateOnly(2025, 1, 20), 0, 2), (
            constat.Original!.Intitule, constat.Original.Avenant, constat.Original.SigneLe, constat.Original.Signatures, constat.Original.DernierAvenant));
        Assert.Equal((VerdictFichier.OriginalRepris, 2, null), (avenant.Verdict, avenant.Original!.Avenant, avenant.Original.DernierAvenant));
        Assert.Equal((VerdictFichier.Inconnu, null), (inconnu.Verdict, inconnu.Original));
    }

    [Fact]
    public async Task Un_signataire_sans_partie_est_demande_a_son_champ()
    {
        var refus = await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(Reprise with { Signataires = [.. Reprise.Signataires.Take(2), Reprise.Signataires[2] with { NomPartie = " " }] }, Conseillere));

        Assert.Equal("Signataires[2].NomPartie", Assert.Single(refus.Errors).PropertyName);
        await RienAsync();
    }

    [Fact]
    public async Task Est_refusee_au_conseiller_d_une_autre_caf_et_a_la_coordination()
    {
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(Reprise, ConseillerDuNord));

        Assert.Equal("caf-etrangere", Assert.Single(refus.Obstacles).Code);
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(Reprise, Coordinatrice));
        await RienAsync();
    }

    private static CorrigerReprise.Command Correction(ConventionId id, int revision) => new(
        id, revision, Reprise.Intitule, Reprise.Debut, Reprise.Fin, null, Reprise.Champs, null, null, Reprise.Signataires, Reprise.Avenants);

    private Task<Convention> LireAsync(ConventionId id) => _app.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync(c => c.Id == id, Arret));

    private async Task RienAsync() => Assert.Equal(
        (0, 0), (await _app.LireAsync(db => db.Conventions.CountAsync(Arret)), await _app.LireAsync(db => db.Pieces.CountAsync(p => p.Nature == NaturePiece.OriginalSigne, Arret))));
}
