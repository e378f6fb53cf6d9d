using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class SignatureConfiguration : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("signatures");
        builder.HasOne<Convention>().WithMany().HasForeignKey(s => s.ConventionId);
        builder.HasOne<Piece>().WithMany().HasForeignKey(s => s.TexteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Piece>().WithMany().HasForeignKey(s => s.DonneesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ConventionId, s.NumeroVersion }).IsUnique();

        // two openings at the same instant: the database keeps one
        builder.HasIndex(s => s.ConventionId).IsUnique().HasFilter("statut = 'Ouverte'").HasDatabaseName("ix_signatures_une_seule_ouverte");
        builder.Property(s => s.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.Property(s => s.Reference).HasMaxLength(ReferenceDocument.Longueur).IsFixedLength();
        builder.HasIndex(s => s.Reference).IsUnique();
        builder.Property(s => s.MotifAnnulation).HasMaxLength(Convention.MotifLongueurMax);
        builder.Ignore(s => s.EstComplete).Ignore(s => s.DerniereSignatureLe);

        builder.OwnsMany(s => s.Lignes, l =>
        {
            l.ToTable("signature_lignes");
            l.WithOwner().HasForeignKey("SignatureId");
            l.HasKey("SignatureId", nameof(LigneSignature.SignataireId));
            l.Property(x => x.SignataireId).ValueGeneratedNever();
            l.Ignore(x => x.EstSignee);
            l.HasIndex(x => x.Courriel);
        });
        builder.Navigation(s => s.Lignes).HasField("_lignes");
    }
}
