using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class EquipementConfiguration : IEntityTypeConfiguration<EquipementSoutenu>
{
    public void Configure(EntityTypeBuilder<EquipementSoutenu> builder)
    {
        builder.ToTable("equipements");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(e => e.ConventionId);
        builder.Property(e => e.Code).HasMaxLength(EquipementSoutenu.CodeLongueurMax);
        builder.HasIndex(e => new { e.ConventionId, e.Code }).IsUnique();

        // read and written whole, never searched in SQL: a convention has at most a few hundred of them
        builder.Property(e => e.Description).EnJson();
    }
}

internal sealed class SchemaPetiteEnfanceConfiguration : IEntityTypeConfiguration<SchemaPetiteEnfance>
{
    public void Configure(EntityTypeBuilder<SchemaPetiteEnfance> builder)
    {
        builder.ToTable("schemas_petite_enfance");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(s => s.ConventionId);
        builder.HasIndex(s => s.ConventionId).IsUnique();
        builder.Property(s => s.Confirmations).EnJson();
    }
}
