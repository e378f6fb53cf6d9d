using CtgPortal.Application.Common;

namespace CtgPortal.Application.Signatures.Sceaux;

/// <summary>A time-stamping authority (RFC 3161). The time is always the authority's: it is never replaced by a local clock.</summary>
public interface IHorodateur
{
    /// <param name="sha256">Digest of what is dated.</param>
    /// <exception cref="ServiceIndisponibleException">Not configured, slow, down, or its answer is not one that can be believed: the sentence says which.</exception>
    Task<Horodatage> HorodaterAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken);
}

/// <param name="Jeton">The token, a DER-encoded CMS with the certificates of the authority.</param>
/// <param name="Autorite">Name in the certificate that signed the token.</param>
public sealed record Horodatage(byte[] Jeton, DateTimeOffset Le, string Autorite);
