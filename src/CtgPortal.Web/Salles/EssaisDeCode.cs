using System.Net;
using System.Net.Sockets;

namespace CtgPortal.Web.Salles;

/// <summary>
/// Room codes guessed at random. Only wrong codes count: a whole room shares one address and comes in at once. When many addresses
/// guess together, one wrong code is enough to wait; an address that made no mistake is never kept out.
/// </summary>
public sealed class EssaisDeCode(TimeProvider clock, IConfiguration configuration)
{
    private readonly CompteurParMinute _faux = new(clock);
    private readonly int _parAdresse = configuration.GetValue("Limites:CodesFauxParMinute", 10);
    private readonly int _enTout = configuration.GetValue("Limites:CodesFauxEnTout", 200);

    public bool DoitAttendre(IPAddress? adresse)
    {
        var (siens, tous) = _faux.Lire(Cle(adresse));
        return siens >= _parAdresse || (tous >= _enTout && siens > 0);
    }

    public void NoterFaux(IPAddress? adresse) => _faux.Ajouter(Cle(adresse));

    /// <summary>Who has one IPv6 address has 64 bits of them.</summary>
    private static string Cle(IPAddress? adresse)
    {
        if (adresse is null)
        {
            return "";
        }

        var simple = adresse.IsIPv4MappedToIPv6 ? adresse.MapToIPv4() : adresse;
        return simple.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(simple.GetAddressBytes().AsSpan(0, 8)) : simple.ToString();
    }
}
