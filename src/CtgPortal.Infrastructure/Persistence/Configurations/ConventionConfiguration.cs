using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class ConventionConfiguration : IEntityTypeConfiguration<Convention>
{
    public void Configure(EntityTypeBuilder<Convention> builder)
    {
        builder.ToTable("conventions", t => t.HasCheckConstraint("ck_conventions_periode", "periode_debut < periode_fin"));
        builder.Ignore(c => c.Cadre);
        builder.Property(c => c.Intitule).HasMaxLength(CadreConvention.IntituleLongueurMax);
        builder.Property(c => c.CafCode).HasMaxLength(20);
        builder.Property(c => c.Departement).HasMaxLength(3);
        builder.Property(c => c.Remplace).HasMaxLength(CadreConvention.RemplaceLongueurMax);
        builder.Property(c => c.AnciensCej).EnJson().HasDefaultValueSql("'[]'::jsonb");
        builder.ComplexProperty(c => c.Periode);
        builder.HasIndex(c => c.Statut);
        builder.HasIndex(c => c.CafCode);

        builder.OwnsMany(c => c.Titulaires, t =>
        {
            t.ToTable("convention_titulaires");
            t.WithOwner().HasForeignKey("ConventionId");
            t.Property<int>("Id");
            t.HasKey("ConventionId", "Id");
            t.Property(x => x.Code).HasMaxLength(20);
            t.Property(x => x.Nom).HasMaxLength(TerritoireRef.NomLongueurMax);
            t.HasIndex(x => x.Code);
        });
        builder.OwnsMany(c => c.Perimetre, p =>
        {
            p.ToTable("convention_communes");
            p.WithOwner().HasForeignKey("ConventionId");
            p.HasKey("ConventionId", nameof(CommunePerimetre.Code));
            p.Property(x => x.Code).HasMaxLength(5);
            p.Property(x => x.Nom).HasMaxLength(TerritoireRef.NomLongueurMax);
        });
        builder.OwnsMany(c => c.Parties, p =>
        {
            p.ToTable("parties");
            p.WithOwner().HasForeignKey("ConventionId");
            p.HasKey(x => x.Id);
            p.Property(x => x.Id).ValueGeneratedNever();
            p.Property(x => x.Nom).HasMaxLength(Partie.NomLongueurMax);
            p.Property(x => x.NomCourt).HasMaxLength(Partie.NomCourtLongueurMax);
            p.OwnsMany(x => x.Signataires, s =>
            {
                s.ToTable("signataires");
                s.WithOwner().HasForeignKey("PartieId");
                s.HasKey(x => x.Id);
                s.Property(x => x.Id).ValueGeneratedNever();
                s.OwnsOne(x => x.Identite, i =>
                {
                    i.Property(x => x.Civilite).HasColumnName("civilite").HasMaxLength(20);
                    i.Property(x => x.Prenom).HasColumnName("prenom").HasMaxLength(IdentiteSignataire.NomLongueurMax);
                    i.Property(x => x.Nom).HasColumnName("nom").HasMaxLength(IdentiteSignataire.NomLongueurMax);
                    i.Property(x => x.Qualite).HasColumnName("qualite").HasMaxLength(IdentiteSignataire.QualiteLongueurMax);
                    i.Property(x => x.Delegation).HasColumnName("delegation").EnJsonFacultatif();
                    i.Property(x => x.Courriel).HasColumnName("courriel").HasMaxLength(IdentiteSignataire.CourrielLongueurMax);
                });
                s.Navigation(x => x.Identite).IsRequired();
            });
        });
    }
}
