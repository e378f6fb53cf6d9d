using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Sceaux;

internal interface IRevocations
{
    /// <returns>The lists of revoked certificates that the authorities of this chain publish; empty when none could be had.</returns>
    Task<IReadOnlyList<byte[]>> ListesAsync(IReadOnlyList<X509Certificate2> chaine, CancellationToken cancellationToken);
}

/// <summary>
/// Fetches the lists (CRL) that the certificates themselves name. What cannot be had is left out and told in the log: the seal stands
/// without it, at the level B-T.
/// </summary>
internal sealed class Revocations(AutoriteDeDeveloppement autorite, IOptionsMonitor<SceauOptions> options, ILogger<Revocations> logger) : IRevocations, IDisposable
{
    private const int ListeMax = 10 * 1024 * 1024;
    private const string PointsDeDistribution = "2.5.29.31";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        MaxResponseContentBufferSize = ListeMax,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<IReadOnlyList<byte[]>> ListesAsync(IReadOnlyList<X509Certificate2> chaine, CancellationToken cancellationToken)
    {
        if (chaine.Any(c => c.GetNameInfo(X509NameType.SimpleName, forIssuer: true) == AutoriteDeDeveloppement.Nom))
        {
            return [autorite.LireListe()];
        }

        List<byte[]> listes = [];
        foreach (var adresse in chaine.SelectMany(Adresses).Distinct())
        {
            if (await LireAsync(adresse, cancellationToken) is { } liste)
            {
                listes.Add(liste);
            }
        }

        return listes;
    }

    public void Dispose() => _client.Dispose();

    private async Task<byte[]?> LireAsync(Uri adresse, CancellationToken cancellationToken)
    {
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        delai.CancelAfter(options.CurrentValue.DelaiRevocation);
        try
        {
            var liste = await _client.GetByteArrayAsync(adresse, delai.Token);
            CertificateRevocationListBuilder.Load(liste, out _);
            return liste;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception cause) when (cause is HttpRequestException or OperationCanceledException or IOException or System.Security.Cryptography.CryptographicException)
        {
            logger.LogWarning(cause, "The list of revoked certificates of {Host} could not be had: the seal goes without it", adresse.Host);
            return null;
        }
    }

    /// <summary>HTTP addresses of the CRL distribution points (RFC 5280 § 4.2.1.13).</summary>
    private static IEnumerable<Uri> Adresses(X509Certificate2 certificat)
    {
        if (certificat.Extensions.FirstOrDefault(e => e.Oid?.Value == PointsDeDistribution) is not { } extension)
        {
            return [];
        }

        List<Uri> adresses = [];
        var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        while (points.HasData)
        {
            var point = points.ReadSequence();
            var nom = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
            if (!point.HasData || point.PeekTag() != nom)
            {
                continue;
            }

            var complet = point.ReadSequence(nom);
            if (complet.PeekTag() != nom)
            {
                continue;
            }

            var noms = complet.ReadSequence(nom);
            while (noms.HasData)
            {
                var uri = new Asn1Tag(TagClass.ContextSpecific, 6);
                if (noms.PeekTag() == uri && Uri.TryCreate(noms.ReadCharacterString(UniversalTagNumber.IA5String, uri), UriKind.Absolute, out var adresse) && adresse.Scheme is "http" or "https")
                {
                    adresses.Add(adresse);
                }
                else
                {
                    noms.ReadEncodedValue();
                }
            }
        }

        return adresses;
    }
}
