using System.Linq.Expressions;
using System.Text.Json;
using CtgPortal.Application.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence;

internal static class ColonneJson
{
    /// <summary>Stores immutable records as jsonb, written as the journal writes them; two values are the same when their texts are.</summary>
    public static PropertyBuilder<T> EnJson<T>(this PropertyBuilder<T> builder) =>
        builder.EnJson(texte => JsonSerializer.Deserialize<T>(texte, JournalJson.Options)!);

    /// <param name="lire">For a value that was written otherwise once.</param>
    public static PropertyBuilder<T> EnJson<T>(this PropertyBuilder<T> builder, Expression<Func<string, T>> lire) => builder
        .HasColumnType("jsonb")
        .HasConversion(
            valeur => JsonSerializer.Serialize(valeur, JournalJson.Options),
            lire,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, JournalJson.Options) == JsonSerializer.Serialize(b, JournalJson.Options),
                valeur => JsonSerializer.Serialize(valeur, JournalJson.Options).GetHashCode(StringComparison.Ordinal)));

    /// <summary>As above, for a record that may be absent: a null column, not a JSON null.</summary>
    public static PropertyBuilder<T?> EnJsonFacultatif<T>(this PropertyBuilder<T?> builder)
        where T : class => builder
        .HasColumnType("jsonb")
        .HasConversion(
            valeur => valeur == null ? null : JsonSerializer.Serialize(valeur, JournalJson.Options),
            texte => texte == null ? null : JsonSerializer.Deserialize<T>(texte, JournalJson.Options),
            new ValueComparer<T?>(
                (a, b) => JsonSerializer.Serialize(a, JournalJson.Options) == JsonSerializer.Serialize(b, JournalJson.Options),
                valeur => valeur == null ? 0 : JsonSerializer.Serialize(valeur, JournalJson.Options).GetHashCode(StringComparison.Ordinal)));
}
