using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class ScellementConfiguration : IEntityTypeConfiguration<Scellement>
{
    public void Configure(EntityTypeBuilder<Scellement> builder)
    {
        builder.ToTable("scellements");

        // one seal a circuit, and one file a seal
        builder.HasKey(s => s.SignatureId);
        builder.HasIndex(s => s.PieceId).IsUnique();
        builder.HasOne<Signature>().WithOne().HasForeignKey<Scellement>(s => s.SignatureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Convention>().WithMany().HasForeignKey(s => s.ConventionId);
        builder.HasOne<Piece>().WithOne().HasForeignKey<Scellement>(s => s.PieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.ProchainEssaiLe).HasFilter("prochain_essai_le IS NOT NULL").HasDatabaseName("ix_scellements_a_faire");
        builder.Property(s => s.DerniereErreur).HasMaxLength(Scellement.ErreurLongueurMax);
        builder.Property(s => s.Horodateur).HasMaxLength(Scellement.NomLongueurMax);
        builder.Property(s => s.Certificat).HasMaxLength(Scellement.NomLongueurMax);
    }
}
