namespace CtgPortal.Application.Documents;

/// <summary>Bytes to download.</summary>
/// <param name="Empreinte">SHA-256, 64 lower-case hexadecimal digits; a strong entity tag too.</param>
public sealed record Fichier(string Nom, string TypeMime, byte[] Contenu, string Empreinte);

/// <summary>Recognises a file by its first bytes; what the browser announces is not believed.</summary>
public static class TypeFichier
{
    private static readonly (string TypeMime, string Extension, byte[] Debut)[] Connus =
    [
        ("application/pdf", ".pdf", "%PDF-"u8.ToArray()),
        ("image/png", ".png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", ".jpg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>Null when the bytes are neither a PDF, a PNG nor a JPEG.</summary>
    public static string? Reconnaitre(ReadOnlySpan<byte> contenu)
    {
        foreach (var (typeMime, _, debut) in Connus)
        {
            if (contenu.StartsWith(debut))
            {
                return typeMime;
            }
        }

        return null;
    }

    /// <summary>With the dot.</summary>
    public static string Extension(string typeMime) => Connus.Single(c => c.TypeMime == typeMime).Extension;
}
