using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class SignatureConfiguration : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("signatures");
        builder.HasOne<Convention>().WithMany().HasForeignKey(s => s.ConventionId);
        builder.HasOne<Avenant>().WithMany().HasForeignKey(s => s.AvenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Piece>().WithMany().HasForeignKey(s => s.TexteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Piece>().WithMany().HasForeignKey(s => s.DonneesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ConventionId, s.NumeroVersion }).IsUnique();

        // two openings at the same instant: the database keeps one
        builder.HasIndex(s => s.ConventionId).IsUnique().HasFilter("statut = 'Ouverte'").HasDatabaseName("ix_signatures_une_seule_ouverte");
        builder.Property(s => s.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.Property(s => s.Reference).HasMaxLength(ReferenceDocument.Longueur).IsFixedLength();
        builder.HasIndex(s => s.Reference).IsUnique();
        builder.Property(s => s.MotifAnnulation).HasMaxLength(Convention.MotifLongueurMax);
        builder.Property(s => s.Reserves).EnJson().HasDefaultValueSql("'[]'::jsonb");
        builder.Property(s => s.Ceremonie).EnJsonFacultatif();
        builder.Ignore(s => s.EstComplete).Ignore(s => s.EstArretee).Ignore(s => s.DerniereSignatureLe).Ignore(s => s.Remis);

        builder.OwnsMany(s => s.Lignes, Lignes);
        builder.Navigation(s => s.Lignes).HasField("_lignes");
    }

    private static void Lignes(OwnedNavigationBuilder<Signature, LigneSignature> l)
    {
        l.ToTable("signature_lignes");
        l.WithOwner().HasForeignKey("SignatureId");
        l.HasKey(x => x.Id);
        l.Property(x => x.Id).ValueGeneratedNever();
        l.HasIndex("SignatureId");
        l.HasIndex(x => x.Courriel);
        l.Property(x => x.Partie).HasMaxLength(Partie.NomLongueurMax);
        l.Property(x => x.DeliberationNumero).HasMaxLength(ReferenceActe.NumeroLongueurMax);
        l.Property(x => x.Courriel).HasMaxLength(IdentiteSignataire.CourrielLongueurMax);
        l.Property(x => x.Delegation).EnJsonFacultatif();
        l.Property(x => x.Depot).EnJsonFacultatif();
        l.Property(x => x.Controle).EnJsonFacultatif();
        l.Property(x => x.Rejet).EnJsonFacultatif();
        l.Property(x => x.Report).EnJsonFacultatif();
        l.Property(x => x.MotifRefus).HasMaxLength(Convention.MotifLongueurMax);
        l.Property(x => x.MotifRemplacement).HasMaxLength(Convention.MotifLongueurMax);
        l.Property(x => x.MotifRetrait).HasMaxLength(Convention.MotifLongueurMax);
        l.HasOne<Piece>().WithMany().HasForeignKey(x => x.ScanId).OnDelete(DeleteBehavior.Restrict);
        l.Ignore(x => x.Etat).Ignore(x => x.EstVivante).Ignore(x => x.EstSignee).Ignore(x => x.EstDue);
    }
}

internal sealed class LienSignatureConfiguration : IEntityTypeConfiguration<LienSignature>
{
    public void Configure(EntityTypeBuilder<LienSignature> builder)
    {
        builder.ToTable("liens_signature");
        builder.HasKey(l => l.Empreinte);
        builder.Property(l => l.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.Property(l => l.EmpreinteTexte).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Signature>().WithMany().HasForeignKey(l => l.SignatureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.LigneId);
    }
}

internal sealed class CodeSignatureConfiguration : IEntityTypeConfiguration<CodeSignature>
{
    public void Configure(EntityTypeBuilder<CodeSignature> builder)
    {
        builder.ToTable("codes_signature");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.EmpreinteTexte).HasMaxLength(64).IsFixedLength();
        builder.Property(c => c.Sceau).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Signature>().WithMany().HasForeignKey(c => c.SignatureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.LigneId, c.DemandeLe });
        builder.Ignore(c => c.EstEpuise);
    }
}
