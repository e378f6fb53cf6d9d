using CtgPortal.Domain.Comptes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Comptes;

internal sealed class UtilisateurConfiguration : IEntityTypeConfiguration<Utilisateur>
{
    public void Configure(EntityTypeBuilder<Utilisateur> builder)
    {
        builder.ToTable("utilisateurs");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Email).IsRequired().HasMaxLength(254);
        builder.Property(u => u.NormalizedEmail).IsRequired().HasMaxLength(254);
        builder.HasIndex(u => u.NormalizedEmail).IsUnique().HasDatabaseName("ix_utilisateurs_normalized_email");
        builder.Ignore(u => u.NomComplet);
        builder.Property(u => u.Prenom).HasMaxLength(100);
        builder.Property(u => u.Nom).HasMaxLength(100);
        builder.Property(u => u.Fonction).HasMaxLength(200);
        builder.OwnsMany(u => u.Habilitations, h =>
        {
            h.ToTable("habilitations");
            h.WithOwner().HasForeignKey("UtilisateurId");
            h.Property(x => x.Code).HasMaxLength(Habilitation.CodeLongueurMax);
            h.HasKey("UtilisateurId", nameof(Habilitation.Role), nameof(Habilitation.Portee), nameof(Habilitation.Code));
            h.HasIndex(nameof(Habilitation.Portee), nameof(Habilitation.Code));
        });
    }
}

internal sealed class IdentityTablesConfiguration :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("utilisateur_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("utilisateur_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("utilisateur_tokens");
}
