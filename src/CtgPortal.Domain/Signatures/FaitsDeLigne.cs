using CtgPortal.Domain.Comptes;

namespace CtgPortal.Domain.Signatures;

public enum RoleLigne
{
    Signataire,

    /// <summary>Reads and approves before anybody signs (legal service, director): binds no party.</summary>
    Visa,

    /// <summary>Is told of everything and asked for nothing.</summary>
    Observateur,
}

public enum OrdreCircuit
{
    /// <summary>Everybody at once.</summary>
    Parallele,

    /// <summary>Rank after rank; those of one rank together.</summary>
    ParRang,
}

public enum ModeSignature
{
    /// <summary>By an account of the portal: a simple electronic signature in the sense of eIDAS, and nothing more.</summary>
    Compte,

    /// <summary>By a personal link and a code: simple as well.</summary>
    Lien,

    /// <summary>By hand; the scan is kept.</summary>
    Papier,

    /// <summary>In an outside parapheur; the signed file is kept.</summary>
    Parapheur,
}

/// <summary>What a person confirmed who they are with, at the moment of signing.</summary>
public enum MoyenIdentite
{
    MotDePasse,

    CleAcces,

    CodeCourriel,
}

public enum EtatLigne
{
    /// <summary>Others sign before.</summary>
    EnAttente,

    /// <summary>It is their turn.</summary>
    Appelee,

    /// <summary>Signed on paper; a second person has not compared the scan with the text yet.</summary>
    AControler,

    Signee,

    /// <summary>Signed on an earlier version that differs only by what binds nobody.</summary>
    Reportee,

    Refusee,

    Remplacee,

    Retiree,

    /// <summary>An observer.</summary>
    Informee,
}

/// <summary>Somebody of the portal who conducts the circuit.</summary>
public sealed record Agent(UtilisateurId Id, string Nom);

/// <summary>A signature given in the portal, by whichever door.</summary>
/// <param name="Empreinte">SHA-256 carried by the page that the person read.</param>
/// <param name="Compte">The account, when there is one.</param>
/// <param name="Courriel">Address of the account, which must be the one of the designated person; null behind a personal link, which names its line.</param>
public sealed record ActeSignature(ModeSignature Mode, MoyenIdentite IdentitePar, string Empreinte, UtilisateurId? Compte, string? Courriel);

/// <param name="SigneeLe">The day written by hand.</param>
public sealed record DepotPapier(DateOnly SigneeLe, Agent Par, DateTimeOffset Le);

public sealed record ControlePapier(Agent Par, DateTimeOffset Le);

public sealed record RejetPapier(string Motif, Agent Par, DateTimeOffset Le);

/// <summary>What was really signed.</summary>
public sealed record Report(int NumeroVersion, string Empreinte);

/// <summary>A refusal given in the portal.</summary>
/// <param name="Courriel">Address of the account; null behind a personal link, which names its line.</param>
public sealed record ActeRefus(ModeSignature Mode, string? Motif, UtilisateurId? Compte, string? Courriel);
