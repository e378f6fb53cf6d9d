using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class AvenantConfiguration : IEntityTypeConfiguration<Avenant>
{
    public void Configure(EntityTypeBuilder<Avenant> builder)
    {
        builder.ToTable("avenants");
        builder.HasOne<Convention>().WithMany().HasForeignKey(a => a.ConventionId);
        builder.HasIndex(a => new { a.ConventionId, a.Numero }).IsUnique().HasFilter("statut <> 'Abandonne'").HasDatabaseName("ix_avenants_numero");

        // two people prepare one at the same instant: the database keeps one
        builder.HasIndex(a => a.ConventionId).IsUnique().HasFilter("statut IN ('EnRedaction', 'EnSignature')").HasDatabaseName("ix_avenants_un_seul_en_cours");
        builder.Property(a => a.Contenu).EnJson();
        builder.Property(a => a.MotifAbandon).HasMaxLength(Convention.MotifLongueurMax);
        builder.Ignore(a => a.EstEnCours);
    }
}
