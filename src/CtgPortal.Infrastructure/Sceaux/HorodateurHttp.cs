using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
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
