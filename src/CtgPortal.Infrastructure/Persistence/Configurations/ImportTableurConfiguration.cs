using System.Text.Json;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

/// <summary>Sheets of every kind in one table.</summary>
internal sealed class ImportTableurConfiguration
    : IEntityTypeConfiguration<ImportTableur>, IEntityTypeConfiguration<ImportPlan>, IEntityTypeConfiguration<CorrespondanceColonne>
{
    public void Configure(EntityTypeBuilder<ImportTableur> builder)
    {
        builder.ToTable("imports_tableur");
        builder.HasDiscriminator(i => i.Nature).HasValue<ImportEquipements>(NatureImport.Equipements).HasValue<ImportPlan>(NatureImport.Plan);
        builder.HasOne<Convention>().WithMany().HasForeignKey(i => i.ConventionId);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Fichier).HasMaxLength(ImportTableur.FichierLongueurMax);
        builder.Property(i => i.ParNom).HasMaxLength(250);
        builder.HasIndex(i => i.DeposeLe);
        builder.Property(i => i.Lecture).EnJson();
    }

    public void Configure(EntityTypeBuilder<ImportPlan> builder) =>
        builder.Property(i => i.Ecriture).HasColumnType("jsonb").HasConversion(
            valeur => JsonSerializer.Serialize(valeur, JournalJson.Options),
            texte => JsonSerializer.Deserialize<EcriturePlan>(texte, JournalJson.Options),
            new ValueComparer<EcriturePlan?>((a, b) => ReferenceEquals(a, b), valeur => valeur == null ? 0 : valeur.GetHashCode(), valeur => valeur));

    public void Configure(EntityTypeBuilder<CorrespondanceColonne> builder)
    {
        builder.ToTable("correspondances_colonnes");
        builder.HasKey(c => new { c.CafCode, c.Nature, c.EnTete });
        builder.Property(c => c.CafCode).HasMaxLength(20);
        builder.Property(c => c.EnTete).HasMaxLength(CorrespondanceColonne.EnTeteLongueurMax);
        builder.Property(c => c.Champ).HasMaxLength(CorrespondanceColonne.ChampLongueurMax);
    }
}
