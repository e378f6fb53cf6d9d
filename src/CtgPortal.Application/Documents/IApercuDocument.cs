using System.Text.Json.Serialization;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Documents;

/// <summary>What of the document a form writes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartieApercue>))]
public enum PartieApercue
{
    Fiche,
    Article,
    Visas,
    Preambule,
    Gouvernance,
    Evaluation,
}

/// <summary>One part of the document on the pages it will have there.</summary>
/// <param name="Numero">Of the article.</param>
/// <param name="Mention">At the foot of each page; null for the one of the document.</param>
/// <param name="Dossier">The frame of the document with this part; what else it holds is not printed.</param>
public sealed record ApercuAComposer(PartieApercue Partie, int? Numero, string? Mention, DossierConvention Dossier);

/// <summary>Where a field stands in a picture.</summary>
/// <param name="Champ">As the form names it; with « # » before it, its end.</param>
/// <param name="Y">From the top of its page, 1 for the bottom.</param>
public sealed record Repere(string Champ, int Page, double Y);

/// <param name="Svg">The pages one below the other in one drawing that needs nothing else, in UTF-8.</param>
public sealed record ImageDApercu(byte[] Svg, int Pages, IReadOnlyList<Repere> Reperes);

/// <summary>Sets a part of the document with the templates of the whole.</summary>
public interface IApercuDocument
{
    /// <summary>The pages as a picture. A person has one at a time: of those asked meanwhile the last one alone is set.</summary>
    /// <exception cref="ServiceIndisponibleException">A later one was asked, or the typesetter is dead, stuck or over time.</exception>
    Task<ImageDApercu> DessinerAsync(ApercuAComposer apercu, UtilisateurId personne, CancellationToken cancellationToken);

    /// <summary>The same pages as a file.</summary>
    /// <exception cref="ServiceIndisponibleException">The typesetter is dead, stuck, over time or has too many documents waiting.</exception>
    Task<byte[]> ComposerAsync(ApercuAComposer apercu, CancellationToken cancellationToken);
}
