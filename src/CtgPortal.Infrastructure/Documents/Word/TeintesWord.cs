using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Application.Documents;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The colours of the document, as the PDF has them: six hexadecimal digits without #.</summary>
internal static partial class TeintesWord
{
    public const string Sarcelle = "0B4F55";
    public const string Vif = "0F7078";
    public const string Pale = "E4F0F0";
    public const string Voile = "F2F6F7";
    public const string Filet = "D3DCE1";
    public const string Encre = "1D2A33";
    public const string Sourdine = "52616C";
    public const string Terre = "B4532A";
    public const string Blanc = "FFFFFF";

    private const double ContrasteLisible = 4.6;

    private static readonly string[] Palette = [Vif, Terre, "2A5CAA", "7A4A9E", "3D7A3A", "A83A68", "8A6100", "4A5D73"];

    public static string DeLAxe(AxeDossier axe, int rang) =>
        axe.Couleur is { } couleur && Couleur().IsMatch(couleur) ? couleur[1..].ToUpperInvariant() : Palette[rang % Palette.Length];

    /// <summary>Text on a colour of the territory's choice: white when it reads well, ink otherwise.</summary>
    public static string EncreSur(string fond) => Contraste(fond, Blanc) >= 4.5 ? Blanc : Encre;

    public static string Eclaircie(string couleur) => Melanger(couleur, 255, 0.88);

    /// <summary>The same hue, dark enough to be read on a pale ground of itself.</summary>
    public static string Lisible(string couleur)
    {
        for (var pas = 0; pas < 12 && Contraste(couleur, Eclaircie(couleur)) < ContrasteLisible; pas++)
        {
            couleur = Melanger(couleur, 0, 0.12);
        }

        return couleur;
    }

    private static string Melanger(string couleur, int vers, double part) =>
        string.Concat(Composantes(couleur).Select(c => ((int)Math.Round(c + ((vers - c) * part))).ToString("X2", CultureInfo.InvariantCulture)));

    private static double Contraste(string a, string b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    private static double Luminance(string couleur)
    {
        var c = Composantes(couleur).Select(x => x / 255.0).Select(x => x <= 0.03928 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]);
    }

    private static IEnumerable<int> Composantes(string couleur) =>
        Enumerable.Range(0, 3).Select(i => int.Parse(couleur.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Couleur();
}
