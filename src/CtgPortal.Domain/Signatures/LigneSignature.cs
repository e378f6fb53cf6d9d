using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Domain.Signatures;

public enum ModeSignature
{
    /// <summary>By an account of the portal: a simple electronic signature in the sense of eIDAS, and nothing more.</summary>
    Portail,

    /// <summary>By hand; the scan is kept.</summary>
    Papier,
}

/// <summary>One signer of a circuit, as designated when it opened.</summary>
public sealed class LigneSignature
{
    internal LigneSignature(Signataire signataire, string partie, int rang)
    {
        SignataireId = signataire.Id;
        Partie = partie;
        Rang = rang;
        NomComplet = signataire.Identite.NomComplet;
        Qualite = signataire.Identite.Qualite;
        Delegation = signataire.Identite.Delegation;
        Courriel = signataire.Identite.Courriel;
    }

    private LigneSignature()
    {
    }

    public SignataireId SignataireId { get; private init; }

    public int Rang { get; private init; }

    public string Partie { get; private init; } = "";

    public string NomComplet { get; private init; } = "";

    public string Qualite { get; private init; } = "";

    public string? Delegation { get; private init; }

    public string? Courriel { get; private init; }

    /// <summary>Null as long as it is awaited.</summary>
    public ModeSignature? Mode { get; private set; }

    /// <summary>The day written on the text.</summary>
    public DateOnly? SigneeLe { get; private set; }

    /// <summary>When the portal recorded it, in UTC.</summary>
    public DateTimeOffset? EnregistreeLe { get; private set; }

    public UtilisateurId? UtilisateurId { get; private set; }

    public PieceId? ScanId { get; private set; }

    public bool EstSignee => Mode is not null;

    internal void SignerAuPortail(UtilisateurId utilisateur, DateTimeOffset now) =>
        (Mode, SigneeLe, EnregistreeLe, UtilisateurId) = (ModeSignature.Portail, now.JourEnFrance(), now, utilisateur);

    internal void SignerSurPapier(DateOnly signeeLe, PieceId scan, DateTimeOffset now) =>
        (Mode, SigneeLe, EnregistreeLe, ScanId) = (ModeSignature.Papier, signeeLe, now, scan);
}
