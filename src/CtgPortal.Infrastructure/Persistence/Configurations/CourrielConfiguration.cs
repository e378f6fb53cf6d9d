using CtgPortal.Application.Courriels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class CourrielConfiguration : IEntityTypeConfiguration<Courriel>
{
    public void Configure(EntityTypeBuilder<Courriel> builder)
    {
        builder.ToTable("courriels");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Destinataire).HasMaxLength(254);
        builder.Property(c => c.Objet).HasMaxLength(Courriel.ObjetLongueurMax);
        builder.Property(c => c.DerniereErreur).HasMaxLength(500);

        builder.OwnsOne(c => c.PieceJointe, p =>
        {
            p.Property(x => x.Nom).HasMaxLength(100);
            p.Property(x => x.TypeMime).HasMaxLength(100);
        });
        builder.HasIndex(c => c.AtelierId);
        builder.HasIndex(c => new { c.LigneId, c.CreeLe }).HasFilter("ligne_id IS NOT NULL");
        builder.HasIndex(c => c.UtilisateurId).HasFilter("envoye_le IS NULL");

        // the job looks only for what is still to be sent
        builder.HasIndex(c => c.ProchaineTentativeLe).HasFilter("envoye_le IS NULL");
    }
}
