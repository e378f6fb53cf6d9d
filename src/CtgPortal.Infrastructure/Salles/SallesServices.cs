using CtgPortal.Application.Salles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CtgPortal.Infrastructure.Salles;

internal static class SallesServices
{
    public static void AddSalles(this IServiceCollection services)
    {
        services.AddScoped<LectureSalle>();
        services.AddScoped<ILectureSalle>(provider => provider.GetRequiredService<LectureSalle>());
        services.TryAddSingleton<IQrCode, QrCode>();
        services.AddSingleton<SignauxSalle>();
        services.AddHostedService<EcouteSalles>();
    }
}
