using CtgPortal.Application.Acces;
using CtgPortal.Application.Signatures.Preuves;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Preuves;

public static class PreuvesServices
{
    /// <summary>The chains of proof, and what is written there outside the aggregates.</summary>
    public static IServiceCollection AddPreuves(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IContexteAppel, AppelHttp>();
        services.AddScoped<IPreuves, RegistrePreuves>();
        return services;
    }
}
