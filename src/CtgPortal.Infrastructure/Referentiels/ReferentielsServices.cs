using CtgPortal.Application.Territoires;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Referentiels;

internal static class ReferentielsServices
{
    public static IServiceCollection AddReferentiels(this IServiceCollection services) => services
        .AddScoped<IReferentiel, Referentiel>()
        .AddScoped<ChargementReferentiel>();
}
