using CtgPortal.Domain.Common;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Reprises;

/// <summary>A file signed outside the portal, kept as it was received.</summary>
/// <param name="Signatures">Those that it bears inside; none for the scan of a paper.</param>
public sealed record FichierOriginal(PieceId Piece, string Nom, string Empreinte, int Taille, IReadOnlyList<SignatureLue> Signatures)
{
    /// <exception cref="BusinessRuleException">With every reason why the file cannot be taken in.</exception>
    public static FichierOriginal Recevoir(ExamenOriginal examen, Piece piece)
    {
        BusinessRuleException.ThrowIfAny(examen.Obstacles(piece.Nom));
        return new(piece.Id, piece.Nom, piece.Empreinte, piece.Taille, examen.Signatures);
    }

    // what the history shows
    public override string ToString() => $"{Nom} ({Empreinte[..12]})";
}

/// <summary>An electronic signature inside a file, as it stood the day it was taken in.</summary>
/// <param name="Par">Name in its certificate.</param>
/// <param name="Le">By its timestamp when it has one, otherwise as it says of itself.</param>
/// <param name="Reserve">Why it cannot be vouched for, a sentence; null when it holds.</param>
public sealed record SignatureLue(string? Par, string? Emetteur, DateTimeOffset? Le, bool EstHorodatee, string? Reserve);

/// <summary>What a PDF says of itself before it is taken in.</summary>
/// <param name="Defaut">Why it cannot be read to its end, a sentence.</param>
/// <param name="Alterations">What was changed after a signature, in sentences.</param>
public sealed record ExamenOriginal(bool EstPdf, bool EstChiffre, string? Defaut, IReadOnlyList<string> Alterations, IReadOnlyList<SignatureLue> Signatures)
{
    internal IReadOnlyList<Obstacle> Obstacles(string nom) =>
    [
        .. When(!EstPdf, "original-pas-pdf", $"« {nom} » n’est pas un PDF : scannez ou exportez le document en PDF."),
        .. When(EstPdf && EstChiffre, "original-chiffre", $"« {nom} » est protégé par un chiffrement ou un mot de passe : enregistrez-le sans protection, puis déposez-le de nouveau."),
        .. When(EstPdf && !EstChiffre && Defaut is not null, "original-illisible", $"« {nom} » ne peut pas être lu jusqu’au bout. {Defaut}"),
        .. Alterations.Select(a => new Obstacle("original-altere", $"« {nom} » a été modifié après une signature : {a} Demandez le fichier d’origine.")),
    ];
}
