using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Application.Salles;

/// <summary>The secret that a browser keeps to be the same participant again; the portal keeps its fingerprint.</summary>
public static class JetonSalle
{
    private const int Octets = 32;

    public static string Nouveau() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Octets));

    /// <summary>Bound to the workshop: one browser in two rooms cannot be told to be one person.</summary>
    public static string Empreinte(AtelierId atelier, string jeton) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{atelier.Value}/{jeton}")));
}
