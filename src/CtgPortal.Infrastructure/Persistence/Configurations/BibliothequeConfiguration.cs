using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class FicheModeleConfiguration : IEntityTypeConfiguration<FicheModele>
{
    public void Configure(EntityTypeBuilder<FicheModele> builder)
    {
        builder.ToTable("fiches_modele");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.CafCode).HasMaxLength(20);
        builder.Property(m => m.Intitule).HasMaxLength(IdentiteFiche.IntituleLongueurMax);
        builder.Property(m => m.Champ).HasMaxLength(IdentiteFiche.ChampLongueurMax);
        builder.Ignore(m => m.Derniere).Ignore(m => m.EstImposee);
        builder.HasIndex(m => m.CafCode);
        builder.OwnsMany(m => m.Versions, v =>
        {
            v.ToTable("fiche_modele_versions");
            v.WithOwner().HasForeignKey("FicheModeleId");
            v.HasKey("FicheModeleId", nameof(VersionFicheModele.Numero));
            v.Property(x => x.Numero).ValueGeneratedNever();
            v.Property(x => x.Par).HasMaxLength(VersionFicheModele.ParLongueurMax);
            v.Property(x => x.Note).HasMaxLength(VersionFicheModele.NoteLongueurMax);
            v.Property(x => x.Contenu).EnContenuDeFiche();
        });
        builder.Navigation(m => m.Versions).HasField("_versions");
    }
}

internal sealed class RepriseModeleConfiguration : IEntityTypeConfiguration<RepriseModele>
{
    public void Configure(EntityTypeBuilder<RepriseModele> builder)
    {
        builder.ToTable("reprises_modele");
        builder.HasKey(r => new { r.ConventionId, r.ModeleId });
        builder.HasOne<Convention>().WithMany().HasForeignKey(r => r.ConventionId);
        builder.HasOne<FicheModele>().WithMany().HasForeignKey(r => r.ModeleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FicheAction>().WithMany().HasForeignKey(r => r.FicheActionId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(r => r.SansObjet).HasMaxLength(RepriseModele.MotifLongueurMax);
    }
}
