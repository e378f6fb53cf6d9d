using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Reprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class OriginalConfiguration : IEntityTypeConfiguration<OriginalSigne>
{
    public void Configure(EntityTypeBuilder<OriginalSigne> builder)
    {
        builder.ToTable("originaux_signes");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(o => o.ConventionId);
        builder.HasIndex(o => o.ConventionId).IsUnique();
        builder.Property(o => o.Fichier).EnJson();
        builder.Property(o => o.Signataires).EnJson();
        builder.Property(o => o.Avenants).EnJson();
        builder.Ignore(o => o.DernierAvenant);
    }
}
