using System.Text.Json;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class ImportPlanConfiguration : IEntityTypeConfiguration<ImportPlan>, IEntityTypeConfiguration<CorrespondancePlan>
{
    public void Configure(EntityTypeBuilder<ImportPlan> builder)
    {
        builder.ToTable("imports_plan");
        builder.HasOne<Convention>().WithMany().HasForeignKey(i => i.ConventionId);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Fichier).HasMaxLength(ImportPlan.FichierLongueurMax);
        builder.Property(i => i.ParNom).HasMaxLength(250);
        builder.HasIndex(i => i.DeposeLe);
        builder.Property(i => i.Decoupe).EnJson();
        builder.Property(i => i.Ecriture).HasColumnType("jsonb").HasConversion(
            valeur => JsonSerializer.Serialize(valeur, JournalJson.Options),
            texte => JsonSerializer.Deserialize<EcriturePlan>(texte, JournalJson.Options),
            new ValueComparer<EcriturePlan?>((a, b) => ReferenceEquals(a, b), valeur => valeur == null ? 0 : valeur.GetHashCode(), valeur => valeur));
    }

    public void Configure(EntityTypeBuilder<CorrespondancePlan> builder)
    {
        builder.ToTable("correspondances_plan");
        builder.HasKey(c => new { c.CafCode, c.EnTete });
        builder.Property(c => c.CafCode).HasMaxLength(20);
        builder.Property(c => c.EnTete).HasMaxLength(CorrespondancePlan.EnTeteLongueurMax);
        builder.Property(c => c.Champ).HasMaxLength(CorrespondancePlan.ChampLongueurMax);
    }
}
