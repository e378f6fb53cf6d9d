using CtgPortal.Domain.Common;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Documents;

/// <summary>The same three facts are told with the diagnostic, with the fiche or with the délibération: a confidential fiche keeps its own to itself.</summary>
internal static class FaitsDesPieces
{
    public static ConventionEvent Ajoutee(PieceJointe piece, PorteurDePieces porteur, DateTimeOffset now) => piece.FicheActionId is { } fiche
        ? new PieceJointeALaFiche(piece.ConventionId, fiche, porteur.Intitule, piece.Nom, now)
        : piece.DeliberationId is not null ? new PieceJointeALaDeliberation(piece.ConventionId, porteur.Intitule, piece.Nom, now)
        : new PieceJointeAuDiagnostic(piece.ConventionId, porteur.Intitule, piece.Nom, now);

    public static ConventionEvent Decrite(PieceJointe piece, PorteurDePieces porteur, DateTimeOffset now) => piece.FicheActionId is { } fiche
        ? new PieceDeFicheDecrite(piece.ConventionId, fiche, porteur.Intitule, piece.Nom, now)
        : piece.DeliberationId is not null ? new PieceDeDeliberationDecrite(piece.ConventionId, porteur.Intitule, piece.Nom, now)
        : new PieceDuDiagnosticDecrite(piece.ConventionId, porteur.Intitule, piece.Nom, now);

    public static ConventionEvent Retiree(PieceJointe piece, PorteurDePieces porteur, DateTimeOffset now) => piece.FicheActionId is { } fiche
        ? new PieceRetireeDeLaFiche(piece.ConventionId, fiche, porteur.Intitule, piece.Nom, now)
        : piece.DeliberationId is not null ? new PieceRetireeDeLaDeliberation(piece.ConventionId, porteur.Intitule, piece.Nom, now)
        : new PieceRetireeDuDiagnostic(piece.ConventionId, porteur.Intitule, piece.Nom, now);
}
