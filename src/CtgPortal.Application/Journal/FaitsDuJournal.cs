using System.Collections.Frozen;
using System.Text.Json;
using CtgPortal.Domain.Common;

namespace CtgPortal.Application.Journal;

/// <summary>Families of facts, to filter a history; named after the folders of the domain.</summary>
public enum FamilleFaits
{
    Conventions,
    Diagnostics,
    Ateliers,
    Filiations,
    Plans,
    Bibliotheque,
    Textes,
    Equipements,
    Deliberations,
    Signatures,
    Avenants,
    Reprises,
    Fins,
    Suivi,
    Versions,
    Commentaires,
}

/// <summary>From a line of the journal back to the fact that it tells.</summary>
public static class FaitsDuJournal
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(DomainEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t.Name);

    public static IReadOnlyCollection<Type> Tous => Types.Values;

    /// <summary>Names of the event types of a family.</summary>
    public static IReadOnlyList<string> Noms(FamilleFaits famille) =>
        [.. Types.Values.Where(t => FamilleDe(t) == famille).Select(t => t.Name)];

    public static FamilleFaits FamilleDe(Type type) => Enum.Parse<FamilleFaits>(type.Namespace!.Split('.')[^1]);

    /// <exception cref="InvalidOperationException">A type that the domain no longer knows: it was renamed without a migration of the journal.</exception>
    public static DomainEvent Lire(string type, string donnees) =>
        (DomainEvent?)JsonSerializer.Deserialize(
            donnees,
            Types.GetValueOrDefault(type) ?? throw new InvalidOperationException($"The journal holds a {type} that the domain does not know."),
            JournalJson.Options)
        ?? throw new InvalidOperationException($"The journal holds a {type} without data.");
}
