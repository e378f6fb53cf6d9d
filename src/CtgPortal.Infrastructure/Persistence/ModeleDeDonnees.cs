using CtgPortal.Application.Acces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Persistence;

public static class ModeleDeDonnees
{
    /// <summary>
    /// Does without a database what EF Core does once per process before its first command: the model, and a first translation.
    /// The contexts of these services find both done.
    /// </summary>
    public static void PreparerLeModele(this IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var options = new DbContextOptionsBuilder<CtgDbContext>().UseApplicationServiceProvider(scope.ServiceProvider).UseCtgPostgres("Host=localhost").Options;
        using var db = new CtgDbContext(options, scope.ServiceProvider.GetRequiredService<IUtilisateurCourant>());
        _ = db.Conventions.Where(c => c.Titulaires.Any(t => t.Code == "")).OrderBy(c => c.Id).ToQueryString();
    }
}
