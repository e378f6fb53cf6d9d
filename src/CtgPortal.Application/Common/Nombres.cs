using System.Globalization;

namespace CtgPortal.Application.Common;

/// <summary>How figures are written for people, on pages, in pictures and in documents. Spaces that must not break do not.</summary>
public static class Nombres
{
    public const char EspaceInsecable = '\u00A0';

    public static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = "\u202F",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>« 12 345 », « 12,5 »: as many decimals as the number has, six at most.</summary>
    public static string Nombre(decimal nombre) => nombre.ToString("#,##0.######", Format);

    /// <summary>« 48,5 % », « 1 240 places », « 12 »: a figure with its unit, never apart.</summary>
    public static string Mesure(decimal valeur, string? unite) => string.IsNullOrEmpty(unite) ? Nombre(valeur) : Nombre(valeur) + EspaceInsecable + unite;
}
