namespace CtgPortal.Application.Marques;

/// <summary>Words of one line that are set the same way.</summary>
/// <param name="Lien">Where they lead: http, https or mailto, nothing else.</param>
public sealed record Passage(string Texte, bool Gras = false, bool Italique = false, string? Lien = null);

/// <summary>
/// Says that a text of a document carries marks (<c>**gras**</c>, <c>*italique*</c>, <c>[lien](https://…)</c>, lists), which whoever
/// prints it reads with <see cref="TexteRiche"/> or <see cref="Documents.BlocTexte.DepuisTexte"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MarquesAttribute : Attribute
{
    /// <summary>Of one paragraph or item: no list in it.</summary>
    public bool SurUneLigne { get; init; }
}
