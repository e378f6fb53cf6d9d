using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Referentiels;

/// <summary>The search columns and their indexes are in <see cref="ReferentielSql"/>: no query of EF Core reads them.</summary>
internal sealed class ReferentielConfiguration :
    IEntityTypeConfiguration<Region>,
    IEntityTypeConfiguration<Departement>,
    IEntityTypeConfiguration<Commune>,
    IEntityTypeConfiguration<Epci>,
    IEntityTypeConfiguration<AppartenanceEpci>,
    IEntityTypeConfiguration<Caf>,
    IEntityTypeConfiguration<Millesime>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(Region.CodeLongueurMax);
        builder.Property(r => r.Nom).HasMaxLength(Commune.NomLongueurMax);
    }

    public void Configure(EntityTypeBuilder<Departement> builder)
    {
        builder.ToTable("departements");
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(Departement.CodeLongueurMax);
        builder.Property(d => d.Nom).HasMaxLength(Commune.NomLongueurMax);
        builder.HasOne<Region>().WithMany().HasForeignKey(d => d.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.ToTable("communes");
        builder.HasKey(c => c.Insee);
        builder.Property(c => c.Insee).HasMaxLength(Commune.InseeLongueur);
        builder.Property(c => c.Siren).HasMaxLength(Epci.SirenLongueur);
        builder.Property(c => c.Nom).HasMaxLength(Commune.NomLongueurMax);
        builder.HasOne<Departement>().WithMany().HasForeignKey(c => c.DepartementCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Caf>().WithMany().HasForeignKey(c => c.CafCode).OnDelete(DeleteBehavior.Restrict);

        // not unique: a commune nouvelle may take over the SIREN of one that disappears
        builder.HasIndex(c => c.Siren);
    }

    public void Configure(EntityTypeBuilder<Epci> builder)
    {
        builder.ToTable("epci");
        builder.HasKey(e => e.Siren);
        builder.Property(e => e.Siren).HasMaxLength(Epci.SirenLongueur);
        builder.Property(e => e.Nom).HasMaxLength(Epci.NomLongueurMax);
        builder.HasOne<Departement>().WithMany().HasForeignKey(e => e.DepartementCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Caf>().WithMany().HasForeignKey(e => e.CafCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AppartenanceEpci> builder)
    {
        builder.ToTable("appartenances_epci");
        builder.HasKey(a => new { a.EpciSiren, a.CommuneInsee });
        builder.HasOne<Epci>().WithMany().HasForeignKey(a => a.EpciSiren).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Commune>().WithMany().HasForeignKey(a => a.CommuneInsee).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Caf> builder)
    {
        builder.ToTable("cafs");
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(Caf.CodeLongueurMax);
        builder.Property(c => c.Nom).HasMaxLength(Caf.NomLongueurMax);
        builder.HasOne<Departement>().WithMany().HasForeignKey(c => c.DepartementCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Millesime> builder)
    {
        builder.ToTable("millesimes");
        builder.HasKey(m => m.Source);
        builder.Property(m => m.Source).HasMaxLength(100);
        builder.Property(m => m.Version).HasMaxLength(40);
        builder.Property(m => m.Licence).HasMaxLength(100);
        builder.Property(m => m.Empreinte).HasMaxLength(64);
    }
}
