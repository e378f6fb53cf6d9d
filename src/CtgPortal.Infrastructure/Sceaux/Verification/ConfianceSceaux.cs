using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Sceaux.Verification;

/// <summary>Whose signatures are believed: the certificates that seal or sealed, and the authorities that the administrator names.</summary>
internal sealed class ConfianceSceaux(
    IOptionsMonitor<SceauOptions> sceau, IOptionsMonitor<HorodatageOptions> horodatage, AutoriteDeDeveloppement developpement, IHostEnvironment environnement)
{
    public Ancres Lire()
    {
        var options = sceau.CurrentValue;
        var prive = options.Certificat.Length == 0 && !environnement.IsProduction();
        List<X509Certificate2> autorites =
        [
            .. FichierPkcs12.LirePem(options.Autorites, "Sceau : Autorites"), .. FichierPkcs12.LirePem(horodatage.CurrentValue.Autorites, "Horodatage : Autorites"),
            .. prive ? [developpement.LireRacine()] : (X509Certificate2[])[],
        ];
        List<string> sceaux = [.. FichierPkcs12.LirePem(options.AnciensCertificats, "Sceau : AnciensCertificats").Select(Empreinte)];
        if (prive || options.Certificat.Length > 0)
        {
            using var cle = prive ? developpement.OuvrirSceau() : FichierPkcs12.Ouvrir(options);
            sceaux.Add(Empreinte(cle.Certificat));
            autorites.AddRange(cle.Chaine.Where(c => !prive).Select(c => X509CertificateLoader.LoadCertificate(c.RawData)));
        }

        return new(autorites, [.. sceaux]);
    }

    private static string Empreinte(X509Certificate2 certificat) => certificat.GetCertHashString(HashAlgorithmName.SHA256);

    internal sealed record Ancres(IReadOnlyList<X509Certificate2> Autorites, HashSet<string> Sceaux)
    {
        /// <param name="autres">The other certificates that came with it.</param>
        public ChaineSignature Juger(X509Certificate2 certificat, IReadOnlyList<X509Certificate2> autres, DateTimeOffset? le)
        {
            var duPortail = Sceaux.Contains(Empreinte(certificat));
            if (duPortail)
            {
                return autres.All(a => a.RawData.AsSpan().SequenceEqual(certificat.RawData) || EstSurLeChemin(certificat, a, autres)) ? ChaineSignature.DuPortail : ChaineSignature.Invalide;
            }

            using var chaine = new X509Chain();
            Regler(chaine.ChainPolicy, le);
            chaine.ChainPolicy.CustomTrustStore.AddRange(Autorites.ToArray());
            chaine.ChainPolicy.ExtraStore.AddRange(autres.ToArray());
            return chaine.Build(certificat) ? ChaineSignature.DeConfiance
                : chaine.ChainStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotSignatureValid)) ? ChaineSignature.Invalide
                : ChaineSignature.Inconnue;
        }

        /// <summary>The other certificate signed this one, or one that signed it.</summary>
        private static bool EstSurLeChemin(X509Certificate2 certificat, X509Certificate2 autre, IReadOnlyList<X509Certificate2> autres)
        {
            using var chaine = new X509Chain();
            Regler(chaine.ChainPolicy, null);
            chaine.ChainPolicy.VerificationFlags |= X509VerificationFlags.AllowUnknownCertificateAuthority;
            chaine.ChainPolicy.ExtraStore.AddRange(autres.ToArray());
            return chaine.Build(certificat) && chaine.ChainElements.Any(e => e.Certificate.RawData.AsSpan().SequenceEqual(autre.RawData));
        }

        /// <summary>Dates are said apart; nothing is fetched for what a stranger sends.</summary>
        private static void Regler(X509ChainPolicy reglage, DateTimeOffset? le)
        {
            reglage.TrustMode = X509ChainTrustMode.CustomRootTrust;
            reglage.RevocationMode = X509RevocationMode.NoCheck;
            reglage.DisableCertificateDownloads = true;
            reglage.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid | X509VerificationFlags.IgnoreWrongUsage;
            if (le is { } instant)
            {
                reglage.VerificationTime = instant.UtcDateTime;
            }
        }
    }
}
