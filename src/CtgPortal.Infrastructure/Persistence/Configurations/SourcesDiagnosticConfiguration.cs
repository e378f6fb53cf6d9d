using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class EnqueteConfiguration : IEntityTypeConfiguration<Enquete>
{
    public void Configure(EntityTypeBuilder<Enquete> builder)
    {
        builder.ToTable("enquetes");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(e => e.ConventionId);
        builder.ComplexProperty(e => e.Description, d =>
        {
            d.Property(x => x.Intitule).HasColumnName("intitule").HasMaxLength(DescriptionEnquete.IntituleLongueurMax);
            d.Property(x => x.Public).HasColumnName("public_vise").HasMaxLength(DescriptionEnquete.PublicLongueurMax);
            d.Property(x => x.Mode).HasColumnName("mode");
            d.Property(x => x.Debut).HasColumnName("debut");
            d.Property(x => x.Fin).HasColumnName("fin");
            d.Property(x => x.Envoyes).HasColumnName("envoyes");
            d.Property(x => x.Reponses).HasColumnName("reponses");
            d.Property(x => x.Methode).HasColumnName("methode").HasMaxLength(DescriptionEnquete.MethodeLongueurMax);
            d.Property(x => x.Themes).HasColumnName("themes");
            d.Property(x => x.Seuil).HasColumnName("seuil");
            d.Ignore(x => x.Taux);
        });
        builder.Property(e => e.Questions).EnJson();
        builder.Property(e => e.Lecture).EnJson();
    }
}

internal sealed class EntretienConfiguration : IEntityTypeConfiguration<Entretien>
{
    public void Configure(EntityTypeBuilder<Entretien> builder)
    {
        builder.ToTable("entretiens");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(e => e.ConventionId);
        builder.ComplexProperty(e => e.Description, d =>
        {
            d.Property(x => x.Fonction).HasColumnName("fonction").HasMaxLength(DescriptionEntretien.FonctionLongueurMax);
            d.Property(x => x.Organisation).HasColumnName("organisation").HasMaxLength(DescriptionEntretien.OrganisationLongueurMax);
            d.Property(x => x.Date).HasColumnName("date");
            d.Property(x => x.Themes).HasColumnName("themes");
            d.Property(x => x.Synthese).HasColumnName("synthese").HasMaxLength(DescriptionEntretien.SyntheseLongueurMax);
            d.Ignore(x => x.Intitule);
        });
        builder.OwnsMany(e => e.Communes, c =>
        {
            c.ToTable("entretien_communes");
            c.WithOwner().HasForeignKey("EntretienId");
            c.HasKey("EntretienId", nameof(CommuneEntendue.Code));
            c.Property(x => x.Code).HasMaxLength(CommuneEntendue.CodeLongueurMax).ValueGeneratedNever();
            c.Property(x => x.Nom).HasMaxLength(CommuneEntendue.NomLongueurMax);
        });
    }
}

internal sealed class DocumentExistantConfiguration : IEntityTypeConfiguration<DocumentExistant>
{
    public void Configure(EntityTypeBuilder<DocumentExistant> builder)
    {
        builder.ToTable("documents_existants");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(d => d.ConventionId);
        builder.ComplexProperty(e => e.Description, d =>
        {
            d.Property(x => x.Intitule).HasColumnName("intitule").HasMaxLength(DescriptionDocument.IntituleLongueurMax);
            d.Property(x => x.Auteur).HasColumnName("auteur").HasMaxLength(DescriptionDocument.AuteurLongueurMax);
            d.Property(x => x.Annee).HasColumnName("annee");
            d.Property(x => x.Lien).HasColumnName("lien").HasMaxLength(DescriptionDocument.LienLongueurMax);
            d.Property(x => x.Themes).HasColumnName("themes");
            d.Property(x => x.Propos).HasColumnName("propos").HasMaxLength(DescriptionDocument.ProposLongueurMax);
        });
    }
}

internal sealed class ValidationDiagnosticConfiguration : IEntityTypeConfiguration<ValidationDiagnostic>
{
    public void Configure(EntityTypeBuilder<ValidationDiagnostic> builder)
    {
        builder.ToTable("validations_diagnostic");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(v => v.ConventionId);
        builder.HasIndex(v => new { v.ConventionId, v.Numero }).IsUnique();
        builder.Property(v => v.ParNom).HasMaxLength(ValidationDiagnostic.ParLongueurMax);
        builder.Property(v => v.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.Ignore(v => v.EstIntacte);
    }
}
