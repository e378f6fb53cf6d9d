using CtgPortal.Application.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CtgPortal.Infrastructure.Demonstration;

public static class DemonstrationServices
{
    /// <summary>True creates the demonstration data, false does not; unset, they are created in development only.</summary>
    public const string Reglage = "CtgPortal:Demonstration";

    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        services.AddScoped<JeuDeDemonstration>();
        services.AddScoped<Ouvertures>();
        services.AddScoped<DiagnosticDeDemonstration>();
        services.AddScoped<AteliersDeDemonstration>();
        services.AddScoped<TroisRivieres>();
        services.AddScoped<CircuitDeDemonstration>();
        services.AddScoped<GelDeDemonstration>();
        services.AddScoped<VersionsDeDemonstration>();
        services.AddScoped<EchangesDeDemonstration>();
        services.AddScoped<ActesDeDemonstration>();
        services.AddScoped<AvenantsDeDemonstration>();
        services.AddScoped<BibliothequeDeDemonstration>();
        services.AddScoped<ComptesDeDemonstration>();
        return services;
    }

    /// <summary>Fills an empty portal with the demonstration conventions and accounts; does nothing on a portal that has either.</summary>
    /// <exception cref="DemonstrationImpossibleException">Asked for in Production, or something they need is missing. Nothing was written.</exception>
    public static async Task CreerDemonstrationAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var environnement = services.GetRequiredService<IHostEnvironment>();
        var demandee = services.GetRequiredService<IConfiguration>().GetValue<bool?>(Reglage);
        if (environnement.IsProduction() && demandee == true)
        {
            throw new DemonstrationImpossibleException(
                "Les données de démonstration, dont les mots de passe sont publics, ne vont jamais en production : retirez le réglage CtgPortal__Demonstration.");
        }

        if (!(demandee ?? environnement.IsDevelopment()))
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<JeuDeDemonstration>().CreerAsync(cancellationToken);
        }
        catch (ServiceIndisponibleException cause)
        {
            throw new DemonstrationImpossibleException(
                "La convention de démonstration n’a pas pu être composée en PDF : vérifiez que Node.js 20 ou plus récent est installé, ou démarrez avec CtgPortal__Demonstration=false. "
                + cause.Message, cause);
        }
    }
}

/// <summary>The demonstration data cannot be had. The message is one French sentence with the remedy.</summary>
public sealed class DemonstrationImpossibleException(string message, Exception? cause = null) : Exception(message, cause);
