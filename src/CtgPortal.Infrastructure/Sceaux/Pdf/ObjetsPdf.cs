using System.Globalization;
using System.Text;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

// The objects of ISO 32000-1 § 7.3. Null, booleans, integers (long), reals (decimal) and arrays (List<object?>) are those of the language.

/// <summary>What cannot be read, or goes beyond the limits. The message is a French sentence.</summary>
internal sealed class PdfIllisibleException(string message, Exception? cause = null) : Exception(message, cause);

internal readonly record struct ReferencePdf(int Numero, int Generation);

/// <param name="Valeur">One character per byte.</param>
internal sealed record NomPdf(string Valeur);

/// <param name="Debut">Of its first delimiter in the file; meaningless in an object stream.</param>
/// <param name="Fin">After its last delimiter.</param>
internal sealed record ChainePdf(byte[] Octets, bool EstHexadecimale = false, long Debut = 0, long Fin = 0)
{
    /// <summary>A text string: Latin letters as they are, else UTF-16 with its mark.</summary>
    public static ChainePdf DeTexte(string texte) =>
        new(texte.All(c => c is >= ' ' and <= '~') ? Encoding.ASCII.GetBytes(texte) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(texte)]);

    public static ChainePdf DeDate(DateTimeOffset le) =>
        new(Encoding.ASCII.GetBytes(le.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture)));

    public string EnTexte() => Octets switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(Octets.AsSpan(2)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(Octets.AsSpan(2)),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(Octets.AsSpan(3)),
        _ => Encoding.Latin1.GetString(Octets),
    };
}

/// <summary>A dictionary that keeps the order in which its keys were written.</summary>
internal sealed class DicoPdf
{
    private readonly List<KeyValuePair<string, object?>> _entrees = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public DicoPdf(params ReadOnlySpan<(string Cle, object? Valeur)> entrees)
    {
        foreach (var (cle, valeur) in entrees)
        {
            this[cle] = valeur;
        }
    }

    public IReadOnlyList<KeyValuePair<string, object?>> Entrees => _entrees;

    public object? this[string cle]
    {
        get => _places.TryGetValue(cle, out var place) ? _entrees[place].Value : null;
        set
        {
            if (_places.TryGetValue(cle, out var place))
            {
                _entrees[place] = new(cle, value);
            }
            else
            {
                _places[cle] = _entrees.Count;
                _entrees.Add(new(cle, value));
            }
        }
    }

    public bool Contient(string cle) => _places.ContainsKey(cle);

    public string? Nom(string cle) => (this[cle] as NomPdf)?.Valeur;

    public bool EstDeType(string type) => Nom("Type") == type;

    /// <summary>The same entries in another dictionary, to be changed without touching what was read.</summary>
    public DicoPdf Copier()
    {
        var copie = new DicoPdf();
        foreach (var (cle, valeur) in _entrees)
        {
            copie[cle] = valeur;
        }

        return copie;
    }

    public DicoPdf Avec(string cle, object? valeur)
    {
        var copie = Copier();
        copie[cle] = valeur;
        return copie;
    }
}

/// <param name="Brut">As stored, still compressed.</param>
internal sealed record FluxPdf(DicoPdf Dico, ReadOnlyMemory<byte> Brut);

/// <summary>Written as it stands: a place to be filled later, whose length must not move.</summary>
internal sealed record BrutPdf(string Texte);
