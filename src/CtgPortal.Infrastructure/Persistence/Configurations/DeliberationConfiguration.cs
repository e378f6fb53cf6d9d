using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class DeliberationConfiguration : IEntityTypeConfiguration<Deliberation>
{
    public void Configure(EntityTypeBuilder<Deliberation> builder)
    {
        builder.ToTable("deliberations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Description);
        builder.ComplexProperty(d => d.Reference, r =>
        {
            r.Property(x => x.Numero).HasColumnName("numero").HasMaxLength(ReferenceActe.NumeroLongueurMax);
            r.Property(x => x.Date).HasColumnName("date");
        });
        builder.Property(d => d.Organe).HasMaxLength(DescriptionActe.OrganeLongueurMax);
        builder.Property(d => d.Objet).HasMaxLength(DescriptionActe.ObjetLongueurMax);
        builder.Property(d => d.Vote).EnJsonFacultatif();
        builder.ComplexProperty(d => d.Controle, c =>
        {
            c.Property(x => x.TransmisLe).HasColumnName("transmis_le");
            c.Property(x => x.RecuLe).HasColumnName("recu_le");
            c.Property(x => x.PublieLe).HasColumnName("publie_le");
            c.Property(x => x.Identifiant).HasColumnName("identifiant").HasMaxLength(ControleLegalite.IdentifiantLongueurMax);
        });
        builder.HasOne<Convention>().WithMany().HasForeignKey(d => d.ConventionId);
        builder.HasOne<Avenant>().WithMany().HasForeignKey(d => d.AvenantId);

        // one act for each party, and one for each avenant that it signs; a party is a row of the convention, which takes its act away when it leaves
        builder.HasIndex(d => new { d.ConventionId, d.PartieId, d.AvenantId }).IsUnique().AreNullsDistinct(false);
    }
}
