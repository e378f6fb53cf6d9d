using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence.Configurations;

internal sealed class CommentaireConfiguration : IEntityTypeConfiguration<Commentaire>
{
    public void Configure(EntityTypeBuilder<Commentaire> builder)
    {
        builder.ToTable("commentaires");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Convention>().WithMany().HasForeignKey(c => c.ConventionId);
        builder.HasIndex(c => new { c.ConventionId, c.ResoluLe });

        // a fiche goes away with what was said of it
        builder.HasOne<FicheAction>().WithMany().HasForeignKey(c => c.FicheActionId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(c => c.Cible);
        builder.Property(c => c.Cle).HasMaxLength(CibleCommentaire.CleLongueurMax);
        builder.Property(c => c.Champ).HasMaxLength(CibleCommentaire.ChampLongueurMax);

        // read and written whole, never searched in SQL
        builder.Property(c => c.Messages).EnJson();
        builder.Property(c => c.Gestes).EnJson();

        builder.OwnsMany(c => c.Mentions, m =>
        {
            m.ToTable("commentaire_mentions");
            m.WithOwner().HasForeignKey("CommentaireId");
            m.HasKey("CommentaireId", nameof(Mention.MessageId), nameof(Mention.UtilisateurId));
            m.Property(x => x.Nom).HasMaxLength(250);

            // the home of a person looks only for what still waits for them
            m.HasIndex(x => x.UtilisateurId).HasFilter("traitee_le IS NULL");
        });
        builder.Navigation(c => c.Mentions).HasField("_mentions");
    }
}
