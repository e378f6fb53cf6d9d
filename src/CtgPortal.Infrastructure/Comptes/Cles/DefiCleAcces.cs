using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Comptes.Cles;

internal enum UsageDefi
{
    Ajout,
    Connexion,
    Signature,
}

/// <summary>A challenge that a device was asked to answer. It lives in the database: any instance may receive the answer, once.</summary>
internal sealed class DefiCleAcces
{
    public Guid Id { get; init; }

    public UsageDefi Usage { get; init; }

    /// <summary>Whose key answers; null to sign in.</summary>
    public Guid? UtilisateurId { get; init; }

    /// <summary>What Identity compares the answer with.</summary>
    public string Etat { get; init; } = "";

    /// <summary>What the answer signs, and has not signed yet.</summary>
    public List<TexteASigner> Textes { get; private set; } = [];

    public DateTimeOffset ExpireLe { get; init; }

    /// <summary>SHA-256 of the answer that was found right, when it signs several texts.</summary>
    public string? Reponse { get; private set; }

    public static DefiCleAcces Lancer(UsageDefi usage, Guid? utilisateur, string etat, IEnumerable<TexteASigner> textes, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Usage = usage,
        UtilisateurId = utilisateur,
        Etat = etat,
        Textes = [.. textes],
        ExpireLe = now + ReglesCle.Duree,
    };

    /// <summary>The text is signed by this answer, and by no other after it.</summary>
    public void Servir(TexteASigner texte, string reponse)
    {
        Reponse = Hacher(reponse);
        Textes = [.. Textes.Where(t => t != texte)];
    }

    public bool EstLaMeme(string reponse) => Hacher(reponse) == Reponse;

    private static string Hacher(string reponse) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reponse)));
}

internal sealed class DefiCleAccesConfiguration : IEntityTypeConfiguration<DefiCleAcces>
{
    public void Configure(EntityTypeBuilder<DefiCleAcces> builder)
    {
        builder.ToTable("defis_cle_acces");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Textes).EnJson();
        builder.Property(d => d.Reponse).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(d => d.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => d.ExpireLe);
    }
}
