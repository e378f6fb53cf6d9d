namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>Section « Sceau » of the configuration.</summary>
public sealed class SceauOptions
{
    public const string Section = "Sceau";

    /// <summary>PKCS#12 file (.p12, .pfx) with the certificate that seals, its private key and its chain. Empty: a private authority outside Production, no seal in Production.</summary>
    public string Certificat { get; set; } = "";

    public string MotDePasse { get; set; } = "";

    /// <summary>PEM file of authorities: those missing from the PKCS#12 file, and those whose signatures are believed when a file is checked.</summary>
    public string Autorites { get; set; } = "";

    /// <summary>PEM file of the certificates that sealed before the one of today.</summary>
    public string AnciensCertificats { get; set; } = "";

    /// <summary>Time given to each list of revoked certificates; without it the seal is made all the same.</summary>
    public TimeSpan DelaiRevocation { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Section « Horodatage » of the configuration.</summary>
public sealed class HorodatageOptions
{
    public const string Section = "Horodatage";

    /// <summary>Addresses of RFC 3161 services, tried in this order. Empty: a private authority outside Production, no seal in Production.</summary>
    public string[] Adresses { get; set; } = [];

    /// <summary>PEM file of the authorities that the service's certificate must come from. Empty: those of the system.</summary>
    public string Autorites { get; set; } = "";

    /// <summary>Object identifier of the policy asked for; empty for the service's own.</summary>
    public string Politique { get; set; } = "";

    /// <summary>Time given to each address.</summary>
    public TimeSpan Delai { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A token further than this from the portal's clock is refused: one of the two is wrong.</summary>
    public TimeSpan EcartMax { get; set; } = TimeSpan.FromMinutes(15);
}
