using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class ModeleTexteConfiguration : IEntityTypeConfiguration<ModeleTexte>
{
    public void Configure(EntityTypeBuilder<ModeleTexte> builder)
    {
        builder.ToTable("modeles_texte");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.CafCode).HasMaxLength(20);
        builder.Property(m => m.Brouillon).EnJson();
        builder.Ignore(m => m.Derniere).Ignore(m => m.EstNational).Ignore(m => m.ADesChangements);

        // one model per Caf, and one national model: two derivations at the same instant keep one
        builder.HasIndex(m => m.CafCode).IsUnique().AreNullsDistinct(false);
        builder.OwnsMany(m => m.Versions, v =>
        {
            v.ToTable("modele_texte_versions");
            v.WithOwner().HasForeignKey("ModeleTexteId");
            v.HasKey("ModeleTexteId", nameof(VersionModele.Numero));
            v.Property(x => x.Numero).ValueGeneratedNever();
            v.Property(x => x.Par).HasMaxLength(VersionModele.ParLongueurMax);
            v.Property(x => x.Note).HasMaxLength(VersionModele.NoteLongueurMax);
            v.Property(x => x.Contenu).EnJson();
        });
        builder.Navigation(m => m.Versions).HasField("_versions");
    }
}

internal sealed class TexteConventionConfiguration : IEntityTypeConfiguration<TexteConvention>
{
    public void Configure(EntityTypeBuilder<TexteConvention> builder)
    {
        builder.ToTable("textes_convention");
        builder.HasKey(t => t.ConventionId);
        builder.HasOne<Convention>().WithOne().HasForeignKey<TexteConvention>(t => t.ConventionId);
        builder.HasOne<ModeleTexte>().WithMany().HasForeignKey(t => t.ModeleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PassageTexteConfiguration : IEntityTypeConfiguration<PassageTexte>
{
    public void Configure(EntityTypeBuilder<PassageTexte> builder)
    {
        builder.ToTable("passages_texte");
        builder.HasKey(p => new { p.ConventionId, p.Cle });
        builder.HasOne<Convention>().WithMany().HasForeignKey(p => p.ConventionId);
        builder.Property(p => p.Cle).HasMaxLength(Passage.CleLongueurMax);
        builder.Property(p => p.Titre).HasMaxLength(Passage.TitreLongueurMax);
        builder.Property(p => p.Modele).EnJsonFacultatif();
        builder.Ignore(p => p.Contenu).Ignore(p => p.Etat);
    }
}

internal sealed class AvisPartenaireConfiguration : IEntityTypeConfiguration<AvisPartenaire>
{
    public void Configure(EntityTypeBuilder<AvisPartenaire> builder)
    {
        builder.ToTable("avis_partenaires");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(a => a.ConventionId);
        builder.HasOne<Piece>().WithMany().HasForeignKey(a => a.TexteId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Structure).HasMaxLength(AvisPartenaire.StructureLongueurMax);
        builder.Property(a => a.Courriel).HasMaxLength(AvisPartenaire.CourrielLongueurMax);
        builder.Property(a => a.Jeton).HasMaxLength(40);
        builder.HasIndex(a => a.ConventionId);

        // the daily job asks for those that nobody answered
        builder.HasIndex(a => a.Echeance).HasFilter("sens IS NULL");
        builder.Ignore(a => a.EnRetard);
    }
}
