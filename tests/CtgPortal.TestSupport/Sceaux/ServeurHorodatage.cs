using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Infrastructure.Sceaux;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtgPortal.TestSupport.Sceaux;

public enum HumeurHorodateur
{
    Honnete,
    Lent,
    Erreur,
    Charabia,
    Refus,
    AutreEmpreinte,
    AutreDemande,
    CertificatExpire,
    UsageFaux,
    AutoriteInconnue,
    HeureFausse,
    SignatureFausse,
    ReponseEnorme,
}

/// <summary>A time-stamping authority on the loopback, answered by <c>openssl ts -reply</c>, that can be told to be slow, to fail or to lie.</summary>
public sealed class ServeurHorodatage : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _dossier;
    private readonly X509Certificate2 _racine;
    private readonly X509Certificate2 _certificat;

    private ServeurHorodatage(WebApplication app, string dossier, X509Certificate2 racine, X509Certificate2 certificat) =>
        (_app, _dossier, _racine, _certificat) = (app, dossier, racine, certificat);

    public HumeurHorodateur Humeur { get; set; }

    public int Demandes { get; private set; }

    public Uri Adresse => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>PEM file of the authority to trust.</summary>
    public string Autorites => Path.Combine(_dossier, "ac.pem");

    public static async Task<ServeurHorodatage> DemarrerAsync(CancellationToken cancellationToken)
    {
        var dossier = Directory.CreateTempSubdirectory("ctgportal-horodatage-").FullName;
        var racine = CertificatsDeTest.Racine("Racine d’horodatage de test");
        var certificat = CertificatsDeTest.Feuille(racine, "Horodatage de test", usageEtendu: CertificatsDeTest.UsageHorodatage);
        await File.WriteAllTextAsync(Path.Combine(dossier, "ac.pem"), racine.ExportCertificatePem() + "\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(dossier, "serie"), "01\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(dossier, "tsa.cnf"), $"""
            [tsa]
            default_tsa = ici
            [ici]
            serial = {dossier}/serie
            crypto_device = builtin
            default_policy = 1.2.3.4.1
            digests = sha256
            signer_digest = sha256
            accuracy = secs:1
            ordering = no
            tsa_name = no
            ess_cert_id_chain = no
            ess_cert_id_alg = sha256
            """, cancellationToken);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var serveur = new ServeurHorodatage(builder.Build(), dossier, racine, certificat);
        serveur._app.MapPost("/", serveur.RepondreAsync);
        await serveur._app.StartAsync(cancellationToken);
        return serveur;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
        _racine.Dispose();
        _certificat.Dispose();
    }

    private async Task<IResult> RepondreAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        Demandes++;
        using var corps = new MemoryStream();
        await http.Body.CopyToAsync(corps, cancellationToken);
        if (http.ContentType != "application/timestamp-query" || !Rfc3161TimestampRequest.TryDecode(corps.ToArray(), out var demande, out _))
        {
            return Results.BadRequest();
        }

        var empreinte = demande.GetMessageHash().ToArray();
        var nonce = demande.GetNonce()!.Value;
        switch (Humeur)
        {
            case HumeurHorodateur.Erreur: return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            case HumeurHorodateur.Charabia: return Reponse("<html>Bonjour</html>"u8.ToArray());
            case HumeurHorodateur.ReponseEnorme: return Reponse(new byte[1024 * 1024]);
            case HumeurHorodateur.Refus: return Reponse([0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02]);
            case HumeurHorodateur.Lent:
                // until the caller has had enough
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return Results.BadRequest();
            case HumeurHorodateur.CertificatExpire:
                return Jeton(_racine, empreinte, nonce, DateTimeOffset.Parse("2025-03-01T00:00:00Z", CultureInfo.InvariantCulture), CertificatsDeTest.UsageHorodatage);
            case HumeurHorodateur.UsageFaux:
                return Jeton(_racine, empreinte, nonce, null, null);
            case HumeurHorodateur.AutoriteInconnue:
                return Jeton(CertificatsDeTest.Racine("Racine d’un inconnu"), empreinte, nonce, null, CertificatsDeTest.UsageHorodatage);
            case HumeurHorodateur.HeureFausse:
                return Jeton(_racine, empreinte, nonce, null, CertificatsDeTest.UsageHorodatage, TimeSpan.FromDays(40));
            case HumeurHorodateur.AutreEmpreinte:
                demande = Rfc3161TimestampRequest.CreateFromHash(SHA256.HashData(empreinte), HashAlgorithmName.SHA256, null, nonce, requestSignerCertificates: true);
                break;
            case HumeurHorodateur.AutreDemande:
                demande = Rfc3161TimestampRequest.CreateFromHash(empreinte, HashAlgorithmName.SHA256, null, RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
                break;
        }

        var reponse = await OpenSslAsync(demande.Encode(), cancellationToken);
        if (Humeur == HumeurHorodateur.SignatureFausse)
        {
            reponse[^1] ^= 1;
        }

        return Reponse(reponse);
    }

    private async Task<byte[]> OpenSslAsync(byte[] demande, CancellationToken cancellationToken)
    {
        var (question, reponse, pem) = (Path.Combine(_dossier, "q.tsq"), Path.Combine(_dossier, "r.tsr"), Path.Combine(_dossier, "tsa.pem"));
        await File.WriteAllBytesAsync(question, demande, cancellationToken);
        await File.WriteAllTextAsync(pem, _certificat.ExportCertificatePem() + "\n" + _certificat.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n", cancellationToken);
        var resultat = await OutilExterne.OpenSsl.LancerAsync(
            ["ts", "-reply", "-config", Path.Combine(_dossier, "tsa.cnf"), "-queryfile", question, "-signer", pem, "-inkey", pem, "-out", reponse], cancellationToken);
        return resultat.Code == 0 ? await File.ReadAllBytesAsync(reponse, cancellationToken) : throw new InvalidOperationException(resultat.Erreurs);
    }

    /// <summary>A token that openssl would refuse to make.</summary>
    private static IResult Jeton(X509Certificate2 racine, byte[] empreinte, ReadOnlyMemory<byte> nonce, DateTimeOffset? fin, string? usage, TimeSpan? retard = null)
    {
        using var certificat = CertificatsDeTest.Feuille(racine, "Horodatage menteur", fin: fin, usageEtendu: usage);
        var jeton = JetonHorodatage.Ecrire(empreinte, TimeProvider.System.GetUtcNow() - (retard ?? TimeSpan.Zero), nonce, new CleLocale(certificat, []));
        var reponse = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (reponse.PushSequence())
        {
            using (reponse.PushSequence())
            {
                reponse.WriteInteger(0);
            }

            reponse.WriteEncodedValue(jeton);
        }

        return Reponse(reponse.Encode());
    }

    private static IResult Reponse(byte[] octets) => Results.Bytes(octets, "application/timestamp-reply");
}
