using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>Attachments of an interview, of an existing document, of a fiche and of a délibération: one way for all.</summary>
public sealed class PiecesTests(PostgresServer serveur) : IAsyncLifetime
{
    private PlanDeTest _plan = null!;
    private Entretien _entretien = null!;
    private DocumentExistant _document = null!;
    private Deliberation _deliberation = null!;

    public static TheoryData<NaturePorteur> Natures => [.. Enum.GetValues<NaturePorteur>()];

    private ApplicationDeTest App => _plan.Application;

    public async ValueTask InitializeAsync()
    {
        _plan = await PlanDeTest.OuvrirAsync(serveur);
        (_entretien, _document) = (UneEnquete.Entretien(_plan.Convention), UneEnquete.Document(_plan.Convention));
        await App.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        var partie = await App.LireAsync(db => db.Conventions.Where(c => c.Id == _plan.Convention).SelectMany(c => c.Parties).OrderBy(p => p.Rang).Select(p => new { p.Id, p.Nom }).FirstAsync());
        _deliberation = UneDeliberation.De(_plan.Convention, partie.Id, partie.Nom);
        await App.SauverAsync(_entretien, _document, _deliberation, Diagnostic.Commencer(_plan.Convention, UnPlan.Maintenant));
    }

    public ValueTask DisposeAsync() => _plan.DisposeAsync();

    [Theory, MemberData(nameof(Natures))]
    public async Task Plusieurs_fichiers_se_joignent_se_decrivent_se_telechargent_et_se_retirent(NaturePorteur nature)
    {
        var porteur = Porteur(nature);
        var docx = TypeDocumentTests.Archive("[Content_Types].xml|word/document.xml");
        Assert.Equal(2, await JoindreAsync(porteur, new("../notes ?.exe", Pdf("notes"), "Notes"), new("relevé.pdf", docx)));

        var pieces = await LireAsync(porteur);
        Assert.Equal([("Notes", "notes.pdf"), ("relevé.docx", "relevé.docx")], pieces.Lignes.Select(l => (l.Libelle, l.Nom.Replace(" ", "", StringComparison.Ordinal))));
        Assert.All(pieces.Lignes, l => Assert.Equal(("Camille Essai", UnPlan.Maintenant), (l.ParNom, l.Le)));
        Assert.True(pieces.PeutModifier);
        var fichier = await _plan.EnvoyerAsync(new ConsulterPiece.Query(_plan.Convention, pieces.Lignes[1].Fichier), _plan.Avec(Role.Lecteur));
        Assert.Equal((docx.Length, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (fichier!.Contenu.Length, fichier.TypeMime));

        await _plan.EnvoyerAsync(new DecrirePiece.Command(_plan.Convention, porteur, pieces.Lignes[0].Id, 1, null));
        await _plan.EnvoyerAsync(new RetirerPiece.Command(_plan.Convention, porteur, pieces.Lignes[1].Id, 1));

        Assert.EndsWith(".pdf", Assert.Single((await LireAsync(porteur)).Lignes).Libelle, StringComparison.Ordinal);
        Assert.Null(await _plan.EnvoyerAsync(new ConsulterPiece.Query(_plan.Convention, pieces.Lignes[1].Fichier)));
        Assert.Equal(1, await App.LireAsync(db => db.Pieces.CountAsync()));
        Assert.Equal(4, (await App.JournalAsync(_plan.Convention)).Count(t => t.StartsWith("Piece", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Un_fichier_vide_trop_lourd_ou_qui_ment_refuse_tout_l_envoi_et_chaque_message_dit_lequel()
    {
        var porteur = Porteur(NaturePorteur.Entretien);
        var refus = await Assert.ThrowsAsync<ValidationException>(() => JoindreAsync(
            porteur, new("bon.pdf", Pdf()), new("vide.pdf", []), new("virus.pdf", "<script>"u8.ToArray()), new("macro.docx", TypeDocumentTests.Archive("[Content_Types].xml|word/document.xml|word/vbaProject.bin")),
            new("gros.pdf", [.. Pdf(), .. new byte[Piece.TailleMax]])));

        Assert.Equal(
            ["« vide.pdf » est vide.", "« virus.pdf » n’est ni", "« macro.docx » n’est ni", "« gros.pdf » dépasse 20 Mo."],
            refus.Errors.Select(e => e.ErrorMessage.Length > 25 && e.ErrorMessage.Contains("n’est ni", StringComparison.Ordinal) ? e.ErrorMessage.Split(" un PDF")[0] : e.ErrorMessage));
        Assert.Equal("Choisissez au moins un fichier.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => JoindreAsync(porteur))).Errors).ErrorMessage);
        Assert.Empty((await LireAsync(porteur)).Lignes);
        Assert.Equal(0, await App.LireAsync(db => db.Pieces.CountAsync()));
    }

    [Fact]
    public async Task Deux_personnes_qui_joignent_en_meme_temps_gardent_leurs_fichiers_et_le_nombre_reste_borne()
    {
        var porteur = Porteur(NaturePorteur.Fiche);
        await JoindreAsync(porteur, [.. Enumerable.Range(0, 16).Select(i => new FichierSaisi($"{i}.pdf", Pdf()))]);

        var issues = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                return await App.EnvoyerAsync(
                    new JoindrePieces.Command(_plan.Convention, porteur, [new($"bis {i}.pdf", Pdf())]), ApplicationDeTest.Une(Role.Conseiller, _plan.Convention, $"Personne {i}"));
            }
            catch (BusinessRuleException e)
            {
                Assert.Equal("pieces-trop-nombreuses", Assert.Single(e.Obstacles).Code);
                return 0;
            }
        }));

        Assert.Equal((4, PieceJointe.NombreMax), (issues.Sum(), (await LireAsync(porteur)).Lignes.Count));
    }

    [Fact]
    public async Task Les_pieces_d_une_fiche_confidentielle_ne_se_voient_ni_ne_se_telechargent_sans_elle()
    {
        var (fiche, lecteur) = (_plan.Fiches[0], _plan.Avec(Role.Lecteur));
        await JoindreAsync(PorteurPieces.De(fiche.Id), new FichierSaisi("secret.pdf", Pdf()));
        var piece = Assert.Single((await LireAsync(PorteurPieces.De(fiche.Id), lecteur)).Lignes).Fichier;

        await _plan.EnvoyerAsync(new RedigerFiche.Command(_plan.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Confidentielle = true })));

        Assert.Null(await _plan.EnvoyerAsync(new ConsulterPieces.Query(_plan.Convention, PorteurPieces.De(fiche.Id)), lecteur));
        Assert.Null(await _plan.EnvoyerAsync(new ConsulterPiece.Query(_plan.Convention, piece), lecteur));
        Assert.NotNull(await _plan.EnvoyerAsync(new ConsulterPiece.Query(_plan.Convention, piece)));
        var journal = (await _plan.EnvoyerAsync(new Application.Conventions.ConsulterHistorique.Query(_plan.Convention), lecteur)).Lignes;
        Assert.DoesNotContain(journal, f => f.Fait is PieceJointeALaFiche);
    }

    [Fact]
    public async Task Le_pilote_joint_a_sa_fiche_et_a_rien_d_autre()
    {
        var pilote = await _plan.PiloteAsync(_plan.Fiches[0]);
        Assert.Equal(1, await _plan.EnvoyerAsync(new JoindrePieces.Command(_plan.Convention, PorteurPieces.De(_plan.Fiches[0].Id), [new("a.pdf", Pdf())]), pilote));

        foreach (var autre in new[] { PorteurPieces.De(_plan.Fiches[1].Id), Porteur(NaturePorteur.Entretien), Porteur(NaturePorteur.Document), Porteur(NaturePorteur.Deliberation) })
        {
            await Assert.ThrowsAsync<AccesRefuseException>(() => _plan.EnvoyerAsync(new JoindrePieces.Command(_plan.Convention, autre, [new("a.pdf", Pdf())]), pilote));
            Assert.False((await LireAsync(autre, pilote)).PeutModifier);
        }
    }

    [Theory, MemberData(nameof(Natures))]
    public async Task Une_piece_d_ailleurs_est_inconnue(NaturePorteur nature)
    {
        await JoindreAsync(Porteur(nature), new FichierSaisi("a.pdf", Pdf()));
        var piece = Assert.Single((await LireAsync(Porteur(nature))).Lignes);
        var etranger = ApplicationDeTest.Une(Role.Coordination, ConventionId.New());

        await Assert.ThrowsAsync<NotFoundException>(() => _plan.EnvoyerAsync(new ConsulterPiece.Query(_plan.Convention, piece.Fichier), etranger));
        await Assert.ThrowsAsync<NotFoundException>(() => JoindreAsync(new(nature, Guid.CreateVersion7()), new FichierSaisi("a.pdf", Pdf())));
        var voisin = nature == NaturePorteur.Entretien ? Porteur(NaturePorteur.Document) : Porteur(NaturePorteur.Entretien);
        await Assert.ThrowsAsync<NotFoundException>(() => _plan.EnvoyerAsync(new RetirerPiece.Command(_plan.Convention, voisin, piece.Id, piece.Revision)));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => _plan.EnvoyerAsync(new RetirerPiece.Command(_plan.Convention, Porteur(nature), piece.Id, piece.Revision + 1)));
    }

    [Fact]
    public async Task Retirer_ce_qui_les_porte_efface_les_pieces_et_leurs_octets()
    {
        foreach (var nature in Enum.GetValues<NaturePorteur>())
        {
            await JoindreAsync(Porteur(nature), new("a.pdf", Pdf()), new("b.pdf", Pdf()));
        }

        await _plan.EnvoyerAsync(new RetirerEntretien.Command(_plan.Convention, _entretien.Id, _entretien.Revision));
        await _plan.EnvoyerAsync(new RetirerDocument.Command(_plan.Convention, _document.Id, _document.Revision));
        await _plan.EnvoyerAsync(new RetirerDeliberation.Command(_plan.Convention, _deliberation.Revision, _deliberation.PartieId));
        await _plan.EnvoyerAsync(new SupprimerFiche.Command(_plan.Convention, _plan.Fiches[0].Id, _plan.Fiches[0].Revision));

        Assert.Equal((0, 0), await App.LireAsync(async db => (await db.Pieces.CountAsync(), await db.PiecesJointes.CountAsync())));
    }

    [Fact]
    public async Task Un_diagnostic_valide_garde_ses_pieces_lisibles_et_ne_les_laisse_plus_changer()
    {
        await JoindreAsync(Porteur(NaturePorteur.Entretien), new("a.pdf", Pdf(), "Notes"), new("b.pdf", Pdf()));
        await App.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE diagnostics SET valide_le = now()"));

        var pieces = await LireAsync(Porteur(NaturePorteur.Entretien));
        Assert.Equal((2, false), (pieces.Lignes.Count, pieces.PeutModifier));
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(
            () => _plan.EnvoyerAsync(new RetirerPiece.Command(_plan.Convention, Porteur(NaturePorteur.Entretien), pieces.Lignes[0].Id, 1)));
        Assert.Equal("diagnostic-valide", Assert.Single(refus.Obstacles).Code);
        var dossier = await _plan.EnvoyerAsync(new ExporterConvention.Query(_plan.Convention, null));
        Assert.Contains("\"piecesJointes\":[\"Notes\",\"b.pdf\"]", Encoding.UTF8.GetString(dossier.Contenu).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_pages_se_lisent_avec_autant_de_commandes_SQL_et_sans_octets_quel_que_soit_le_nombre_de_pieces()
    {
        foreach (var nature in Enum.GetValues<NaturePorteur>())
        {
            await JoindreAsync(Porteur(nature), new FichierSaisi("a.pdf", Pdf()));
        }

        var peu = await CompterAsync();
        foreach (var nature in Enum.GetValues<NaturePorteur>())
        {
            await JoindreAsync(Porteur(nature), [.. Enumerable.Range(0, 15).Select(i => new FichierSaisi($"{i}.pdf", Pdf()))]);
        }

        Assert.Equal(peu, await CompterAsync());

        async Task<int[]> CompterAsync() =>
        [
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ConsulterEntretien.Query(_plan.Convention, _entretien.Id))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ConsulterDocumentExistant.Query(_plan.Convention, _document.Id))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ConsulterFiche.Query(_plan.Convention, _plan.Fiches[0].Id))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ConsulterPieces.Query(_plan.Convention, Porteur(NaturePorteur.Fiche)))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ConsulterDeliberation.Query(_plan.Convention, _deliberation.PartieId))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ListerDeliberations.Query(_plan.Convention))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ConsulterPieces.Query(_plan.Convention, Porteur(NaturePorteur.Deliberation)))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ListerEntretiens.Query(_plan.Convention))),
            await App.Sql.CompterAsync(() => _plan.EnvoyerAsync(new ExporterConvention.Query(_plan.Convention, null))),
        ];
    }

    // The tables as they were just before, then the SQL of the migration, there and back.
    [Fact]
    public async Task Le_fichier_unique_de_avant_devient_la_piece_jointe_de_qui_l_avait_depose()
    {
        await JoindreAsync(Porteur(NaturePorteur.Entretien), new FichierSaisi("notes.pdf", Pdf()));
        await JoindreAsync(Porteur(NaturePorteur.Document), new FichierSaisi("étude.pdf", Pdf()));
        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync(
            "ALTER TABLE entretiens ADD piece_id uuid REFERENCES pieces (id); ALTER TABLE documents_existants ADD piece_id uuid REFERENCES pieces (id);"));
        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync(PiecesSql.Down));
        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE pieces SET piece_jointe_id = NULL; DELETE FROM pieces_jointes"));
        var fait = new EntretienNote(_plan.Convention, _entretien.Id, "Maire", UnPlan.Maintenant);
        var donnees = System.Text.Json.JsonSerializer.Serialize(fait, Application.Journal.JournalJson.Options);
        await App.LireAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO journal (convention_id, type, le, par_nom, donnees) VALUES ({_plan.Convention.Value}, 'EntretienNote', {UnPlan.Maintenant}, 'Léa Martin', {donnees}::jsonb)"));

        await App.LireAsync(db => db.Database.ExecuteSqlRawAsync(PiecesSql.Up));

        Assert.Equal(("notes.pdf", "Léa Martin", UnPlan.Maintenant), Assert.Single((await LireAsync(Porteur(NaturePorteur.Entretien))).Lignes.Select(l => (l.Libelle, l.ParNom, l.Le))));
        Assert.Equal(("étude.pdf", ""), Assert.Single((await LireAsync(Porteur(NaturePorteur.Document))).Lignes.Select(l => (l.Libelle, l.ParNom))));
        Assert.Equal([NaturePiece.PieceJointe, NaturePiece.PieceJointe], await App.LireAsync(db => db.Pieces.Select(p => p.Nature).ToListAsync()));
    }

    [Fact]
    public void Une_validation_d_avant_se_lit_avec_son_fichier_unique()
    {
        var lue = PhotographieDiagnostic.Lire(
            """
            {"version":1,"demarche":null,"sources":[],"indicateurs":[],"constats":[],"enquetes":[],
             "entretiens":[{"id":"0190a6e0-0000-7000-8000-000000000001","fonction":"Maire","organisation":null,"date":null,"themes":[],"synthese":null,"communes":[],
               "fichier":{"nom":"notes.pdf","taille":3,"empreinte":"abc"}}],
             "documents":[{"id":"0190a6e0-0000-7000-8000-000000000002","intitule":"Étude","auteur":null,"annee":null,"lien":null,"themes":[],"propos":null,"fichier":null}]}
            """);

        Assert.Equal(("notes.pdf", "abc"), Assert.Single(lue.Entretiens[0].Pieces!.Select(p => (p.Nom, p.Empreinte))));
        Assert.Empty(lue.Documents[0].Pieces!);
        Assert.DoesNotContain("fichier", (lue with { Version = PhotographieDiagnostic.VersionActuelle }).EnJson(), StringComparison.Ordinal);
    }

    private static byte[] Pdf(string texte = "x") => Encoding.ASCII.GetBytes($"%PDF-1.7 {texte}");

    private PorteurPieces Porteur(NaturePorteur nature) => nature switch
    {
        NaturePorteur.Entretien => PorteurPieces.De(_entretien.Id),
        NaturePorteur.Document => PorteurPieces.De(_document.Id),
        NaturePorteur.Deliberation => PorteurPieces.De(_deliberation.Id),
        _ => PorteurPieces.De(_plan.Fiches[0].Id),
    };

    private Task<int> JoindreAsync(PorteurPieces porteur, params FichierSaisi[] fichiers) =>
        _plan.EnvoyerAsync(new JoindrePieces.Command(_plan.Convention, porteur, fichiers));

    private async Task<PiecesDuPorteur> LireAsync(PorteurPieces porteur, Personne? par = null) =>
        (await _plan.EnvoyerAsync(new ConsulterPieces.Query(_plan.Convention, porteur), par))!.Pieces;
}
