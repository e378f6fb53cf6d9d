using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.HasKey(p => p.ConventionId);
        builder.HasOne<Convention>().WithOne().HasForeignKey<Plan>(p => p.ConventionId);
        builder.Ignore(p => p.ProfondeurOrientations);

        builder.OwnsMany(p => p.Axes, a =>
        {
            a.ToTable("axes");
            a.WithOwner().HasForeignKey("ConventionId");
            a.HasKey(x => x.Id);
            a.Property(x => x.Id).ValueGeneratedNever();
            a.Property(x => x.Intitule).HasMaxLength(Axe.IntituleLongueurMax);
            a.Property(x => x.Icone).HasMaxLength(Axe.IconeLongueurMax);
        });
        builder.OwnsMany(p => p.Orientations, o =>
        {
            o.ToTable("orientations");
            o.WithOwner().HasForeignKey("ConventionId");
            o.HasKey(x => x.Id);
            o.Property(x => x.Id).ValueGeneratedNever();
            o.Property(x => x.Intitule).HasMaxLength(Orientation.IntituleLongueurMax);
        });
        builder.OwnsMany(p => p.Emplacements, e =>
        {
            e.ToTable("plan_emplacements");
            e.WithOwner().HasForeignKey("ConventionId");
            e.HasKey(x => x.FicheActionId);
            e.Property(x => x.FicheActionId).ValueGeneratedNever();
            e.Property(x => x.CodeDonne).HasColumnName("code").HasMaxLength(CodeFiche.LongueurMax);
        });
        builder.Navigation(p => p.Axes).HasField("_axes");
        builder.Navigation(p => p.Orientations).HasField("_orientations");
        builder.Navigation(p => p.Emplacements).HasField("_emplacements");
    }
}

internal sealed class VuePlanConfiguration : IEntityTypeConfiguration<VuePlan>
{
    public void Configure(EntityTypeBuilder<VuePlan> builder)
    {
        builder.ToTable("vues_plan");
        builder.HasOne<Convention>().WithMany().HasForeignKey(v => v.ConventionId);
        builder.HasIndex(v => v.ConventionId);
        builder.Property(v => v.Nom).HasMaxLength(VuePlan.NomLongueurMax);
        builder.Property(v => v.Vue).HasMaxLength(20);
        builder.Property(v => v.Reglages).HasMaxLength(VuePlan.ReglagesLongueurMax);
    }
}

internal sealed class FicheActionConfiguration : IEntityTypeConfiguration<FicheAction>
{
    public void Configure(EntityTypeBuilder<FicheAction> builder)
    {
        builder.ToTable("fiches_action");
        builder.HasOne<Convention>().WithMany().HasForeignKey(f => f.ConventionId);
        builder.HasIndex(f => f.PiloteUtilisateurId);
        builder.Ignore(f => f.Intitule);
        builder.Ignore(f => f.Contenu);
        builder.ComplexProperty(f => f.Identite, i =>
        {
            i.Property(x => x.Intitule).HasColumnName("intitule").HasMaxLength(IdentiteFiche.IntituleLongueurMax);
            i.Property(x => x.Champs).HasColumnName("champs");
            i.Property(x => x.Priorite).HasColumnName("priorite");
            i.Property(x => x.ImposeeParLaCaf).HasColumnName("imposee_par_la_caf");
            i.Property(x => x.Confidentielle).HasColumnName("confidentielle");
        });
        builder.ComplexProperty(f => f.Pourquoi);
        builder.ComplexProperty(f => f.Quoi);
        builder.ComplexProperty(f => f.PourQui);
        builder.ComplexProperty(f => f.Qui, q => q.Ignore(x => x.APilote));
        builder.ComplexProperty(f => f.Quand, q => q.Ignore(x => x.EstCoherente));
        builder.ComplexProperty(f => f.Moyens);
        builder.ComplexProperty(f => f.Resultats);

        builder.OwnsMany(f => f.Objectifs, o =>
        {
            o.ToTable("fiche_objectifs");
            o.WithOwner().HasForeignKey("FicheActionId");
            o.HasKey("FicheActionId", nameof(Objectif.Id));
            o.Property(x => x.Id).ValueGeneratedNever();
        });
        builder.OwnsMany(f => f.Operations, o =>
        {
            o.ToTable("fiche_operations");
            o.WithOwner().HasForeignKey("FicheActionId");
            o.Property<int>("Ligne").HasColumnName("id");
            o.HasKey("FicheActionId", "Ligne");
            o.Property(x => x.Id).HasColumnName("operation_id").HasDefaultValueSql("gen_random_uuid()").ValueGeneratedNever();
        });
        builder.OwnsMany(f => f.Financements, f =>
        {
            f.ToTable("fiche_financements");
            f.WithOwner().HasForeignKey("FicheActionId");
            f.Property<int>("Id");
            f.HasKey("FicheActionId", "Id");
        });
        builder.OwnsMany(f => f.Indicateurs, i =>
        {
            i.ToTable("fiche_indicateurs");
            i.WithOwner().HasForeignKey("FicheActionId");
            i.HasKey(x => x.Id);
            i.Property(x => x.Id).ValueGeneratedNever();
        });
        builder.Navigation(f => f.Objectifs).HasField("_objectifs");
        builder.Navigation(f => f.Operations).HasField("_operations");
        builder.Navigation(f => f.Indicateurs).HasField("_indicateurs");
    }
}

internal sealed class EtatFicheConfiguration : IEntityTypeConfiguration<EtatFiche>
{
    public void Configure(EntityTypeBuilder<EtatFiche> builder)
    {
        builder.ToTable("etats_fiche");
        builder.HasKey(e => new { e.FicheActionId, e.Revision });
        builder.HasOne<FicheAction>().WithMany().HasForeignKey(e => e.FicheActionId);
        builder.Property(e => e.ParNom).HasMaxLength(250);
        builder.Property(e => e.Contenu).EnContenuDeFiche();
    }
}

internal sealed class SuiviFicheConfiguration : IEntityTypeConfiguration<SuiviFiche>
{
    public void Configure(EntityTypeBuilder<SuiviFiche> builder)
    {
        builder.ToTable("suivis_fiche");
        builder.HasKey(s => s.FicheActionId);
        builder.HasOne<FicheAction>().WithOne().HasForeignKey<SuiviFiche>(s => s.FicheActionId);
        builder.HasIndex(s => s.ConventionId);
        builder.Property(s => s.Motif).HasMaxLength(SuiviFiche.MotifLongueurMax);

        builder.OwnsMany(s => s.Notes, n =>
        {
            n.ToTable("suivi_notes");
            n.WithOwner().HasForeignKey("FicheActionId");
            n.HasKey(x => x.Id);
            n.Property(x => x.Id).ValueGeneratedNever();
            n.Property(x => x.Texte).HasMaxLength(NoteSuivi.TexteLongueurMax);
        });
        builder.OwnsMany(s => s.Releves, r =>
        {
            r.ToTable("suivi_releves");
            r.WithOwner().HasForeignKey("FicheActionId");
            r.Property<int>("Id");
            r.HasKey("FicheActionId", "Id");
            r.HasIndex("FicheActionId", nameof(Releve.IndicateurFicheId), nameof(Releve.Le)).IsUnique();
        });
        builder.Navigation(s => s.Notes).HasField("_notes");
        builder.Navigation(s => s.Releves).HasField("_releves");
    }
}
