using CtgPortal.Domain.Ateliers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class AtelierConfiguration : IEntityTypeConfiguration<Atelier>
{
    public void Configure(EntityTypeBuilder<Atelier> builder)
    {
        builder.ToTable("ateliers");
        builder.ComplexProperty(a => a.Description, d =>
        {
            d.Property(x => x.Intitule).HasColumnName("intitule").HasMaxLength(DescriptionAtelier.IntituleLongueurMax);
            d.Property(x => x.Serie).HasColumnName("serie").HasMaxLength(DescriptionAtelier.CourtLongueurMax);
            d.Property(x => x.Themes).HasColumnName("themes");
            d.Property(x => x.Date).HasColumnName("date");
            d.Property(x => x.Quand).HasColumnName("quand").HasMaxLength(DescriptionAtelier.CourtLongueurMax);
            d.Property(x => x.Heure).HasColumnName("heure");
            d.Property(x => x.HeureFin).HasColumnName("heure_fin");
            d.Property(x => x.Lieu).HasColumnName("lieu").HasMaxLength(DescriptionAtelier.CourtLongueurMax);
            d.Property(x => x.Animateur).HasColumnName("animateur").HasMaxLength(DescriptionAtelier.CourtLongueurMax);
            d.Property(x => x.But).HasColumnName("but").HasMaxLength(DescriptionAtelier.ButLongueurMax);
            d.Property(x => x.Participants).HasColumnName("participants").HasMaxLength(DescriptionAtelier.CourtLongueurMax);
        });
        builder.OwnsMany(a => a.Conventions, c =>
        {
            c.ToTable("atelier_conventions");
            c.WithOwner().HasForeignKey("AtelierId");
            c.HasKey("AtelierId", nameof(AtelierConvention.ConventionId));
            c.HasIndex(x => x.ConventionId);
        });
        builder.OwnsMany(a => a.Agenda, e =>
        {
            e.ToTable("atelier_agenda");
            e.WithOwner().HasForeignKey("AtelierId");
            e.HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Intitule).HasMaxLength(EtapeAgenda.IntituleLongueurMax);
            e.Property(x => x.Animateur).HasMaxLength(DescriptionAtelier.CourtLongueurMax);
            e.Property(x => x.Note).HasMaxLength(EtapeAgenda.NoteLongueurMax);
        });
        builder.OwnsMany(a => a.Organisations, o =>
        {
            o.ToTable("atelier_organisations");
            o.WithOwner().HasForeignKey("AtelierId");
            o.Property<int>("Id");
            o.HasKey("AtelierId", "Id");
            o.Property(x => x.Nom).HasMaxLength(Contribution.OrganisationLongueurMax);
        });
    }
}
