using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without starting the portal or a database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CtgDbContext>
{
    public CtgDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres("Host=localhost;Database=design").Options, new Personne());

    private sealed class Personne : IUtilisateurCourant
    {
        public UtilisateurId? Id => null;

        public string Nom => "";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }
}
