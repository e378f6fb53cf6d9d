using System.Globalization;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Figures and their comparison in plain words: the same on pages, in exports and in documents.</summary>
public static class MotsChiffres
{
    private const char Insecable = Nombres.EspaceInsecable;

    /// <summary>« 48,5 % », or the word that stands for a figure.</summary>
    public static string De(EtatValeur etat, decimal? valeur, string? unite) => etat switch
    {
        EtatValeur.Secret => "secret",
        EtatValeur.NonDisponible => "non disponible",
        _ => Nombres.Mesure(valeur!.Value, unite),
    };

    public static string De(LigneValeur ligne, string? unite) => De(ligne.Etat, ligne.Valeur, unite);

    /// <summary>« arrondi à 5 »; null when the source does not round.</summary>
    public static string? Arrondi(decimal? arrondi) => arrondi is { } pas ? $"arrondi à{Insecable}{Nombres.Nombre(pas)}" : null;

    /// <summary>« Caf, Licence ouverte 2.0 ».</summary>
    public static string Source(LigneValeur ligne) => ligne.Licence is null ? ligne.Source : $"{ligne.Source} ({ligne.Licence})";

    /// <summary>« 12 points au-dessus du département »; null where there is nothing to compare.</summary>
    public static string? Comparer(NatureIndicateur nature, decimal valeur, decimal autre, TypeTerritoire type)
    {
        var (avec, de) = type switch
        {
            TypeTerritoire.Departement => ("le département", "du département"),
            TypeTerritoire.Region => ("la région", "de la région"),
            TypeTerritoire.France => ("la France", "de la France"),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
        if (nature == NatureIndicateur.Part)
        {
            var points = Math.Round(valeur - autre, 1);
            return Math.Abs(points) < 0.5m ? $"comme {avec}" : $"{Points(Math.Abs(points))} {(points > 0 ? "au-dessus" : "au-dessous")} {de}";
        }

        if (autre <= 0)
        {
            return null;
        }

        if (nature == NatureIndicateur.Effectif)
        {
            var part = 100 * valeur / autre;
            return part is < 0.1m or > 100 ? null : $"{Nombres.Mesure(Math.Round(part, part < 10 ? 1 : 0), "%")} {de}";
        }

        var ecart = Math.Round(100 * (valeur - autre) / autre);
        return Math.Abs(ecart) < 2 ? $"proche {de}" : $"{Nombres.Mesure(Math.Abs(ecart), "%")} de {(ecart > 0 ? "plus" : "moins")} que {avec}";
    }

    /// <summary>« +3,5 points depuis 2018 », « −12 % depuis 2018 », « stable depuis 2018 ».</summary>
    public static string? Evoluer(NatureIndicateur nature, decimal avant, decimal apres, int depuis)
    {
        decimal ecart;
        string mesure;
        if (nature == NatureIndicateur.Part)
        {
            ecart = Math.Round(apres - avant, 1);
            mesure = Points(ecart);
        }
        else if (avant > 0)
        {
            ecart = Math.Round(100 * (apres - avant) / avant);
            mesure = Nombres.Mesure(ecart, "%");
        }
        else
        {
            return null;
        }

        var annee = depuis.ToString(CultureInfo.InvariantCulture);
        return ecart == 0 ? $"stable depuis {annee}" : $"{(ecart > 0 ? "+" : "")}{mesure} depuis {annee}";
    }

    private static string Points(decimal points) => Nombres.Mesure(points, Math.Abs(points) < 2 ? "point" : "points");
}
