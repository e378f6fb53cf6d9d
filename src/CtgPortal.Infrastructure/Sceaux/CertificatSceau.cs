using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>
/// The configured certificate, read again at each use so that its renewal asks for no restart; a private authority outside Production; in
/// Production without configuration, nothing, and it says so.
/// </summary>
internal sealed class CertificatSceau(IOptionsMonitor<SceauOptions> options, AutoriteDeDeveloppement autorite, IHostEnvironment environnement, TimeProvider clock) : ICertificatSceau
{
    private const string NonConfigure = "Le sceau n’est pas configuré : l’administrateur du portail doit indiquer un certificat (paramètre Sceau:Certificat).";

    private SceauOptions Options => options.CurrentValue;

    private bool DeDeveloppement => Options.Certificat.Length == 0 && !environnement.IsProduction();

    public Task<EtatDuSceau> ConsulterEtatAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var cle = Ouvrir();
            var certificat = Decrire(cle.Certificat);
            return Task.FromResult(HorsDates(cle.Certificat) is { } defaut
                ? new EtatDuSceau(false, defaut, DeDeveloppement, certificat)
                : new EtatDuSceau(true, DeDeveloppement ? $"Le portail scelle avec un certificat de développement, sans valeur : « {certificat.Sujet} »." : $"Le portail scelle avec le certificat « {certificat.Sujet} », délivré par « {certificat.Emetteur} ».", DeDeveloppement, certificat));
        }
        catch (Exception refus) when (refus is CertificatRefuseException or ServiceIndisponibleException)
        {
            return Task.FromResult(new EtatDuSceau(false, refus.Message, DeDeveloppement, null));
        }
    }

    public Task<ICleDeSceau> OuvrirAsync(CancellationToken cancellationToken)
    {
        try
        {
            var cle = Ouvrir();
            if (HorsDates(cle.Certificat) is { } defaut)
            {
                cle.Dispose();
                throw new ServiceIndisponibleException(defaut);
            }

            return Task.FromResult<ICleDeSceau>(cle);
        }
        catch (CertificatRefuseException refus)
        {
            throw new ServiceIndisponibleException(refus.Message, refus);
        }
    }

    private CleLocale Ouvrir() => Options.Certificat.Length > 0 ? FichierPkcs12.Ouvrir(Options)
        : DeDeveloppement ? autorite.OuvrirSceau()
        : throw new ServiceIndisponibleException(NonConfigure);

    private string? HorsDates(X509Certificate2 certificat)
    {
        var now = clock.GetUtcNow();
        return now > certificat.NotAfter ? $"Le certificat du sceau a expiré le {Mots.Jour(new DateTimeOffset(certificat.NotAfter).JourEnFrance())} : l’administrateur du portail doit le renouveler."
            : now < certificat.NotBefore ? $"Le certificat du sceau n’est valable qu’à partir du {Mots.Jour(new DateTimeOffset(certificat.NotBefore).JourEnFrance())}."
            : null;
    }

    private static CertificatDuSceau Decrire(X509Certificate2 certificat) => new(
        certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: false), certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
        new(certificat.NotBefore), new(certificat.NotAfter), certificat.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant());
}
