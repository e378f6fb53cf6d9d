using CtgPortal.Domain.Ateliers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class AssistanceConfiguration : IEntityTypeConfiguration<Assistance>
{
    public void Configure(EntityTypeBuilder<Assistance> builder)
    {
        builder.ToTable("assistances");
        builder.HasKey(a => a.AtelierId);
        builder.HasOne<Atelier>().WithOne().HasForeignKey<Assistance>(a => a.AtelierId);
        builder.OwnsOne(a => a.Annonce, a =>
        {
            a.Property(x => x.Intitule).HasMaxLength(DescriptionAtelier.IntituleLongueurMax);
            a.Property(x => x.Lieu).HasMaxLength(DescriptionAtelier.CourtLongueurMax);
        });
        builder.OwnsMany(a => a.Personnes, p =>
        {
            p.ToTable("atelier_personnes");
            p.WithOwner().HasForeignKey("AtelierId");
            p.HasKey(x => x.Id);
            p.Property(x => x.Id).ValueGeneratedNever();
            p.Property(x => x.Nom).HasMaxLength(IdentitePersonne.NomLongueurMax);
            p.Property(x => x.Fonction).HasMaxLength(IdentitePersonne.FonctionLongueurMax);
            p.Property(x => x.Organisation).HasMaxLength(Contribution.OrganisationLongueurMax);
            p.Property(x => x.Courriel).HasMaxLength(IdentitePersonne.CourrielLongueurMax);
            p.Property(x => x.Jeton).HasMaxLength(40);
            p.HasIndex(x => x.Jeton).IsUnique();
        });
        builder.OwnsMany(a => a.Comptes, c =>
        {
            c.ToTable("atelier_comptes");
            c.WithOwner().HasForeignKey("AtelierId");
            c.Property<int>("Id");
            c.HasKey("AtelierId", "Id");
            c.Property(x => x.Organisation).HasMaxLength(Contribution.OrganisationLongueurMax);
        });
    }
}
