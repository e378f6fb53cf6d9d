using CtgPortal.Application.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class JournalConfiguration : IEntityTypeConfiguration<EntreeJournal>
{
    public void Configure(EntityTypeBuilder<EntreeJournal> builder)
    {
        builder.ToTable("journal");
        builder.Property(e => e.Id).UseIdentityAlwaysColumn();
        builder.Property(e => e.Type).HasMaxLength(80);
        builder.Property(e => e.ParNom).HasMaxLength(250);
        builder.Property(e => e.Donnees).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.ConventionId, e.Id });
        builder.HasIndex(e => new { e.FicheActionId, e.Id }).HasFilter("fiche_action_id IS NOT NULL");
    }
}
