using System.Formats.Asn1;
using System.Net.Http.Headers;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>Asks one service over HTTP (RFC 3161 § 3.4) and believes nothing of its answer that it has not checked.</summary>
internal sealed class HorodateurHttp(IOptionsMonitor<HorodatageOptions> options, TimeProvider clock, ILogger<HorodateurHttp> logger) : IDisposable
{
    private const int ReponseMax = 256 * 1024;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = ReponseMax,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <exception cref="ServiceIndisponibleException">The sentence says why.</exception>
    public async Task<Horodatage> HorodaterAsync(Uri adresse, ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken)
    {
        var reglages = options.CurrentValue;
        var nonce = RandomNumberGenerator.GetBytes(16);
        var demande = Rfc3161TimestampRequest.CreateFromHash(
            sha256, HashAlgorithmName.SHA256, reglages.Politique.Length > 0 ? new Oid(reglages.Politique) : null, nonce, requestSignerCertificates: true);
        try
        {
            var reponse = await DemanderAsync(adresse, demande.Encode(), reglages.Delai, cancellationToken);
            return new ReponseHorodatage(reglages, clock.GetUtcNow()).Lire(reponse, sha256.Span, demande.GetNonce()!.Value.Span);
        }
        catch (HorodatageRefuseException cause)
        {
            logger.LogWarning(cause, "The time-stamping service {Host} gave nothing that can be used", adresse.Host);
            throw new ServiceIndisponibleException($"Le service d’horodatage « {adresse.Host} » {cause.Message}", cause);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<byte[]> DemanderAsync(Uri adresse, byte[] demande, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        delai.CancelAfter(patience);
        try
        {
            using var corps = new ByteArrayContent(demande);
            corps.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var reponse = await _client.PostAsync(adresse, corps, delai.Token);
            return reponse.IsSuccessStatusCode
                ? await reponse.Content.ReadAsByteArrayAsync(delai.Token)
                : throw new HorodatageRefuseException($"a répondu par l’erreur HTTP {(int)reponse.StatusCode}.");
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HorodatageRefuseException($"n’a pas répondu en {patience.TotalSeconds:0} secondes.", cause);
        }
        catch (HttpRequestException cause) when (cause.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new HorodatageRefuseException("a rendu une réponse d’une taille déraisonnable.", cause);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            throw new HorodatageRefuseException("est injoignable.", cause);
        }
    }
}

/// <summary>The end of a sentence that begins with the name of the service.</summary>
internal sealed class HorodatageRefuseException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Checks an answer of RFC 3161 § 2.4.2, cause by cause.</summary>
internal sealed class ReponseHorodatage(HorodatageOptions options, DateTimeOffset now)
{
    public Horodatage Lire(byte[] reponse, ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> nonce)
    {
        var octets = Jeton(reponse);
        if (!Rfc3161TimestampToken.TryDecode(octets, out var jeton, out var lus) || lus != octets.Length)
        {
            throw Incomprehensible();
        }

        var info = jeton.TokenInfo;
        if (info.HashAlgorithmId.Value != OidsCms.Sha256 || !info.GetMessageHash().Span.SequenceEqual(sha256))
        {
            throw new HorodatageRefuseException("a daté autre chose que le document demandé.");
        }

        if (info.GetNonce() is not { } recu || new BigInteger(recu.Span, isBigEndian: true) != new BigInteger(nonce, isBigEndian: true))
        {
            throw new HorodatageRefuseException("a rendu la réponse d’une autre demande.");
        }

        if (options.Politique.Length > 0 && info.PolicyId.Value != options.Politique)
        {
            throw new HorodatageRefuseException("n’a pas suivi la politique demandée.");
        }

        if ((info.Timestamp - now).Duration() > options.EcartMax)
        {
            throw new HorodatageRefuseException("ne donne pas la même heure que le portail : l’une des deux horloges est fausse.");
        }

        var certificat = Verifier(jeton, sha256);
        return new(octets, info.Timestamp, certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
    }

    private static HorodatageRefuseException Incomprehensible(Exception? cause = null) => new("a rendu une réponse incompréhensible.", cause);

    private static byte[] Jeton(byte[] reponse)
    {
        try
        {
            var sequence = new AsnReader(reponse, AsnEncodingRules.BER).ReadSequence();
            var etat = (int)sequence.ReadSequence().ReadInteger();
            return etat is 0 or 1 ? sequence.ReadEncodedValue().ToArray() : throw new HorodatageRefuseException($"a refusé de dater le document (réponse {etat}).");
        }
        catch (Exception cause) when (cause is AsnContentException or OverflowException)
        {
            throw Incomprehensible(cause);
        }
    }

    private X509Certificate2 Verifier(Rfc3161TimestampToken jeton, ReadOnlySpan<byte> sha256)
    {
        var cms = jeton.AsSignedCms();
        var certificat = cms.SignerInfos.Count == 1 ? cms.SignerInfos[0].Certificate : null;
        if (certificat is null)
        {
            throw new HorodatageRefuseException("n’a pas joint son certificat au jeton.");
        }

        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException cause)
        {
            throw new HorodatageRefuseException("a rendu un jeton dont la signature est fausse.", cause);
        }

        if (!certificat.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(e => e.Critical && e.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == OidsCms.UsageHorodatage)))
        {
            throw new HorodatageRefuseException("emploie un certificat qui n’est pas fait pour horodater.");
        }

        var le = jeton.TokenInfo.Timestamp;
        if (le > certificat.NotAfter || le < certificat.NotBefore)
        {
            throw new HorodatageRefuseException("emploie un certificat expiré, ou qui n’est pas encore valable.");
        }

        if (!jeton.VerifySignatureForHash(sha256, HashAlgorithmName.SHA256, out _))
        {
            throw new HorodatageRefuseException("a rendu un jeton qui ne désigne pas le certificat qui le signe.");
        }

        return ConfianceEn(certificat, cms.Certificates, le) ? certificat
            : throw new HorodatageRefuseException("emploie un certificat d’une autorité que le portail ne connaît pas (paramètre Horodatage:Autorites).");
    }

    private bool ConfianceEn(X509Certificate2 certificat, X509Certificate2Collection autres, DateTimeOffset le)
    {
        using var chaine = new X509Chain();
        chaine.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chaine.ChainPolicy.DisableCertificateDownloads = true;
        chaine.ChainPolicy.VerificationTime = le.UtcDateTime;
        chaine.ChainPolicy.VerificationTimeIgnored = false;
        chaine.ChainPolicy.ExtraStore.AddRange(autres);
        if (options.Autorites.Length > 0)
        {
            chaine.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chaine.ChainPolicy.CustomTrustStore.AddRange(FichierPkcs12.LirePem(options.Autorites, "Horodatage : Autorites").ToArray());
        }

        return chaine.Build(certificat);
    }
}
