using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class LienFichesConfiguration : IEntityTypeConfiguration<LienFiches>
{
    public void Configure(EntityTypeBuilder<LienFiches> builder)
    {
        builder.ToTable("liens_fiches");
        builder.HasOne<FicheAction>().WithMany().HasForeignKey(l => l.Premiere);
        builder.HasOne<FicheAction>().WithMany().HasForeignKey(l => l.Seconde);
        builder.HasIndex(l => new { l.Premiere, l.Seconde }).IsUnique();
        builder.HasIndex(l => l.Seconde);
        builder.Property(l => l.Raison).HasMaxLength(LienFiches.RaisonLongueurMax);
    }
}
