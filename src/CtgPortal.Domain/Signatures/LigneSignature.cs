using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Domain.Signatures;

public readonly record struct LigneSignatureId(Guid Value) : IStronglyTypedId<LigneSignatureId>
{
    public static LigneSignatureId From(Guid value) => new(value);

    public static LigneSignatureId New() => new(Guid.CreateVersion7());
}

/// <summary>One person of a circuit, as designated when it opened or when they replaced somebody. What one signed never changes.</summary>
public sealed class LigneSignature
{
    internal LigneSignature(RoleLigne role, int rang, int numero, PlaceLigne place, IdentiteSignataire identite)
    {
        Id = LigneSignatureId.New();
        Role = role;
        Rang = rang;
        Numero = numero;
        SignataireId = place.Signataire;
        PartieId = place.PartieId;
        Partie = place.Partie;
        DeliberationNumero = place.Deliberation?.Numero;
        DeliberationDate = place.Deliberation?.Date;
        NomComplet = identite.NomComplet;
        Qualite = identite.Qualite;
        Delegation = identite.Delegation;
        Courriel = identite.Courriel;
    }

    private LigneSignature()
    {
    }

    public LigneSignatureId Id { get; private init; }

    public RoleLigne Role { get; private init; }

    /// <summary>Those of one rank are called together, once those of lower ranks have signed; everybody is of the same rank by default.</summary>
    public int Rang { get; private init; }

    /// <summary>Place in the document, from 1; who replaces somebody takes their place.</summary>
    public int Numero { get; private init; }

    /// <summary>As designated on the convention, which names the field of the document; who replaces somebody takes it. Null for a visa or an observer.</summary>
    public SignataireId? SignataireId { get; private init; }

    /// <summary>Null for a visa or an observer of no party.</summary>
    public PartieId? PartieId { get; private init; }

    /// <summary>The party, or the body of a visa or an observer.</summary>
    public string Partie { get; private init; } = "";

    /// <summary>Of the act by which the party authorises the signature, on the day of the opening.</summary>
    public string? DeliberationNumero { get; private init; }

    public DateOnly? DeliberationDate { get; private init; }

    /// <summary>With the civility: « Madame Claire Morel ».</summary>
    public string NomComplet { get; private init; } = "";

    /// <summary>Gendered, « Première adjointe ».</summary>
    public string Qualite { get; private init; } = "";

    public Delegation? Delegation { get; private init; }

    public string? Courriel { get; private init; }

    /// <summary>When their turn came; null as long as others must sign before.</summary>
    public DateTimeOffset? AppeleeLe { get; private set; }

    /// <summary>Null as long as it is awaited.</summary>
    public ModeSignature? Mode { get; private set; }

    /// <summary>How the portal made sure of who signed; null on paper and in a parapheur.</summary>
    public MoyenIdentite? IdentitePar { get; private set; }

    /// <summary>The day written on the text; null as long as it does not count.</summary>
    public DateOnly? SigneeLe { get; private set; }

    /// <summary>When the portal recorded it, in UTC.</summary>
    public DateTimeOffset? EnregistreeLe { get; private set; }

    public UtilisateurId? UtilisateurId { get; private set; }

    /// <summary>The scan of the signed page, from its deposit on; or the file taken back from a parapheur.</summary>
    public PieceId? ScanId { get; private set; }

    public DepotPapier? Depot { get; private set; }

    /// <summary>The second person who compared the scan with the frozen text.</summary>
    public ControlePapier? Controle { get; private set; }

    /// <summary>Why the last scan deposited for this person was not taken.</summary>
    public RejetPapier? Rejet { get; private set; }

    public DateTimeOffset? RefuseeLe { get; private set; }

    public string? MotifRefus { get; private set; }

    public DateTimeOffset? RemplaceeLe { get; private set; }

    public string? MotifRemplacement { get; private set; }

    /// <summary>The line of who was replaced by this one.</summary>
    public LigneSignatureId? Remplace { get; private init; }

    public DateTimeOffset? RetireeLe { get; private set; }

    public string? MotifRetrait { get; private set; }

    public int Relances { get; private set; }

    public DateTimeOffset? DerniereRelanceLe { get; private set; }

    /// <summary>The version that was really signed, when this one differs from it only by what binds nobody.</summary>
    public Report? Report { get; private set; }

    public EtatLigne Etat => this switch
    {
        { RetireeLe: not null } => EtatLigne.Retiree,
        { RemplaceeLe: not null } => EtatLigne.Remplacee,
        { Role: RoleLigne.Observateur } => EtatLigne.Informee,
        { SigneeLe: not null, Report: not null } => EtatLigne.Reportee,
        { SigneeLe: not null } => EtatLigne.Signee,
        { ScanId: not null } => EtatLigne.AControler,
        { RefuseeLe: not null } => EtatLigne.Refusee,
        { AppeleeLe: not null } => EtatLigne.Appelee,
        _ => EtatLigne.EnAttente,
    };

    /// <summary>Still of the circuit.</summary>
    public bool EstVivante => RetireeLe is null && RemplaceeLe is null;

    /// <summary>Awaits nothing any more: signed, on whichever version.</summary>
    public bool EstSignee => SigneeLe is not null;

    /// <summary>Must sign or give a visa, and has not.</summary>
    public bool EstDue => EstVivante && Role != RoleLigne.Observateur && !EstSignee;

    internal void Appeler(DateTimeOffset now) => AppeleeLe = now;

    internal void Signer(ActeSignature acte, DateTimeOffset now) =>
        (Mode, IdentitePar, SigneeLe, EnregistreeLe, UtilisateurId) = (acte.Mode, acte.IdentitePar, now.JourEnFrance(), now, acte.Compte);

    internal void Deposer(PieceId scan, DepotPapier depot) => (ScanId, Depot, Rejet) = (scan, depot, null);

    internal void Accepter(ControlePapier controle) =>
        (Mode, SigneeLe, EnregistreeLe, Controle) = (ModeSignature.Papier, Depot!.SigneeLe, controle.Le, controle);

    internal void Rejeter(RejetPapier rejet) => (ScanId, Depot, Rejet) = (null, null, rejet);

    internal void Recueillir(DateOnly signeeLe, PieceId fichier, DateTimeOffset now) =>
        (Mode, SigneeLe, EnregistreeLe, ScanId) = (ModeSignature.Parapheur, signeeLe, now, fichier);

    internal void Refuser(string motif, DateTimeOffset now) => (RefuseeLe, MotifRefus) = (now, motif);

    internal LigneSignature RemplacerPar(IdentiteSignataire identite, string motif, DateTimeOffset now)
    {
        (RemplaceeLe, MotifRemplacement) = (now, motif);
        var deliberation = DeliberationNumero is { } numero && DeliberationDate is { } date ? new ReferenceActe(numero, date) : null;
        return new(Role, Rang, Numero, new(SignataireId, PartieId, Partie, deliberation), identite) { Remplace = Id };
    }

    internal void Retirer(string motif, DateTimeOffset now) => (RetireeLe, MotifRetrait) = (now, motif);

    internal void Relancer(DateTimeOffset now) => (Relances, DerniereRelanceLe) = (Relances + 1, now);

    /// <summary>The same person, for the same party, in the same capacity.</summary>
    internal bool EstLaMemeQue(LigneSignature autre) =>
        (Role, Partie, NomComplet, Qualite) == (autre.Role, autre.Partie, autre.NomComplet, autre.Qualite) && Delegation == autre.Delegation;

    internal void Reporter(LigneSignature signee, Report report) =>
        (AppeleeLe, Mode, IdentitePar, SigneeLe, EnregistreeLe, UtilisateurId, ScanId, Depot, Controle, Report) =
        (signee.AppeleeLe, signee.Mode, signee.IdentitePar, signee.SigneeLe, signee.EnregistreeLe, signee.UtilisateurId, signee.ScanId, signee.Depot, signee.Controle, report);
}

/// <summary>For whom a person signs.</summary>
internal sealed record PlaceLigne(SignataireId? Signataire, PartieId? PartieId, string Partie, ReferenceActe? Deliberation);
