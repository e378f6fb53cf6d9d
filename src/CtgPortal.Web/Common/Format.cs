using System.Globalization;

namespace CtgPortal.Web.Common;

/// <summary>How dates, amounts and counts are written for people. Spaces that must not break do not.</summary>
public static class Format
{
    private const char EspaceInsecable = '\u00A0';

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly NumberFormatInfo Nombres = Application.Common.Nombres.Format;
    /// <summary>« 1er janvier 2026 », « 12 mars 2026 ».</summary>
    public static string Date(DateOnly date) =>
        $"{Jour(date.Day)}{EspaceInsecable}{date.ToString("MMMM", French)}{EspaceInsecable}{date.ToString("yyyy", French)}";

    public static string Date(DateOnly? date, string siAbsente = "–") => date is { } d ? Date(d) : siAbsente;

    /// <summary>The day in France.</summary>
    public static string Date(DateTimeOffset instant) => Date(JourDe(instant));

    /// <summary>« 12/03/2026 », for narrow columns.</summary>
    public static string DateCourte(DateOnly date) => date.ToString("dd/MM/yyyy", French);

    /// <summary>« 12 mars 2026 à 9 h 05 », in France.</summary>
    public static string DateEtHeure(DateTimeOffset instant) => $"{Date(instant)} à {Heure(TimeOnly.FromDateTime(EnFrance(instant)))}";

    /// <summary>« 9 h 05 », « 14 h ».</summary>
    public static string Heure(TimeOnly heure) => heure.Minute == 0
        ? $"{heure.Hour}{EspaceInsecable}h"
        : $"{heure.Hour}{EspaceInsecable}h{EspaceInsecable}{heure.Minute:00}";

    /// <summary>« 1er janvier 2021 – 31 décembre 2024 ».</summary>
    public static string Periode(DateOnly debut, DateOnly fin) => $"{Date(debut)} – {Date(fin)}";

    /// <summary>« 12 345,67 € »; a round amount has no cents.</summary>
    public static string Montant(decimal montant) =>
        montant.ToString(decimal.Truncate(montant) == montant ? "N0" : "N2", Nombres) + EspaceInsecable + "€";

    public static string Montant(decimal? montant, string siAbsent = "–") => montant is { } m ? Montant(m) : siAbsent;

    /// <summary>« 12 345 », « 12,5 »: as many decimals as the number has, six at most.</summary>
    public static string Nombre(decimal nombre) => Application.Common.Nombres.Nombre(nombre);

    /// <summary>« 48,5 % », « 1 240 places », « 12 »: a figure with its unit, never apart.</summary>
    public static string Mesure(decimal valeur, string? unite) => Application.Common.Nombres.Mesure(valeur, unite);

    /// <summary>« 45 % ».</summary>
    public static string Pourcentage(decimal part, int decimales = 0) =>
        (100 * part).ToString(decimales == 0 ? "#,##0" : "#,##0." + new string('#', decimales), Nombres) + EspaceInsecable + "%";

    /// <summary>« 0 fiche », « 1 fiche », « 1 200 fiches ». In French, one and a half is still singular.</summary>
    public static string Pluriel(long nombre, string singulier, string? pluriel = null) =>
        Nombre(nombre) + EspaceInsecable + (Math.Abs(nombre) < 2 ? singulier : pluriel ?? singulier + "s");

    /// <summary>« aujourd’hui », « hier », « il y a 3 jours », « dans 2 mois »; beyond a year, the date.</summary>
    public static string Relatif(DateOnly date, DateOnly aujourdhui)
    {
        var jours = date.DayNumber - aujourdhui.DayNumber;
        return jours switch
        {
            0 => "aujourd’hui",
            1 => "demain",
            -1 => "hier",
            > 365 or < -365 => $"le {Date(date)}",
            > 0 => "dans " + Duree(jours),
            _ => "il y a " + Duree(-jours),
        };

        static string Duree(int jours) => jours switch
        {
            < 14 => Pluriel(jours, "jour"),
            < 60 => Pluriel(jours / 7, "semaine"),
            _ => Pluriel(jours / 30, "mois", "mois"),
        };
    }

    /// <summary>« à l’instant », « il y a 5 minutes », « il y a 2 heures », then as for days.</summary>
    public static string Relatif(DateTimeOffset instant, DateTimeOffset now)
    {
        var ecoule = now - instant;
        return ecoule switch
        {
            { TotalMinutes: >= 0 and < 1 } => "à l’instant",
            { TotalMinutes: >= 1 and < 60 } => "il y a " + Pluriel((long)ecoule.TotalMinutes, "minute"),
            { TotalHours: >= 1 } when JourDe(instant) == JourDe(now) => "il y a " + Pluriel((long)ecoule.TotalHours, "heure"),
            _ => Relatif(JourDe(instant), JourDe(now)),
        };
    }

    /// <summary>« 3,2 Mo ».</summary>
    public static string Taille(long octets) => octets switch
    {
        < 1024 => Pluriel(octets, "octet"),
        < 1024 * 1024 => Nombre(Math.Round(octets / 1024m)) + EspaceInsecable + "Ko",
        _ => Nombre(Math.Round(octets / (1024m * 1024m), 1)) + EspaceInsecable + "Mo",
    };

    public static DateOnly JourDe(DateTimeOffset instant) => DateOnly.FromDateTime(EnFrance(instant));

    /// <summary>Any simple value in the words of this class.</summary>
    internal static string Valeur(object valeur) => valeur switch
    {
        bool vrai => vrai ? "Oui" : "Non",
        DateOnly date => Date(date),
        DateTimeOffset instant => DateEtHeure(instant),
        TimeOnly heure => Heure(heure),
        decimal nombre => Nombre(nombre),
        int nombre => nombre.ToString(French),
        IFormattable formattable => formattable.ToString(null, French),
        _ => valeur.ToString() ?? "",
    };

    private static string Jour(int jour) => jour == 1 ? "1er" : jour.ToString(French);

    private static DateTime EnFrance(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris).DateTime;
}
