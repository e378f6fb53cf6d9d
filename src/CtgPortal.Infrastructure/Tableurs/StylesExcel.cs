using CtgPortal.Application.Tableurs;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CtgPortal.Infrastructure.Tableurs;

/// <summary>How cells look; each constant is a rank in the list of formats.</summary>
internal static class StylesExcel
{
    public const uint EnTete = 1;
    public const uint Texte = 2;
    public const uint TexteLong = 3;
    public const uint TexteCite = 4;
    public const uint Date = 7;

    private const uint Nombre = 5;
    private const uint Montant = 6;
    private const uint FormatMontant = 164;
    private const uint FormatDate = 165;

    public static uint De(NatureColonne nature) => nature switch
    {
        NatureColonne.Texte => Texte,
        NatureColonne.TexteLong => TexteLong,
        NatureColonne.Nombre => Nombre,
        NatureColonne.Montant => Montant,
        NatureColonne.Date => Date,
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "This nature has no style."),
    };

    public static Stylesheet Tous() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = FormatMontant, FormatCode = "#,##0.00\\ \"€\"" },
            new NumberingFormat { NumberFormatId = FormatDate, FormatCode = "dd/mm/yyyy" }),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new Color { Rgb = "FFFFFFFF" }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FF0B4F5C" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FFD5DEE2" }) { Style = BorderStyleValues.Thin })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            Format(49, retour: false),
            Format(49, retour: true),
            Format(49, retour: false, cite: true),
            Format(0, retour: false),
            Format(FormatMontant, retour: false),
            Format(FormatDate, retour: false)));

    private static CellFormat Format(uint nombre, bool retour, bool cite = false) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = retour ? true : null })
        {
            NumberFormatId = nombre,
            BorderId = 1,
            QuotePrefix = cite ? true : null,
            ApplyNumberFormat = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
