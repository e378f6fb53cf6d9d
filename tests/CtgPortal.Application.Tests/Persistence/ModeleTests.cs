using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CtgPortal.Application.Tests.Persistence;

/// <summary>The model as the migrations and the database know it; no connection is opened.</summary>
public sealed class ModeleTests : IDisposable
{
    private readonly CtgDbContext _db =
        new(new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres("Host=localhost;Database=modele").Options, new Personne());

    // Seen red by giving the title of a convention another maximum length.
    [Fact]
    public void Les_migrations_disent_tout_le_modele() =>
        Assert.False(_db.Database.HasPendingModelChanges(), "The model has changed: dotnet ef migrations add <Nom> --project src/CtgPortal.Infrastructure");

    [Theory]
    [InlineData("Host=localhost", 40, 100)]
    [InlineData("Host=localhost;Max Auto Prepare=0;Maximum Pool Size=7", 7, 0)]
    [InlineData("Host=localhost;MaxAutoPrepare=20;MaxPoolSize=8", 8, 20)]
    public void La_chaine_de_connexion_l_emporte_sur_les_reglages_du_portail(string dite, int connexions, int preparees)
    {
        using var db = new CtgDbContext(new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres(dite).Options, new Personne());

        var complete = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        Assert.Equal((connexions, preparees), (complete.MaxPoolSize, complete.MaxAutoPrepare));
    }

    // Seen red by storing StatutConvention as a number.
    [Fact]
    public void Une_enumeration_est_stockee_par_son_code_ascii_jamais_par_un_numero_ni_un_libelle()
    {
        var colonnes = Proprietes().Where(p => Enumeration(p.ClrType) is not null).ToList();

        Assert.NotEmpty(colonnes);
        Assert.All(colonnes, p =>
        {
            var nom = $"{p.DeclaringType.DisplayName()}.{p.Name}";
            Assert.True(p.GetColumnType() == "character varying(40)" || p.IsPrimitiveCollection, $"{nom}: {p.GetColumnType()}");
            Assert.All(Enum.GetNames(Enumeration(p.ClrType)!), code => Assert.Matches(@"^[A-Za-z0-9]{1,40}$", code));
        });
    }

    // Seen red by taking IsConcurrencyToken off OnModelCreating.
    [Fact]
    public void La_revision_de_chaque_agregat_depart_deux_enregistrements()
    {
        var revisions = Proprietes()
            .Where(p => p.Name == nameof(Domain.Common.AggregateRoot.Revision) && p.DeclaringType.ClrType.IsSubclassOf(typeof(Domain.Common.AggregateRoot))).ToList();

        Assert.NotEmpty(revisions);
        Assert.All(revisions, p => Assert.True(p.IsConcurrencyToken, p.DeclaringType.DisplayName()));
    }

    public void Dispose() => _db.Dispose();

    private IEnumerable<IProperty> Proprietes() =>
        _db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(t => t.GetFlattenedProperties());

    private static Type? Enumeration(Type type)
    {
        var simple = Nullable.GetUnderlyingType(type) ?? type;
        return simple.IsEnum ? simple : null;
    }

    private sealed class Personne : IUtilisateurCourant
    {
        public UtilisateurId? Id => null;

        public string Nom => "";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }
}
