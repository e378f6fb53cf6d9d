using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Signatures.Preuves;

public readonly record struct HorodatageId(Guid Value) : IStronglyTypedId<HorodatageId>
{
    public static HorodatageId From(Guid value) => new(value);

    public static HorodatageId New() => new(Guid.CreateVersion7());
}

public enum EtatHorodatage
{
    /// <summary>The authority has not answered yet; asked again until it does.</summary>
    EnAttente,
    Fait,
}

/// <summary>The head of one chain, as one day's timestamp holds it.</summary>
public sealed record TeteHorodatee(SignatureId SignatureId, int Numero, string Empreinte);

/// <summary>
/// One fingerprint a day for all the chains, timestamped by an authority outside the portal. It covers the heads of the chains that
/// moved since the one before, and that one's own fingerprint: each day thus vouches for all the days before it. Its time is the
/// authority's, never the portal's.
/// </summary>
public sealed class HorodatagePreuve
{
    public const int ErreurLongueurMax = 500;
    public const int AutoriteLongueurMax = 300;

    private readonly List<TeteHorodatee> _tetes = [];

    private HorodatagePreuve()
    {
    }

    public HorodatageId Id { get; private init; }

    /// <summary>From 1, without a gap.</summary>
    public int Numero { get; private init; }

    public DateOnly Jour { get; private init; }

    public DateTimeOffset CalculeLe { get; private init; }

    /// <summary>The fingerprint of the one before; zeros for the first.</summary>
    public string Precedente { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Contenu"/>: what the authority stamps.</summary>
    public string Racine { get; private init; } = "";

    public IReadOnlyList<TeteHorodatee> Tetes => [.. _tetes.OrderBy(t => t.Empreinte, StringComparer.Ordinal)];

    /// <summary>The answer of the authority, as it came (RFC 3161).</summary>
    public byte[]? Jeton { get; private set; }

    /// <summary>As the authority says.</summary>
    public DateTimeOffset? HorodateLe { get; private set; }

    public string? Autorite { get; private set; }

    public int Tentatives { get; private set; }

    public DateTimeOffset? DernierEssaiLe { get; private set; }

    /// <summary>Why the last try failed, in a sentence.</summary>
    public string? DerniereErreur { get; private set; }

    public EtatHorodatage Etat => Jeton is null ? EtatHorodatage.EnAttente : EtatHorodatage.Fait;

    /// <exception cref="ArgumentException">No head.</exception>
    public static HorodatagePreuve Calculer(HorodatagePreuve? precedent, IReadOnlyCollection<TeteHorodatee> tetes, DateTimeOffset now)
    {
        if (tetes.Count == 0)
        {
            throw new ArgumentException("A day without a new head has nothing to stamp.", nameof(tetes));
        }

        var avant = precedent?.Racine ?? EvenementPreuve.Origine;
        var horodatage = new HorodatagePreuve
        {
            Id = HorodatageId.New(),
            Numero = (precedent?.Numero ?? 0) + 1,
            Jour = now.JourEnFrance(),
            CalculeLe = now,
            Precedente = avant,
            Racine = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Liste(avant, tetes)))),
        };
        horodatage._tetes.AddRange(tetes);
        return horodatage;
    }

    /// <summary>The text whose SHA-256 is stamped: one fingerprint a line, the one before first, then the heads in order.</summary>
    public string Contenu() => Liste(Precedente, _tetes);

    public void Recevoir(byte[] jeton, DateTimeOffset horodateLe, string autorite, DateTimeOffset now)
    {
        if (Jeton is not null)
        {
            throw new InvalidOperationException("This fingerprint is stamped already.");
        }

        (Jeton, HorodateLe, Autorite) = (jeton, horodateLe, Couper(autorite, AutoriteLongueurMax));
        (Tentatives, DernierEssaiLe, DerniereErreur) = (Tentatives + 1, now, null);
    }

    public void NoterEchec(string raison, DateTimeOffset now) =>
        (Tentatives, DernierEssaiLe, DerniereErreur) = (Tentatives + 1, now, Couper(raison, ErreurLongueurMax));

    private static string Liste(string precedente, IEnumerable<TeteHorodatee> tetes) =>
        string.Concat(tetes.Select(t => t.Empreinte).Order(StringComparer.Ordinal).Prepend(precedente).Select(e => e + "\n"));

    private static string Couper(string mots, int longueurMax) => mots.Length <= longueurMax ? mots : mots[..longueurMax];
}
