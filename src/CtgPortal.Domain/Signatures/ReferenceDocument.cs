using System.Security.Cryptography;

namespace CtgPortal.Domain.Signatures;

/// <summary>
/// The reference printed on each page of a frozen text, by which anybody asks whether what they hold is the real one: twelve signs,
/// sixty bits drawn at random, so that nobody finds another one by trying. No I, L, O nor U; what is typed in their place is understood.
/// </summary>
public static class ReferenceDocument
{
    public const int Longueur = 12;

    private const string Signes = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Nouvelle() => RandomNumberGenerator.GetString(Signes, Longueur);

    /// <summary>As printed: <c>K7M3-QX9P-4TWD</c>.</summary>
    public static string Presenter(string reference) => string.Join('-', reference.Chunk(4).Select(c => new string(c)));

    /// <summary>From what people type or scan; null when it cannot be a reference.</summary>
    public static string? Lire(string? saisie)
    {
        if (saisie is null || saisie.Length > 60)
        {
            return null;
        }

        var signes = string.Concat(saisie.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '‑' or '.')).Select(c => c switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => c,
        }));
        return signes.Length == Longueur && signes.All(c => Signes.Contains(c, StringComparison.Ordinal)) ? signes : null;
    }
}
