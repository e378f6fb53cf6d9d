using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>The configured services, one after the other; the private authority outside Production; nothing in Production without configuration.</summary>
internal sealed class Horodateurs(
    IOptionsMonitor<HorodatageOptions> options, HorodateurHttp http, HorodateurDeDeveloppement developpement, IHostEnvironment environnement) : IHorodateur
{
    public async Task<Horodatage> HorodaterAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken)
    {
        var adresses = options.CurrentValue.Adresses;
        if (adresses.Length == 0)
        {
            return environnement.IsProduction()
                ? throw new ServiceIndisponibleException("L’horodatage n’est pas configuré : l’administrateur du portail doit indiquer un service (paramètre Horodatage:Adresses).")
                : developpement.Horodater(sha256.Span);
        }

        List<ServiceIndisponibleException> refus = [];
        foreach (var adresse in adresses)
        {
            try
            {
                return await http.HorodaterAsync(new Uri(adresse), sha256, cancellationToken);
            }
            catch (ServiceIndisponibleException cause)
            {
                refus.Add(cause);
            }
        }

        throw refus.Count == 1 ? refus[0] : new ServiceIndisponibleException(string.Join(" ", refus.Select(r => r.Message)), new AggregateException(refus));
    }
}
