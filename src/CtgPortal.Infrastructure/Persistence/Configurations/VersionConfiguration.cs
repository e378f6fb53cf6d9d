using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class VersionConfiguration : IEntityTypeConfiguration<VersionNommee>
{
    public void Configure(EntityTypeBuilder<VersionNommee> builder)
    {
        builder.ToTable("versions_nommees");
        builder.HasOne<Convention>().WithMany().HasForeignKey(v => v.ConventionId);
        builder.HasOne<Piece>().WithMany().HasForeignKey(v => v.ContenuId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.ConventionId, v.Numero }).IsUnique();
        builder.Property(v => v.Nom).HasMaxLength(VersionNommee.NomLongueurMax);
        builder.Property(v => v.Note).HasMaxLength(VersionNommee.NoteLongueurMax);
        builder.Property(v => v.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.Property(v => v.ParNom).HasMaxLength(VersionNommee.ParLongueurMax);
        builder.Property(v => v.SansObjetMotif).HasMaxLength(VersionNommee.MotifLongueurMax);
        builder.Property(v => v.SansObjetParNom).HasMaxLength(VersionNommee.ParLongueurMax);
    }
}
