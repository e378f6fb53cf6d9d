using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The first page: whose convention, for when, between whom, and what the text is worth.</summary>
internal static class CouvertureWord
{
    private const int PartiesMax = 16;

    public static IEnumerable<OpenXmlElement> Dessiner(DossierConvention c)
    {
        var projet = c.Etat == EtatDocument.Projet;
        var caf = EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite(c.CafNom, gras: true, couleur: TeintesWord.Sarcelle, taille: "24"));
        if (projet)
        {
            caf.Append(EcritWord.Suite("      PROJET", gras: true, couleur: TeintesWord.Terre, taille: "24"));
        }

        if (c.Etat == EtatDocument.Consolidee)
        {
            caf.Append(EcritWord.Suite("      VERSION CONSOLIDÉE", gras: true, couleur: TeintesWord.Terre, taille: "24"));
        }

        yield return caf;
        yield return Panneau("CONVENTION TERRITORIALE GLOBALE", "24", avant: 1800, apres: 240, gras: true);
        yield return Panneau(c.Territoire, c.Territoire.Length > 70 ? "48" : c.Territoire.Length > 34 ? "60" : "80", 0, 240, gras: true, style: StylesWord.Titre);
        yield return Panneau(MotsWord.Periode(c) ?? "Période à fixer", "48", 0, 120, gras: false);
        yield return Panneau(
            c.Generation switch { null => "", 1 => "Première génération", { } n => $"{n}e génération" }, "22", 0, 0, gras: false);
        yield return Panneau("", "22", 0, 0, gras: false, hauteur: 3400);
        yield return Bande(c);
        yield return EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite("ENTRE", gras: true, couleur: TeintesWord.Sourdine, taille: "18"));
        if (c.Parties.Count == 0)
        {
            yield return EcritWord.Absent("Les parties restent à désigner.");
        }

        foreach (var partie in c.Parties.Take(c.Parties.Count > PartiesMax ? PartiesMax - 1 : PartiesMax))
        {
            yield return EcritWord.Paragraphe(StylesWord.Puce, partie.Nom);
        }

        if (c.Parties.Count > PartiesMax)
        {
            yield return EcritWord.Paragraphe(StylesWord.Puce, $"et {c.Parties.Count - PartiesMax + 1} autres parties");
        }

        var mention = EcritWord.Paragraphe(StylesWord.Note, EcritWord.Suite(MotsWord.Mention(c), gras: projet, couleur: projet ? TeintesWord.Terre : null));
        mention.ParagraphProperties!.Append(new SpacingBetweenLines { Before = "480" });
        yield return mention;
        yield return EcritWord.Paragraphe(StylesWord.Note, $"Réf. {c.Reference}");
    }

    /// <summary>Paragraphs of one ground and one border make a panel.</summary>
    private static Paragraph Panneau(string texte, string taille, int avant, int apres, bool gras, string style = StylesWord.Corps, int? hauteur = null) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = style },
            new ParagraphBorders(Bord<TopBorder>(), Bord<LeftBorder>(), Bord<BottomBorder>(), Bord<RightBorder>()),
            new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = TeintesWord.Sarcelle },
            hauteur is { } h
                ? new SpacingBetweenLines { Before = "0", After = "0", Line = $"{h}", LineRule = LineSpacingRuleValues.Exact }
                : new SpacingBetweenLines { Before = $"{avant}", After = $"{apres}", Line = "260", LineRule = LineSpacingRuleValues.Auto },
            new Indentation { Left = "240", Right = "240" }),
        EcritWord.Suite(texte, gras, TeintesWord.Blanc, taille: taille));

    private static T Bord<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 12, Color = TeintesWord.Sarcelle };

    /// <summary>The colours of the axes, side by side: decoration, in characters that say nothing.</summary>
    private static Paragraph Bande(DossierConvention c)
    {
        var bande = new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = StylesWord.Corps }, new SpacingBetweenLines { Before = "240", After = "240" }));
        bande.Append(c.Axes.Select((a, i) => EcritWord.Suite("■ ", couleur: TeintesWord.DeLAxe(a, i), taille: "36")));
        return bande;
    }
}
