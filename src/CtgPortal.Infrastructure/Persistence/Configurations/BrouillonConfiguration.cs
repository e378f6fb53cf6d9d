using CtgPortal.Application.Brouillons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class BrouillonConfiguration : IEntityTypeConfiguration<Brouillon>
{
    public void Configure(EntityTypeBuilder<Brouillon> builder)
    {
        builder.ToTable("brouillons");
        builder.HasKey(b => new { b.UtilisateurId, b.Formulaire });
        builder.Property(b => b.Formulaire).HasMaxLength(Brouillon.FormulaireLongueurMax);
        builder.Property(b => b.Titre).HasMaxLength(Brouillon.TitreLongueurMax);
        builder.HasIndex(b => b.Le);
    }
}
