using CtgPortal.Domain.Ateliers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class ContributionConfiguration : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("contributions");
        builder.HasOne<Atelier>().WithMany().HasForeignKey(c => c.AtelierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ParticipantSalle>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Groupe>().WithMany().HasForeignKey(c => c.GroupeId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Texte).HasMaxLength(Contribution.TexteLongueurMax);
        builder.Property(c => c.Organisation).HasMaxLength(Contribution.OrganisationLongueurMax);
    }
}

internal sealed class SalleConfiguration : IEntityTypeConfiguration<Salle>
{
    public void Configure(EntityTypeBuilder<Salle> builder)
    {
        builder.ToTable("salles");
        builder.HasKey(s => s.AtelierId);
        builder.HasOne<Atelier>().WithOne().HasForeignKey<Salle>(s => s.AtelierId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(s => s.AtelierId).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(CodeSalle.Longueur);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.Ignore(s => s.Reglages);
        builder.PrimitiveCollection(s => s.Natures).ElementType(e => e.HasConversion<string>().HasMaxLength(40));
        builder.ComplexProperty(s => s.Minuteur, m =>
        {
            m.Property(x => x.Libelle).HasColumnName("minuteur_libelle").HasMaxLength(Minuteur.LibelleLongueurMax);
            m.Property(x => x.Minutes).HasColumnName("minuteur_minutes");
            m.Property(x => x.Depuis).HasColumnName("minuteur_depuis");
        });
    }
}

internal sealed class ParticipantSalleConfiguration : IEntityTypeConfiguration<ParticipantSalle>
{
    public void Configure(EntityTypeBuilder<ParticipantSalle> builder)
    {
        builder.ToTable("salle_participants");
        builder.HasOne<Atelier>().WithMany().HasForeignKey(p => p.AtelierId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Empreinte).HasMaxLength(ParticipantSalle.EmpreinteLongueur);
        builder.Property(p => p.Prenom).HasMaxLength(ParticipantSalle.PrenomLongueurMax);
        builder.Property(p => p.Organisation).HasMaxLength(Contribution.OrganisationLongueurMax);
        builder.HasIndex(p => new { p.AtelierId, p.Empreinte }).IsUnique();
    }
}

internal sealed class GroupeConfiguration : IEntityTypeConfiguration<Groupe>
{
    public void Configure(EntityTypeBuilder<Groupe> builder)
    {
        builder.ToTable("contribution_groupes");
        builder.HasOne<Atelier>().WithMany().HasForeignKey(g => g.AtelierId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Titre).HasMaxLength(Groupe.TitreLongueurMax);
    }
}

internal sealed class BulletinConfiguration : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> builder)
    {
        builder.ToTable("salle_bulletins");
        builder.HasKey(b => new { b.AtelierId, b.Tour, b.ParticipantId });
        builder.HasOne<Atelier>().WithMany().HasForeignKey(b => b.AtelierId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ParticipantSalle>().WithMany().HasForeignKey(b => b.ParticipantId).OnDelete(DeleteBehavior.Cascade);
        builder.OwnsMany(b => b.Lignes, l =>
        {
            l.ToTable("salle_points", t => t.HasCheckConstraint("ck_salle_points_nombre", "nombre > 0"));
            l.WithOwner().HasForeignKey("AtelierId", "Tour", "ParticipantId");
            l.HasKey("AtelierId", "Tour", "ParticipantId", nameof(PointsDonnes.Sujet));
            l.Property(x => x.Sujet).ValueGeneratedNever();
        });
    }
}
