using CtgPortal.Application.Documents;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Web.Common;

/// <summary>How attachments are named and found on pages.</summary>
public static class VuePieces
{
    /// <summary>Where their gestures are sent.</summary>
    public static string Adresse(PiecesDuPorteur pieces) =>
        $"/conventions/{pieces.Convention.Value}/pieces-jointes/{pieces.Porteur.Nature.ToString().ToLowerInvariant()}/{pieces.Porteur.Cible}";

    /// <summary>The page of what they are attached to.</summary>
    public static string Retour(PiecesDuPorteur pieces) => pieces.Porteur.Nature switch
    {
        NaturePorteur.Entretien => $"/conventions/{pieces.Convention.Value}/diagnostic/entretiens/{pieces.Porteur.Cible}",
        NaturePorteur.Document => $"/conventions/{pieces.Convention.Value}/diagnostic/documents/{pieces.Porteur.Cible}",
        NaturePorteur.Deliberation => $"/conventions/{pieces.Convention.Value}/deliberations/{pieces.Partie?.Value}{(pieces.Avenant is { } avenant ? $"?avenant={avenant.Value}" : "")}",
        _ => $"/conventions/{pieces.Convention.Value}/fiches/{pieces.Porteur.Cible}",
    };

    public static string MotsDuRetour(NaturePorteur nature) => nature switch
    {
        NaturePorteur.Entretien => "Revenir à l’entretien",
        NaturePorteur.Document => "Revenir au document",
        NaturePorteur.Deliberation => "Revenir à la délibération",
        _ => "Revenir à la fiche",
    };

    /// <summary>« Tableur XLSX ».</summary>
    public static string Genre(string typeMime)
    {
        var extension = TypeDocument.Extension(typeMime).TrimStart('.').ToUpperInvariant();
        return extension switch
        {
            "PDF" => extension,
            "DOCX" or "ODT" => $"Texte {extension}",
            "XLSX" or "ODS" => $"Tableur {extension}",
            "JPG" => "Image JPEG",
            _ => $"Image {extension}",
        };
    }

    public static string Icone(string typeMime) => TypeDocument.Extension(typeMime) switch
    {
        ".pdf" => "file-earmark-pdf",
        ".docx" or ".odt" => "file-earmark-text",
        ".xlsx" or ".ods" => "file-earmark-spreadsheet",
        _ => "file-earmark-image",
    };

    public static string Mo(int octets) => $"{octets / 1024 / 1024}\u00A0Mo";
}
