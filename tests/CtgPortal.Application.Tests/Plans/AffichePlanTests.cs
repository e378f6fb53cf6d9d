using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CtgPortal.Application.Graphiques;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Documents;

namespace CtgPortal.Application.Tests.Plans;

/// <summary>The plan on one page, from the smallest to the largest that are seen, with titles as long as the longest.</summary>
public sealed class AffichePlanTests(DocumentsFixture documents)
{
    private const string TitreLong = "La coordination, ou comment optimiser le fonctionnement des services aux familles et mieux prendre en compte les besoins des publics vulnérables";

    public static TheoryData<string, int, int, int, int> Tailles => new()
    {
        { "a4", 1, 0, 1, 0 },
        { "a4", 3, 0, 2, 0 },
        { "a4", 6, 0, 4, 0 },
        { "a3", 6, 2, 5, 0 },
        { "a4", 5, 2, 3, 2 },
        { "a3", 8, 0, 8, 0 },
    };

    [Theory, MemberData(nameof(Tailles))]
    public async Task Tient_sur_une_page_avec_tous_ses_numeros(string format, int axes, int orientations, int fiches, int profondes)
    {
        var affiche = Affiche(format, axes, orientations, fiches, profondes);
        var piece = JsonSerializer.SerializeToUtf8Bytes(affiche, JsonSerializerOptions.Web);

        var page = Assert.Single(LecturePdf.Pages(await documents.Pool.ComposerAsync(
            new RequeteTypst(documents.Typographie.Preparer(piece), piece) { Modele = "affiche" }, TestContext.Current.CancellationToken)));

        Assert.Contains("Le plan d’actions", page, StringComparison.Ordinal);
        Assert.All(affiche.Axes, a => Assert.Contains(a.Titre[..20], page, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CTG_AFFICHES") is { } dossier)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(dossier, $"{format}-{axes}-{orientations}-{fiches}-{profondes}.pdf"),
                await documents.Pool.ComposerAsync(new RequeteTypst(documents.Typographie.Preparer(piece), piece) { Modele = "affiche" }, TestContext.Current.CancellationToken),
                TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Est_accessible_selon_PDF_UA()
    {
        var piece = JsonSerializer.SerializeToUtf8Bytes(Affiche("a4", 3, 1, 2, 1), JsonSerializerOptions.Web);
        var requete = new RequeteTypst(documents.Typographie.Preparer(piece), piece, Norme: "ua-1") { Modele = "affiche" };

        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", LecturePdf.Xmp(await documents.Pool.ComposerAsync(requete, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public void La_roue_et_le_calendrier_disent_en_mots_ce_qu_ils_dessinent()
    {
        var plan = Arbre();

        var roue = new RouePlan(plan, _ => "<path d=\"M0 0h16\" />").Dessiner("CC des Trois Rivières", "2021 – 2024");
        var calendrier = CalendrierPlan.Dessiner(plan, [2026, 2027, 2028], new(2027, 5, 1), etroit: false);

        Assert.Contains("2 secteurs : 1, Petite enfance, fiches 1, 2 ; 2, Jeunesse, sans fiche.", roue.Description, StringComparison.Ordinal);
        var svg = roue.EnSvg(RenduGraphique.Page);
        Assert.Equal(2, svg.Split("r-axe").Length - 1);
        Assert.Equal(2, svg.Split("\"r-fiche\"").Length - 1);
        Assert.Contains("role=\"img\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.Contains("de 2026 à 2028 : 1 avec des dates, dont 0 en amélioration continue, et 1 sans date", calendrier.Description, StringComparison.Ordinal);
        Assert.Contains("Aujourd’hui", calendrier.EnSvg(RenduGraphique.Page), StringComparison.Ordinal);
        Assert.Single(calendrier.EnSvg(RenduGraphique.Page).Split("\"g-barre").Skip(1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Le_calendrier_marque_les_echeances_des_operations_sans_sortir_du_dessin(bool etroit)
    {
        var plan = Arbre();
        var axe = plan.Axes[0];
        var longue = string.Join(' ', Enumerable.Repeat("réhabilitation", 30));
        var fiche = axe.Fiches[0] with { Echeances = [new("Recruter", new(2026, 1, 2)), new(longue, new(2028, 12, 30))] };

        var calendrier = CalendrierPlan.Dessiner(plan with { Axes = [axe with { Fiches = [fiche, axe.Fiches[1]] }] }, [2026, 2027, 2028], new(2027, 5, 1), etroit);

        var svg = XElement.Parse(calendrier.EnSvg(RenduGraphique.Page));
        Assert.Equal(2, svg.Descendants().Count(e => (string?)e.Attribute("class") == "g-echeance"));
        Assert.Contains("2 janvier 2026 : Recruter", svg.Value.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("2 losanges marquent les échéances", calendrier.Description, StringComparison.Ordinal);
        var dites = svg.Descendants().Where(e => e.Name.LocalName == "text" && e.Value.Contains(" : ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["start", "end"], dites.Select(e => (string?)e.Attribute("text-anchor") ?? "start"));
        Assert.EndsWith("…", dites[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(60, 60)]
    public void Sur_la_roue_les_numeros_serres_suivent_leur_rayon_sans_etre_a_l_envers(int fiches, int tournes)
    {
        var plan = new ArbrePlan(
            1, ["Axe", "Fiche"], Numerotation.Hierarchique,
            [.. Enumerable.Range(1, 2).Select(a => new AxeDuPlan(
                AxeId.New(), a, "Petite enfance", CouleurAxe.Canard, null, [.. Enumerable.Range(1, fiches / 2).Select(f => Fiche($"{a}.1.1.{f}", null))], []))]);

        var svg = new RouePlan(plan, _ => "<path d=\"M0 0h16\" />").Dessiner("CC des Trois Rivières", null).EnSvg(RenduGraphique.Page);

        var angles = svg.Split("rotate(").Skip(1).Select(r => decimal.Parse(r.Split(' ')[0], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(tournes, angles.Count);
        Assert.All(angles, a => Assert.InRange(a, -90, 90));
    }

    private static FicheDuPlan Fiche(string numero, DateOnly? fin) => new(
        FicheActionId.New(), 1, numero, 1, $"Fiche {numero}", null, fin, false, Avancement.AVenir, null, null, []);

    private static ArbrePlan Arbre() =>
        new(
            1, ["Axe", "Fiche"], Numerotation.Continue,
            [
                new(AxeId.New(), 1, "Petite enfance", CouleurAxe.Canard, null, [Fiche("1", new(2027, 6, 30)), Fiche("2", null)], []),
                new(AxeId.New(), 2, "Jeunesse", CouleurAxe.Prune, null, [], []),
            ]);

    private static AfficheDuPlan Affiche(string format, int axes, int orientations, int fiches, int profondes)
    {
        var rang = 0;
        IReadOnlyList<FicheAffiche> Fiches(int nombre) =>
            [.. Enumerable.Range(0, nombre).Select(i => new FicheAffiche($"{++rang}", i % 3 == 0 ? "Développer l’accessibilité des services du relais petite enfance à l’ensemble de la communauté de communes" : "Forum des associations"))];
        return new(
            format, "Communauté de communes des Trois Rivières", "Convention territoriale globale 2021-2024", new(2021, 1, 1), new(2024, 12, 31),
            ["Axe", "Orientation", "Objectif", "Fiche action"], ["petite enfance", "jeunesse", "logement"],
            [
                .. Enumerable.Range(1, axes).Select(a => new AxeAffiche(
                    $"{a}", a % 2 == 0 ? TitreLong : "La petite enfance et la jeunesse", Couleurs.Hex((CouleurAxe)((a - 1) % 8)), IconesAxe.Toutes.Keys.ElementAt(a),
                    orientations == 0 ? Fiches(fiches) : [],
                    [
                        .. Enumerable.Range(1, orientations).Select(o => new OrientationAffiche(
                            $"{a}.{o}", "Accueillir tous les enfants du territoire", Fiches(fiches),
                            [.. Enumerable.Range(1, profondes).Select(p => new OrientationAffiche($"{a}.{o}.{p}", "Aller vers les familles", Fiches(2), []))])),
                    ])),
            ],
            false, new(2026, 3, 12));
    }
}
