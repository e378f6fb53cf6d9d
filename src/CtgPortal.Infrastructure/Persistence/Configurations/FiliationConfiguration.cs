using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class FiliationConfiguration : IEntityTypeConfiguration<Filiation>
{
    private const int MaillonLongueurMax = 60;

    public void Configure(EntityTypeBuilder<Filiation> builder)
    {
        builder.ToTable("filiations");
        builder.HasOne<Convention>().WithMany().HasForeignKey(f => f.ConventionId);

        // a reference in one column: what it names lives in six tables, and the pair stays unique under two hands at once
        builder.Property(f => f.Origine).HasConversion(m => m.ToString(), texte => Maillon.Parse(texte)).HasMaxLength(MaillonLongueurMax);
        builder.Property(f => f.Suite).HasConversion(m => m.ToString(), texte => Maillon.Parse(texte)).HasMaxLength(MaillonLongueurMax);
        builder.HasIndex(f => new { f.ConventionId, f.Origine, f.Suite }).IsUnique();
        builder.HasIndex(f => f.Origine);
    }
}
