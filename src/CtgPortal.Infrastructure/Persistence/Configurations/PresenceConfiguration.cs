using CtgPortal.Application.Presences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

/// <summary>Unlogged: what is worth a minute is neither written twice nor kept through a failure.</summary>
internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("presences").IsUnlogged();
        builder.HasKey(p => new { p.ConventionId, p.Cle, p.UtilisateurId, p.Section });
        builder.Property(p => p.Cle).HasMaxLength(Presence.CleLongueurMax);
        builder.Property(p => p.Section).HasMaxLength(40);
        builder.Property(p => p.Nom).HasMaxLength(Presence.NomLongueurMax);
        builder.HasIndex(p => p.VuLe);
    }
}
