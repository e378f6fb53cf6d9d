using CtgPortal.Application.Comptes.Cles;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Comptes.Cles;

/// <summary>A passkey of an account: its public half, which opens nothing by itself.</summary>
internal sealed class CleAcces
{
    public Guid Id { get; init; }

    public Guid UtilisateurId { get; init; }

    /// <summary>By which the device knows it.</summary>
    public byte[] Identifiant { get; init; } = [];

    /// <summary>COSE.</summary>
    public byte[] ClePublique { get; init; } = [];

    public string Nom { get; set; } = "";

    public DateTimeOffset CreeeLe { get; init; }

    public DateTimeOffset? UtiliseeLe { get; set; }

    /// <summary>Goes up at each use on the devices that count; one that goes back is a copy.</summary>
    public long Compteur { get; set; }

    public string[] Transports { get; init; } = [];

    public bool EstSauvegardable { get; init; }

    public bool EstSauvegardee { get; set; }

    public UserPasskeyInfo EnIdentity() =>
        new(Identifiant, ClePublique, CreeeLe, (uint)Compteur, Transports, isUserVerified: true, EstSauvegardable, EstSauvegardee, attestationObject: [], clientDataJson: []) { Name = Nom };
}

internal sealed class CleAccesConfiguration : IEntityTypeConfiguration<CleAcces>
{
    public void Configure(EntityTypeBuilder<CleAcces> builder)
    {
        builder.ToTable("cles_acces");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Nom).HasMaxLength(ReglesCle.NomLongueurMax);
        builder.HasIndex(c => c.Identifiant).IsUnique();
        builder.HasIndex(c => c.UtilisateurId);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(c => c.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
    }
}
