namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>Object identifiers of RFC 5652, RFC 5035, RFC 3161 and ETSI EN 319 122.</summary>
internal static class OidsCms
{
    public const string Donnees = "1.2.840.113549.1.7.1";
    public const string DonneesSignees = "1.2.840.113549.1.7.2";
    public const string TypeDuContenu = "1.2.840.113549.1.9.3";
    public const string EmpreinteDuContenu = "1.2.840.113549.1.9.4";
    public const string HeureDeSignature = "1.2.840.113549.1.9.5";
    public const string ContreSignature = "1.2.840.113549.1.9.6";
    public const string CertificatSignataire = "1.2.840.113549.1.9.16.2.12";
    public const string Horodatage = "1.2.840.113549.1.9.16.2.14";
    public const string CertificatSignataireV2 = "1.2.840.113549.1.9.16.2.47";
    public const string InfoHorodatage = "1.2.840.113549.1.9.16.1.4";
    public const string UsageHorodatage = "1.3.6.1.5.5.7.3.8";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string EcdsaSha256 = "1.2.840.10045.4.3.2";
}
