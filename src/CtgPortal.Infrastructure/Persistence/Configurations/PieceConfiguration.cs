using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class PieceConfiguration : IEntityTypeConfiguration<Piece>
{
    public void Configure(EntityTypeBuilder<Piece> builder)
    {
        builder.ToTable("pieces");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Nom).HasMaxLength(Piece.NomLongueurMax);
        builder.Property(p => p.TypeMime).HasMaxLength(100);
        builder.Property(p => p.Empreinte).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Convention>().WithMany().HasForeignKey(p => p.ConventionId);

        // for whoever holds a document signed elsewhere and asks whether it is the one
        builder.HasIndex(p => p.Empreinte).HasFilter("nature = 'OriginalSigne'").HasDatabaseName("ix_pieces_originaux");
        builder.HasOne<PieceJointe>().WithOne().HasForeignKey<Piece>(p => p.PieceJointeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PieceJointeConfiguration : IEntityTypeConfiguration<PieceJointe>
{
    public void Configure(EntityTypeBuilder<PieceJointe> builder)
    {
        builder.ToTable("pieces_jointes", t => t.HasCheckConstraint(
            "ck_pieces_jointes_un_porteur", "num_nonnulls(entretien_id, document_existant_id, fiche_action_id, deliberation_id) = 1"));
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Ignore(j => j.Porteur);
        builder.Property(j => j.Nom).HasMaxLength(Piece.NomLongueurMax);
        builder.Property(j => j.Description).HasMaxLength(PieceJointe.DescriptionLongueurMax);
        builder.Property(j => j.ParNom).HasMaxLength(PieceJointe.ParNomLongueurMax);
        builder.HasOne<Convention>().WithMany().HasForeignKey(j => j.ConventionId);

        // what is attached goes away with what it is attached to, and its bytes with it
        builder.HasOne<Entretien>().WithMany().HasForeignKey(j => j.EntretienId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DocumentExistant>().WithMany().HasForeignKey(j => j.DocumentExistantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Deliberation>().WithMany().HasForeignKey(j => j.DeliberationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<FicheAction>().WithMany().HasForeignKey(j => j.FicheActionId).OnDelete(DeleteBehavior.Cascade);
    }
}
