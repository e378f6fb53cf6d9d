using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures.Preuves;

namespace CtgPortal.Domain.Signatures;

/// <summary>A fact of a circuit: told by the history of the convention, and a link of the chain of proofs.</summary>
public interface IFaitDeCircuit : IFaitDePreuve;

/// <summary>A fact of one line of a circuit.</summary>
public interface IFaitDeLigne : IFaitDeCircuit
{
    LigneSignatureId Ligne { get; }

    Guid? IFaitDePreuve.LigneConcernee => Ligne.Value;
}

/// <param name="Lignes">Everybody asked, visas and observers among them; empty for circuits opened before this was kept.</param>
/// <param name="Signataires">Who must sign.</param>
public sealed record SignatureOuverte(
    ConventionId Convention, SignatureId Signature, int NumeroVersion, string Empreinte, int Signataires, OrdreCircuit Ordre, DateOnly? ExpireLe,
    IReadOnlyList<LigneOuverte>? Lignes, IReadOnlyList<ReserveAcceptee>? Reserves, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

/// <param name="Delegation">As printed; null for who signs in their own name.</param>
public sealed record LigneOuverte(LigneSignatureId Ligne, int Numero, RoleLigne Role, int Rang, string Nom, string Qualite, string Partie, string? Delegation);

/// <summary>Their turn came: they are invited to sign or to give their visa, or told that the circuit is open.</summary>
public sealed record SignataireAppele(ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Nom, RoleLigne Role, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

/// <param name="Empreinte">Of the very bytes that were signed.</param>
/// <param name="Scan">Of a signature on paper, or the file of a parapheur.</param>
/// <param name="ControlePar">The second person, on paper.</param>
public sealed record SignatureRecueillie(
    ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Signataire, RoleLigne Role, ModeSignature Mode, MoyenIdentite? IdentitePar,
    string Empreinte, DateOnly? SigneeLe, UtilisateurId? Compte, PieceId? Scan, string? ControlePar, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

/// <summary>A scan waits for a second person.</summary>
public sealed record ScanDepose(
    ConventionId Convention, SignatureId Signature, IReadOnlyList<LigneSignatureId> Lignes, IReadOnlyList<string> Noms, PieceId Scan, DateOnly SigneeLe, string Par, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

public sealed record ScanRejete(
    ConventionId Convention, SignatureId Signature, IReadOnlyList<LigneSignatureId> Lignes, IReadOnlyList<string> Noms, PieceId Scan, string Motif, string Par, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

public sealed record SignatureRefusee(
    ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Signataire, RoleLigne Role, string Motif, UtilisateurId? Compte, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

/// <param name="Ligne">Of who leaves.</param>
public sealed record SignataireRemplace(
    ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Ancien, LigneSignatureId NouvelleLigne, string Nouveau, string Partie, string Motif, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

public sealed record LigneRetiree(ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Nom, RoleLigne Role, string Motif, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

public sealed record CircuitProlonge(ConventionId Convention, SignatureId Signature, DateOnly? Avant, DateOnly? Apres, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

public sealed record SignataireRelance(ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Nom, int Fois, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

public sealed record CeremoniePlanifiee(ConventionId Convention, SignatureId Signature, DateOnly Jour, TimeOnly Heure, string Lieu, int Sequence, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

public sealed record CeremonieAnnulee(ConventionId Convention, SignatureId Signature, DateOnly Jour, TimeOnly Heure, string Lieu, int Sequence, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

/// <summary>Signed on an earlier version that differs only by what binds nobody.</summary>
/// <param name="NumeroVersion">The version that was really signed.</param>
/// <param name="Empreinte">Its fingerprint.</param>
public sealed record SignatureReportee(
    ConventionId Convention, SignatureId Signature, LigneSignatureId Ligne, string Signataire, int NumeroVersion, string Empreinte, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeLigne;

public sealed record SignatureCompletee(ConventionId Convention, SignatureId Signature, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeCircuit;

/// <summary>A file came back from an outside parapheur and holds; who signed is said afterwards.</summary>
/// <param name="Empreinte">SHA-256 of that file.</param>
public sealed record RetourDeParapheur(
    ConventionId Convention, SignatureId Signature, PieceId Piece, string Empreinte, IReadOnlyList<SignatureDeParapheur>? Signatures, string Par, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

/// <summary>The final file is made: the frozen text, every signature, the seal of the portal and its timestamp.</summary>
/// <param name="Empreinte">SHA-256 of the sealed file.</param>
/// <param name="Certificat">Name in the certificate that sealed.</param>
/// <param name="HorodateLe">As the time-stamping authority says.</param>
public sealed record DocumentScelle(
    ConventionId Convention, SignatureId Signature, PieceId Piece, string Empreinte, int Taille, string Certificat, DateTimeOffset HorodateLe, string Horodateur,
    DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;

public sealed record SignatureAnnulee(ConventionId Convention, SignatureId Signature, string Motif, int DejaRecueillies, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeCircuit;
