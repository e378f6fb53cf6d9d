using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Fins;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class FinConfiguration : IEntityTypeConfiguration<ActeDeFin>
{
    public void Configure(EntityTypeBuilder<ActeDeFin> builder)
    {
        builder.ToTable("actes_de_fin");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(f => f.ConventionId);
        builder.HasOne<Piece>().WithMany().HasForeignKey(f => f.DocumentId).OnDelete(DeleteBehavior.Restrict);

        // two people write one down at the same instant: the database keeps one
        builder.HasIndex(f => f.ConventionId).IsUnique().HasFilter("statut = 'EnPreavis'").HasDatabaseName("ix_actes_de_fin_un_seul_en_preavis");
        builder.Property(f => f.Partie).HasMaxLength(Partie.NomLongueurMax);
        builder.Property(f => f.Motif).HasMaxLength(ActeDeFin.MotifLongueurMax);
        builder.Property(f => f.MotifRetrait).HasMaxLength(ActeDeFin.MotifLongueurMax);
        builder.Property(f => f.DocumentNom).HasMaxLength(Piece.NomLongueurMax);
    }
}
