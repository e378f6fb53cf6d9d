using System.Text.Json;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Imports;

/// <summary>One mebibyte or less of a file that somebody imports.</summary>
internal sealed class BlocImporte
{
    public ImportChiffresId ImportId { get; init; }

    public int Rang { get; init; }

    public byte[] Contenu { get; init; } = [];
}

/// <summary>What was read of the file, apart from the import so that showing its progress does not load it.</summary>
internal sealed class ResultatImporte
{
    public ImportChiffresId ImportId { get; init; }

    public ResultatLecture Resultat { get; init; } = null!;
}

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportChiffres>, IEntityTypeConfiguration<BlocImporte>, IEntityTypeConfiguration<ResultatImporte>
{
    public void Configure(EntityTypeBuilder<ImportChiffres> builder)
    {
        builder.ToTable("imports_chiffres");
        builder.HasOne<Convention>().WithMany().HasForeignKey(i => i.ConventionId);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Revision).IsConcurrencyToken();
        builder.Property(i => i.Fichier).HasMaxLength(ImportChiffres.FichierLongueurMax);
        builder.Property(i => i.Motif).HasMaxLength(ImportChiffres.MotifLongueurMax);
        builder.Property(i => i.Champ).HasMaxLength(Indicateur.ChampLongueurMax);
        builder.HasIndex(i => i.Etat);
        builder.Ignore(i => i.ObstaclesALEcriture);
        EnJson(builder.Property(i => i.Decoupage));
        EnJson(builder.Property(i => i.Apercu));
        EnJson(builder.Property(i => i.Plan));
        EnJson(builder.Property(i => i.Liaisons));
        EnJson(builder.Property(i => i.Bilan));
    }

    public void Configure(EntityTypeBuilder<BlocImporte> builder)
    {
        builder.ToTable("import_fichier_blocs");
        builder.HasKey(b => new { b.ImportId, b.Rang });
        builder.HasOne<ImportChiffres>().WithMany().HasForeignKey(b => b.ImportId);
    }

    public void Configure(EntityTypeBuilder<ResultatImporte> builder)
    {
        builder.ToTable("import_resultats");
        builder.HasKey(r => r.ImportId);
        builder.Property(r => r.ImportId).ValueGeneratedNever();
        builder.HasOne<ImportChiffres>().WithOne().HasForeignKey<ResultatImporte>(r => r.ImportId);
        EnJson(builder.Property(r => r.Resultat));
    }

    // the values are replaced whole, never changed in place; json, not jsonb: the zero character aside, what was read comes back as it was
    private static void EnJson<T>(PropertyBuilder<T> propriete)
        where T : class? => propriete.HasColumnType("json").HasConversion(
            valeur => JsonSerializer.Serialize(valeur, ImportJson.Options),
            json => JsonSerializer.Deserialize<T>(json, ImportJson.Options)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), valeur => valeur == null ? 0 : valeur.GetHashCode(), valeur => valeur));
}
