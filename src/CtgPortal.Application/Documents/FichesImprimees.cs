using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace CtgPortal.Application.Documents;

[JsonConverter(typeof(JsonStringEnumConverter<FormeFiches>))]
public enum FormeFiches
{
    /// <summary>One fiche, without anything around it.</summary>
    Fiche,

    /// <summary>Fiches one after the other, below a list of them.</summary>
    Selection,

    /// <summary>The plan whole, with its axes.</summary>
    Plan,
}

/// <summary>Fiches as a document of their own, each as the convention prints it.</summary>
public sealed record FichesImprimees
{
    public required FormeFiches Forme { get; init; }

    public required string Titre { get; init; }

    public required string Territoire { get; init; }

    /// <summary>Of the convention.</summary>
    public required string Intitule { get; init; }

    public DateOnly? Debut { get; init; }

    public DateOnly? Fin { get; init; }

    public required IReadOnlyList<string> Niveaux { get; init; }

    public required IReadOnlyList<string> Champs { get; init; }

    /// <summary>With the fiches to print and no other.</summary>
    public required IReadOnlyList<AxeDossier> Axes { get; init; }

    /// <summary>Of the money of these fiches.</summary>
    public SommeDossier Montants => BudgetDossier.Sommer(Axes.SelectMany(a => a.Toutes));

    /// <summary>Some parts of the fiches are left out on purpose: what is empty is not to be completed.</summary>
    public bool Partielles { get; init; }

    /// <summary>It holds what partners and readers do not see.</summary>
    public bool Confidentiel { get; init; }

    public required DateOnly DateProduction { get; init; }
}

/// <summary>Sets fiches on pages that nobody edits. The same fiches always give the same bytes.</summary>
public interface IFichesPdf
{
    /// <returns>A tagged PDF/A-3a file with its data attached as JSON.</returns>
    /// <exception cref="Common.ServiceIndisponibleException">The typesetter cannot serve now.</exception>
    Task<byte[]> ComposerAsync(FichesImprimees fiches, CancellationToken cancellationToken);
}

/// <summary>Writes fiches for those who go on in a word processor.</summary>
public interface IFichesWord
{
    /// <returns>A .docx file.</returns>
    byte[] Composer(FichesImprimees fiches);
}

/// <summary>Prints fiches in either format.</summary>
public sealed class ImprimerieFiches(IFichesPdf pdf, IFichesWord word)
{
    /// <param name="nom">Without extension.</param>
    /// <exception cref="Common.ServiceIndisponibleException">The typesetter cannot serve now.</exception>
    public async Task<Fichier> ImprimerAsync(FichesImprimees fiches, string nom, FormatDocument format, CancellationToken cancellationToken)
    {
        var contenu = format == FormatDocument.Pdf ? await pdf.ComposerAsync(fiches, cancellationToken) : word.Composer(fiches);
        return new(
            nom + ImprimerieDocuments.Extension(format), ImprimerieDocuments.TypeMime(format), contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
    }
}
