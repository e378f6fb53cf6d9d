using System.Text.Json;
using CtgPortal.Application.Documents;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.Infrastructure.Salles;
using CtgPortal.TestSupport.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace CtgPortal.Application.Tests.Documents;

public sealed class ConventionPdfTests(DocumentsFixture documents)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Exemples => [.. Dossiers.Keys];

    private static Dictionary<string, Func<DossierConvention>> Dossiers => new()
    {
        ["vide"] = DossierExemple.Vide,
        ["trois-rivieres"] = DossierExemple.TroisRivieres,
        ["signee"] = DossierExemple.Signee,
        ["reprise"] = DossierExemple.Reprise,
        ["soixante-fiches"] = DossierExemple.SoixanteFiches,
        ["quarante-cinq-signataires"] = DossierExemple.QuaranteCinqSignataires,
        ["extreme"] = DossierExemple.Extreme,
    };

    [Theory]
    [InlineData("vide")]
    [InlineData("signee")]
    public async Task Le_texte_est_celui_qui_a_ete_approuve(string exemple)
    {
        var texte = LecturePdf.Texte(await documents.Pdf.ComposerAsync(Dossiers[exemple](), Cancellation));

        var approved = Path.Combine(AppContext.BaseDirectory, "Documents", $"{exemple}.approved.txt");
        if (!File.Exists(approved) || await File.ReadAllTextAsync(approved, Cancellation) != texte)
        {
            // beside the approved copy, to be compared and, when the change is wanted, to replace it
            await File.WriteAllTextAsync(approved.Replace(".approved.", ".received.", StringComparison.Ordinal), texte, Cancellation);
        }

        Assert.True(File.Exists(approved), $"Nothing approved for {exemple}.");
        Assert.Equal(await File.ReadAllTextAsync(approved, Cancellation), texte);
    }

    [Fact]
    public async Task Une_convention_signee_ailleurs_n_en_imprime_pas_un_texte_suppose()
    {
        var texte = LecturePdf.Texte(await documents.Pdf.ComposerAsync(DossierExemple.Reprise(), Cancellation));

        Assert.Contains("signée hors du portail", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Article 1", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("PROJET", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("texte du modèle", texte, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Exemples))]
    public async Task Est_un_PDF_A_3a_balise_qui_porte_ses_donnees(string exemple)
    {
        var dossier = Dossiers[exemple]();

        var pdf = await documents.Pdf.ComposerAsync(dossier, Cancellation);

        var xmp = LecturePdf.Xmp(pdf);
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", xmp, StringComparison.Ordinal);
        using var document = PdfDocument.Open(pdf);
        Assert.True(document.Structure.Catalog.CatalogDictionary.ContainsKey(NameToken.Create("StructTreeRoot")));
        Assert.Equal("fr-FR", ((StringToken)document.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        var file = Assert.Single(files);
        Assert.Equal(DossierJson.NomFichier, file.Name);
        Assert.Equal(DossierJson.Serialiser(dossier), file.Memory.ToArray());
    }

    /// <summary>PDF/UA-1 refuses skipped heading levels and pictures without a text. It cannot be asked for together with PDF/A-3a.</summary>
    [Theory, MemberData(nameof(Exemples))]
    public async Task Est_accessible_selon_PDF_UA(string exemple)
    {
        var piece = DossierJson.Serialiser(Dossiers[exemple]());
        var requete = new RequeteTypst(documents.Typographie.Preparer(ConventionPdfTypst.Donnees(Dossiers[exemple](), new QrCode())), piece, Norme: "ua-1");

        var xmp = LecturePdf.Xmp(await documents.Pool.ComposerAsync(requete, Cancellation));

        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_memes_donnees_donnent_les_memes_octets()
    {
        var first = await documents.Pdf.ComposerAsync(DossierExemple.TroisRivieres(), Cancellation);
        await documents.Pdf.ComposerAsync(DossierExemple.Vide(), Cancellation);
        await using var others = DocumentsFixture.Services();

        var second = await documents.Pdf.ComposerAsync(DossierExemple.TroisRivieres(), Cancellation);
        var elsewhere = await ((IConventionPdf)others.GetService(typeof(IConventionPdf))!).ComposerAsync(DossierExemple.TroisRivieres(), Cancellation);

        Assert.Equal(first, second);
        Assert.Equal(first, elsewhere);
    }

    [Fact]
    public async Task Porte_titre_auteur_date_et_signets()
    {
        var pdf = await documents.Pdf.ComposerAsync(DossierExemple.Signee(), Cancellation);

        using var document = PdfDocument.Open(pdf);
        Assert.Equal("Convention territoriale globale des Trois Rivières 2021-2024", document.Information.Title);
        Assert.Contains("Caf de l’Aisne", document.Information.Author, StringComparison.Ordinal);
        Assert.EndsWith("CTG-02-2021-TROIS-RIVIERES", document.Information.Keywords, StringComparison.Ordinal);
        Assert.StartsWith("D:20210312", document.Information.CreationDate, StringComparison.Ordinal);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var titres = bookmarks.GetNodes().Select(n => n.Title).ToList();
        Assert.Equal(
            [
                "Le plan d’actions en une page", "Parties et préambule", "Articles de la convention", "Signatures", "Annexe 1 – Diagnostic partagé",
                "Annexe 2 – Équipements et services soutenus", "Annexe 3 – Plan d’actions 2021–2024", "Annexe 4 – Pilotage et suivi",
                "Annexe 5 – Évaluation", "Annexe 6 – Délibérations et décisions",
            ],
            bookmarks.Roots.Select(n => n.Title).Where(t => t != "Sommaire"));
        Assert.Equal(14, titres.Count(t => t.StartsWith("Article\u00A0", StringComparison.Ordinal)));
        Assert.Equal(14, titres.Count(t => t.StartsWith("Fiche action", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task La_caisse_partie_sous_son_nom_court_n_est_nommee_qu_une_fois_auteur()
    {
        var dossier = DossierExemple.Vide() with { Parties = [new() { Nom = "Caf de l’Aisne" }, new() { Nom = "Commune d’Hirson" }] };

        using var document = PdfDocument.Open(await documents.Pdf.ComposerAsync(dossier, Cancellation));

        Assert.Equal("Caf de l’Aisne, Commune d’Hirson", document.Information.Author);
    }

    [Fact]
    public async Task Un_plan_dont_les_niveaux_ne_sont_pas_nommes_prend_les_noms_usuels()
    {
        var dossier = DossierExemple.TroisRivieres() with { Niveaux = [] };

        var texte = LecturePdf.Texte(await documents.Pdf.ComposerAsync(dossier, Cancellation));

        Assert.Contains("6 axes, 14 fiches", texte, StringComparison.Ordinal);
        Assert.Contains("Fiche action 14 – ", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chaque_page_porte_son_numero_et_le_brouillon_se_dit_projet()
    {
        var projet = LecturePdf.Pages(await documents.Pdf.ComposerAsync(DossierExemple.TroisRivieres(), Cancellation));
        var figee = LecturePdf.Pages(await documents.Pdf.ComposerAsync(DossierExemple.Signee(), Cancellation));

        Assert.All(projet, p => Assert.Contains("PROJET", p, StringComparison.Ordinal));
        Assert.All(figee, p => Assert.DoesNotContain("PROJET", p, StringComparison.Ordinal));
        Assert.All(projet.Select((p, i) => (p, i)).Skip(1), x => Assert.Contains($"{x.i + 1} / {projet.Count}", x.p, StringComparison.Ordinal));
        Assert.Contains(projet, p => p.Contains("texte du modèle", StringComparison.Ordinal));
        Assert.DoesNotContain(figee, p => p.Contains("texte du modèle", StringComparison.Ordinal));
    }

    /// <summary>The préfecture stamps the top right corner, 65 by 18 mm, of every page.</summary>
    [Theory, MemberData(nameof(Exemples))]
    public async Task Le_coin_du_tampon_reste_libre_et_rien_ne_sort_de_la_page(string exemple)
    {
        const double Millimetre = 72 / 25.4;
        var pdf = await documents.Pdf.ComposerAsync(Dossiers[exemple](), Cancellation);

        using var document = PdfDocument.Open(pdf);
        foreach (var page in document.GetPages())
        {
            var lettres = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value) && l.FontSize < 100).ToList();
            Assert.NotEmpty(lettres);
            Assert.All(lettres, l => Assert.False(
                l.BoundingBox.Right > page.Width - (65 * Millimetre) && l.BoundingBox.Top > page.Height - (18 * Millimetre),
                $"page {page.Number}: « {l.Value} » stands where the stamp goes"));
            Assert.All(lettres, l => Assert.True(
                l.BoundingBox.Left > 10 * Millimetre && l.BoundingBox.Right < page.Width - (10 * Millimetre) && l.BoundingBox.Bottom > 8 * Millimetre,
                $"page {page.Number}: « {l.Value} » leaves the page"));
        }
    }

    /// <summary>A font of the machine would give other bytes elsewhere.</summary>
    [Theory, MemberData(nameof(Exemples))]
    public async Task N_emploie_que_les_polices_livrees(string exemple)
    {
        var livrees = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Documents", "polices"), "*.otf").Select(f => Path.GetFileNameWithoutExtension(f));

        using var document = PdfDocument.Open(await documents.Pdf.ComposerAsync(Dossiers[exemple](), Cancellation));

        var employees = document.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName!.Split('+')[1].Replace("-Identity-H", "", StringComparison.Ordinal)).Distinct();
        Assert.Subset(livrees.ToHashSet(), employees.ToHashSet());
    }

    [Fact]
    public async Task Le_plan_tient_sur_une_page_meme_avec_soixante_fiches()
    {
        var pages = LecturePdf.Pages(await documents.Pdf.ComposerAsync(DossierExemple.SoixanteFiches(), Cancellation));

        var vue = pages.Single(p => p.Contains("5 axes, 60 fiches", StringComparison.Ordinal));
        for (var a = 1; a <= 5; a++)
        {
            Assert.Contains($"{a}.3.4", vue, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("signee")]
    [InlineData("quarante-cinq-signataires")]
    [InlineData("extreme")]
    public async Task Le_tableau_des_signatures_n_est_jamais_seul_sur_sa_page(string exemple)
    {
        var pages = LecturePdf.Pages(await documents.Pdf.ComposerAsync(Dossiers[exemple](), Cancellation));

        var premiere = pages.Single(p => p.Contains("Nom et qualité", StringComparison.Ordinal) && p.Contains("Fait à Hirson", StringComparison.Ordinal));
        Assert.Contains("Les parties déclarent", premiere, StringComparison.Ordinal);
        Assert.Contains(Dossiers[exemple]().Signataires[0].Nom, premiere, StringComparison.Ordinal);
        foreach (var signataire in Dossiers[exemple]().Signataires.Where(s => s.Nom.StartsWith("Dominique", StringComparison.Ordinal)))
        {
            var page = pages.Single(p => p.Contains(signataire.Nom, StringComparison.Ordinal));
            Assert.Contains("Nom et qualité", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Le_signataire_reste_avec_la_phrase_ou_qu_elle_tombe()
    {
        // the text before grows line by line, so that the block meets the bottom of the page in every position
        foreach (var lignes in Enumerable.Range(0, 12).Select(i => i * 4))
        {
            var dossier = DossierExemple.Vide() with
            {
                Articles = [new() { Numero = 1, Titre = "Objet", Corps = [.. Enumerable.Range(1, 8 + lignes).Select(i => BlocTexte.Paragraphe($"Ligne {i}."))] }],
                LieuSignature = "Laon",
                Signataires = [new() { Partie = "Caf de l’Aisne", Nom = "Hélène Garçon" }],
            };

            var pages = LecturePdf.Pages(await documents.Pdf.ComposerAsync(dossier, Cancellation));

            var page = Assert.Single(pages, p => p.Contains("Hélène Garçon", StringComparison.Ordinal));
            Assert.Contains("Les parties déclarent", page, StringComparison.Ordinal);
            Assert.Contains("Fait à Laon", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Un_texte_hostile_est_imprime_comme_un_texte()
    {
        var texte = LecturePdf.Texte(await documents.Pdf.ComposerAsync(DossierExemple.Extreme(), Cancellation));

        Assert.Contains("<script>alert(1)</script>", texte, StringComparison.Ordinal);
        Assert.Contains("#panic(\"non\")", texte, StringComparison.Ordinal);
        Assert.Contains("#read(\"/etc/passwd\")", texte, StringComparison.Ordinal);
        Assert.Contains("<b>gras</b>", texte, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("étoile _souligné_ @fantome", texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_caractere_que_les_polices_n_ont_pas_est_remplace_et_signale()
    {
        var log = new JournalEnMemoire();
        await using var services = DocumentsFixture.Services(log: log);
        var pdf = (IConventionPdf)services.GetService(typeof(IConventionPdf))!;
        var dossier = DossierExemple.Vide() with { Territoire = "Val 👩‍👩‍👧 été سلام \uD800", Intitule = "Prévention 🎉" };

        var octets = await pdf.ComposerAsync(dossier, Cancellation);

        Assert.Contains($"Val {Typographie.Remplacement} été {new string(Typographie.Remplacement, 4)} {Typographie.Remplacement}", LecturePdf.Texte(octets), StringComparison.Ordinal);
        Assert.Contains(log.Lignes, l => l.Contains("U+1F389", StringComparison.Ordinal) && l.Contains("U+0633", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lignes, l => l.Contains("été", StringComparison.Ordinal));
        using var document = PdfDocument.Open(octets);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        using var json = JsonDocument.Parse(files.Single().Memory.ToArray());
        Assert.Equal("Prévention 🎉", json.RootElement.GetProperty("intitule").GetString());
    }
}
