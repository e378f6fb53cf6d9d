using System.Text;
using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Imports;

/// <summary>What a file is, by its first bytes: its name says nothing sure.</summary>
public static class ContenuFichier
{
    public const int ColonnesMax = 500;

    private const string Conseil = "Importez un fichier CSV, ou un classeur Excel au format .xlsx.";

    // what an old workbook and one under a password begin with, and the name of the part that only the second has
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Protege = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly (byte[] Debut, string Refus)[] Refuses =
    [
        ("%PDF"u8.ToArray(), $"Ce fichier est un PDF, quel que soit son nom. {Conseil}"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Ce fichier vient d’une ancienne version d’Excel (.xls). Ouvrez-le, puis enregistrez-le au format .xlsx."),
        ([0x1F, 0x8B], $"Ce fichier est compressé. Décompressez-le d’abord. {Conseil}"),
        ([0xFF, 0xD8, 0xFF], $"Ce fichier est une image. {Conseil}"),
        ([0x89, 0x50, 0x4E, 0x47], $"Ce fichier est une image. {Conseil}"),
    ];

    /// <exception cref="BusinessRuleException">Neither text nor a workbook, with what it is when that can be told.</exception>
    public static FormatFichier Reconnaitre(ReadOnlySpan<byte> debut)
    {
        if (debut.IsEmpty)
        {
            throw new BusinessRuleException("fichier-vide", "Ce fichier est vide.");
        }

        if (debut.StartsWith(Ole) && debut.IndexOf(Protege) >= 0)
        {
            throw new BusinessRuleException("fichier-protege", "Ce classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le, puis envoyez-le de nouveau.");
        }

        if (debut.StartsWith("PK\u0003\u0004"u8) && debut[..Math.Min(debut.Length, 200)].IndexOf("application/vnd.oasis.opendocument"u8) >= 0)
        {
            throw new BusinessRuleException("fichier-refuse", $"Ce fichier est au format OpenDocument (.ods). Enregistrez-le au format Excel (.xlsx) ou CSV. {Conseil}");
        }

        foreach (var (signature, refus) in Refuses)
        {
            if (debut.StartsWith(signature))
            {
                throw new BusinessRuleException("fichier-refuse", refus);
            }
        }

        if (debut.StartsWith("PK\u0003\u0004"u8))
        {
            return FormatFichier.Xlsx;
        }

        var texte = Encoding.Latin1.GetString(debut[..Math.Min(debut.Length, 512)]).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        if (texte.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || texte.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || texte.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            throw new BusinessRuleException("fichier-refuse", $"Ce fichier est une page web, pas un tableau : le téléchargement a sans doute échoué. {Conseil}");
        }

        if (texte.StartsWith('{') || texte.StartsWith("[{", StringComparison.Ordinal))
        {
            throw new BusinessRuleException("fichier-refuse", $"Ce fichier est au format JSON. {Conseil}");
        }

        if (!EstUtf16(debut) && debut.Contains((byte)0))
        {
            throw new BusinessRuleException("fichier-refuse", $"Ce fichier n’est pas un tableau lisible. {Conseil}");
        }

        return FormatFichier.Csv;
    }

    /// <summary>With its mark, or by the zero that every other byte of European text is.</summary>
    public static bool EstUtf16(ReadOnlySpan<byte> debut)
    {
        if (debut.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || debut.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        var vus = Math.Min(debut.Length, 1024);
        var (pairs, impairs) = (0, 0);
        for (var i = 0; i < vus; i++)
        {
            if (debut[i] == 0)
            {
                _ = i % 2 == 0 ? pairs++ : impairs++;
            }
        }

        return vus >= 4 && (pairs > vus * 0.4 || impairs > vus * 0.4);
    }

    public static BusinessRuleException ClasseurIllisible() =>
        new("classeur-illisible", "Ce fichier n’est pas un classeur Excel lisible. Si c’est une archive, décompressez-la et importez le tableau qu’elle contient.");

    public static BusinessRuleException ClasseurTropGros() =>
        new("classeur-trop-gros", "Ce classeur est trop grand une fois ouvert. Enregistrez la feuille utile au format CSV, puis importez ce CSV.");

    public static BusinessRuleException SeparateurIntrouvable() =>
        new("separateur-introuvable", "Ce fichier ne se découpe pas en colonnes : aucun point-virgule, virgule, tabulation ou barre verticale ne revient à chaque ligne.");

    public static BusinessRuleException GuillemetOuvert(long ligne) =>
        new("guillemet-ouvert", $"À la ligne {ligne}, un guillemet est ouvert et jamais fermé : la suite du fichier ne peut pas être lue. Corrigez cette ligne puis importez de nouveau.");

    public static BusinessRuleException TropDeColonnes() =>
        new("trop-de-colonnes", $"Ce fichier a plus de {ColonnesMax} colonnes. Gardez celles qui vous servent.");
}
