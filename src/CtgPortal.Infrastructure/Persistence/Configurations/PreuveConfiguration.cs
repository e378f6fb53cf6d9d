using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

/// <summary>Triggers keep what is written from being altered, see <see cref="PreuvesSql"/>.</summary>
internal sealed class EvenementPreuveConfiguration : IEntityTypeConfiguration<EvenementPreuve>
{
    public void Configure(EntityTypeBuilder<EvenementPreuve> builder)
    {
        builder.ToTable(PreuvesSql.Table);
        builder.HasKey(e => new { e.SignatureId, e.Numero });
        builder.HasOne<Signature>().WithMany().HasForeignKey(e => e.SignatureId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Numero).ValueGeneratedNever();
        builder.Property(e => e.Type).HasMaxLength(EvenementPreuve.TypeLongueurMax);
        builder.Property(e => e.ParNom).HasMaxLength(EvenementPreuve.NomLongueurMax);
        builder.Property(e => e.Agent).HasMaxLength(EvenementPreuve.AgentLongueurMax);
        builder.Property(e => e.IpScellee).HasMaxLength(76);
        builder.Property(e => e.Precedente).HasMaxLength(64).IsFixedLength();
        builder.Property(e => e.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.Property(e => e.Ip).HasMaxLength(EvenementPreuve.IpLongueurMax);
        builder.Ignore(e => e.Tete);

        // whose address is still to be erased
        builder.HasIndex(e => e.Le).HasFilter("ip IS NOT NULL").HasDatabaseName("ix_preuves_avec_ip");
    }
}

internal sealed class HorodatagePreuveConfiguration : IEntityTypeConfiguration<HorodatagePreuve>
{
    public void Configure(EntityTypeBuilder<HorodatagePreuve> builder)
    {
        builder.ToTable(PreuvesSql.TableHorodatages);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => h.Numero).IsUnique();
        builder.HasIndex(h => h.Jour).IsUnique();
        builder.Property(h => h.Precedente).HasMaxLength(64).IsFixedLength();
        builder.Property(h => h.Racine).HasMaxLength(64).IsFixedLength();
        builder.Property(h => h.Autorite).HasMaxLength(HorodatagePreuve.AutoriteLongueurMax);
        builder.Property(h => h.DerniereErreur).HasMaxLength(HorodatagePreuve.ErreurLongueurMax);
        builder.Ignore(h => h.Etat);
        builder.OwnsMany(h => h.Tetes, t =>
        {
            t.ToTable(PreuvesSql.TableTetes);
            t.WithOwner().HasForeignKey("HorodatageId");
            t.HasKey("HorodatageId", nameof(TeteHorodatee.SignatureId));
            t.Property(x => x.Empreinte).HasMaxLength(64).IsFixedLength();
            t.HasIndex(x => x.SignatureId);
        });
        builder.Navigation(h => h.Tetes).HasField("_tetes");
    }
}
