using System.Text;
using CtgPortal.Application.Tableurs;
using CtgPortal.Infrastructure.Imports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CtgPortal.Application.Tests.Tableurs;

public class TableursTests
{
    private static readonly FeuilleAEcrire Feuille = new(
        "Équipements : 2026/2030",
        [
            new("Nom", Largeur: 40), new("Places", NatureColonne.Nombre), new("Montant", NatureColonne.Montant), new("Ouvert le", NatureColonne.Date),
            new("Bonus", Choix: ["Oui", "Non"], Aide: "Le bonus territoire s’applique-t-il ?"), new("Remarque", NatureColonne.TexteLong),
        ],
        [
            ["=HYPERLINK(\"http://mal\")", 25, 12345.67m, new DateOnly(2026, 3, 12), true, "Deux\nlignes \u0001 et « guillemets »"],
            ["-Crèche", null, -3.5m, null, null, null],
        ],
        LignesAPrevoir: 100);

    [Fact]
    public void Un_classeur_est_valide_et_ne_porte_aucune_formule()
    {
        var fichier = new Infrastructure.Tableurs.Tableurs().EnXlsx("equipements", [Feuille, Feuille]);

        Assert.Equal(("equipements.xlsx", 64), (fichier.Nom, fichier.Empreinte.Length));
        using var document = SpreadsheetDocument.Open(new MemoryStream(fichier.Contenu), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        var feuilles = document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!).ToList();
        Assert.All(feuilles, f => Assert.Empty(f.Descendants<CellFormula>()));
        Assert.Equal(["Équipements  20262030", "Équipements  20262030 2", "Listes"], document.WorkbookPart.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value));
        Assert.Equal(PaneStateValues.Frozen, feuilles[0].Descendants<Pane>().Single().State!.Value);
        Assert.Equal("E2:E103", feuilles[0].Descendants<DataValidation>().Single().SequenceOfReferences!.InnerText);
    }

    [Fact]
    public async Task Ce_qui_est_ecrit_se_relit()
    {
        var fichier = new Infrastructure.Tableurs.Tableurs().EnXlsx("equipements", [Feuille]);

        var relu = await new Tableaux().LireClasseurAsync(fichier.Contenu, TestContext.Current.CancellationToken);

        Assert.Equal([false, true], relu.Feuilles.Select(f => f.Masquee));
        Assert.Equal(
            ["Nom|Places|Montant|Ouvert le|Bonus|Remarque", "=HYPERLINK(\"http://mal\")|25|12345.67|2026-03-12|Oui|Deux\nlignes  et « guillemets »", "-Crèche||-3.5"],
            relu.Feuilles[0].Lignes.Select(l => string.Join('|', l.Cellules)));
    }

    [Fact]
    public void Un_csv_s_ouvre_dans_un_tableur_francais_sans_rien_executer()
    {
        var texte = Encoding.UTF8.GetString(new Infrastructure.Tableurs.Tableurs().EnCsv("equipements", Feuille).Contenu);

        Assert.Equal(
            "\uFEFFNom;Places;Montant;Ouvert le;Bonus;Remarque\r\n"
            + "\"'=HYPERLINK(\"\"http://mal\"\")\";25;12345,67;12/03/2026;Oui;\"Deux\nlignes \u0001 et « guillemets »\"\r\n'-Crèche;;-3,5;;;\r\n",
            texte);
    }

    [Fact]
    public void Un_texte_plus_long_qu_une_cellule_n_est_pas_coupe_en_silence() =>
        Assert.Throws<ArgumentException>(() => new Infrastructure.Tableurs.Tableurs().EnXlsx("x", [new("F", [new("A")], [[new string('a', 32_768)]])]));
}
