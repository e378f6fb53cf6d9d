using System.Security.Cryptography;

namespace CtgPortal.Application.Documents;

/// <summary>How a document leaves the portal: to be kept, or to be edited.</summary>
public enum FormatDocument
{
    Pdf,
    Word,
}

/// <summary>Writes a described document in either format.</summary>
public sealed class ImprimerieDocuments(IDocumentsPdf pdf, IDocumentsWord word)
{
    /// <param name="nom">Without extension.</param>
    /// <exception cref="Common.ServiceIndisponibleException">The typesetter cannot serve now.</exception>
    public async Task<Fichier> ImprimerAsync(DocumentCompose document, string nom, FormatDocument format, CancellationToken cancellationToken)
    {
        var contenu = format == FormatDocument.Pdf ? await pdf.ComposerAsync(document, cancellationToken) : word.Composer(document);
        return new(nom + Extension(format), TypeMime(format), contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
    }

    public static string TypeMime(FormatDocument format) => format == FormatDocument.Pdf ? "application/pdf" : IDocumentsWord.TypeMime;

    public static string Extension(FormatDocument format) => format == FormatDocument.Pdf ? ".pdf" : ".docx";
}
