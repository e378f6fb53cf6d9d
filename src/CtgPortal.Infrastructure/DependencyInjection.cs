using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Presences;
using CtgPortal.Infrastructure.Acces;
using CtgPortal.Infrastructure.Ateliers;
using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Brouillons;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Courriels;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.Infrastructure.Fins;
using CtgPortal.Infrastructure.Imports;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Presences;
using CtgPortal.Infrastructure.Preuves;
using CtgPortal.Infrastructure.Signatures;
using CtgPortal.Infrastructure.Referentiels;
using CtgPortal.Infrastructure.Salles;
using CtgPortal.Infrastructure.Sceaux;
using CtgPortal.Infrastructure.Scellements;
using CtgPortal.Infrastructure.Textes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure;

public static class DependencyInjection
{
    /// <summary>Everything behind the ports. The connection string is read when the first context is made, so that tests may set it late.</summary>
    /// <param name="readyTag">Tag of the health checks that tell whether the portal can serve.</param>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, string readyTag)
    {
        services.AddDbContext<CtgDbContext>((provider, options) => options.UseCtgPostgres(
            provider.GetRequiredService<IConfiguration>().GetConnectionString(PostgresPrive.ChaineDeConnexion)
            ?? throw new InvalidOperationException("ConnectionStrings:CtgPortal is not set.")));
        services.AddScoped<ICtgDbContext>(provider => provider.GetRequiredService<CtgDbContext>());
        services.AddScoped<ICtgReadContext, CtgReadContext>();
        services.AddScoped<IDroits, Droits>();
        services.AddScoped<IPerimetres, Perimetres>();
        services.AddHealthChecks().AddCheck<BaseDisponible>("base", tags: [readyTag], timeout: TimeSpan.FromSeconds(5));

        services.AddReferentiels();
        services.AddComptes(configuration);
        services.AddCourriels(configuration);
        services.AddImports(configuration);
        services.Configure<DocumentsOptions>(options => options.RacineNpm = PaquetsNpm.Racine("@myriaddreamin/typst-ts-node-compiler"));
        services.AddDocuments(configuration);
        services.AddSceaux(configuration);
        services.AddAteliers(configuration);
        services.AddBrouillons(configuration);
        services.AddScoped<IPresences, PresencesSql>();
        services.AddSalles();
        services.AddTextes(configuration);
        services.AddFins(configuration);
        services.AddPreuves(configuration);
        services.AddScellements(configuration);
        services.AddSignatures(configuration);
        services.AddDemonstration();
        return services;
    }
}
