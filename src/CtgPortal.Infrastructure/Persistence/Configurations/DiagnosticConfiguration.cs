using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class DiagnosticConfiguration : IEntityTypeConfiguration<Diagnostic>
{
    public void Configure(EntityTypeBuilder<Diagnostic> builder)
    {
        builder.ToTable("diagnostics");
        builder.HasKey(d => d.ConventionId);
        builder.HasOne<Convention>().WithOne().HasForeignKey<Diagnostic>(d => d.ConventionId);

        builder.OwnsMany(d => d.Indicateurs, i =>
        {
            i.ToTable("indicateurs");
            i.WithOwner().HasForeignKey("ConventionId");
            i.HasKey(x => x.Id);
            i.Property(x => x.Id).ValueGeneratedNever();
            i.Property(x => x.Champ).HasMaxLength(Indicateur.ChampLongueurMax);
            i.Property(x => x.Intitule).HasMaxLength(Indicateur.IntituleLongueurMax);
            i.Property(x => x.Unite).HasMaxLength(Indicateur.UniteLongueurMax);
            i.Property(x => x.Definition).HasMaxLength(Indicateur.DefinitionLongueurMax);
            i.Property(x => x.SourceUsuelle).HasMaxLength(ValeurIndicateur.SourceLongueurMax);
            i.Property(x => x.CodeCatalogue).HasMaxLength(Indicateur.CodeLongueurMax);
            i.OwnsMany(x => x.Valeurs, v =>
            {
                v.ToTable("indicateur_valeurs");
                v.WithOwner().HasForeignKey("IndicateurId");
                v.Property<int>("Id");
                v.HasKey("IndicateurId", "Id");
                v.Property(x => x.Source).HasMaxLength(ValeurIndicateur.SourceLongueurMax);
                v.Property(x => x.Licence).HasMaxLength(ValeurIndicateur.LicenceLongueurMax);
                v.ToTable(t => t.HasCheckConstraint("ck_indicateur_valeurs_publiee", "(etat = 'Publiee') = (valeur IS NOT NULL)"));
                v.OwnsOne(x => x.Territoire, t =>
                {
                    t.Property(x => x.Code).HasMaxLength(20);
                    t.Property(x => x.Nom).HasMaxLength(TerritoireRef.NomLongueurMax);
                });
                v.Navigation(x => x.Territoire).IsRequired();
            });
        });
        builder.OwnsMany(d => d.Constats, c =>
        {
            c.ToTable("constats");
            c.WithOwner().HasForeignKey("ConventionId");
            c.HasKey(x => x.Id);
            c.Property(x => x.Id).ValueGeneratedNever();
            c.Property(x => x.Champ).HasMaxLength(Indicateur.ChampLongueurMax);
            c.Property(x => x.Texte).HasMaxLength(Constat.TexteLongueurMax);
            c.OwnsMany(x => x.Appuis, a =>
            {
                a.ToTable("constat_appuis");
                a.WithOwner().HasForeignKey("ConstatId");
                a.HasKey("ConstatId", nameof(Appui.Nature), nameof(Appui.Cible));
                a.Property(x => x.Cible).ValueGeneratedNever();
                a.Property(x => x.Intitule).HasMaxLength(Appui.IntituleLongueurMax);
                a.HasIndex(x => x.Cible);
            });
        });
    }
}
