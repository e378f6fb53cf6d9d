using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Domain.Documents;

/// <summary>What attachments may hang on.</summary>
public enum NaturePorteur
{
    Entretien,
    Document,
    Fiche,
    Deliberation,
}

/// <summary>What a file is for the délibération that it is attached to.</summary>
public enum UsagePiece
{
    /// <summary>The act itself, as the assembly took it.</summary>
    Acte,

    /// <summary>What came back from the préfecture, with its stamp on each page. Another file: what was signed stays as it is.</summary>
    CopieTamponnee,
}

/// <summary>The key of what attachments hang on.</summary>
public readonly record struct PorteurPieces(NaturePorteur Nature, Guid Cible)
{
    public EntretienId? Entretien => Nature == NaturePorteur.Entretien ? EntretienId.From(Cible) : null;

    public DocumentExistantId? Document => Nature == NaturePorteur.Document ? DocumentExistantId.From(Cible) : null;

    public FicheActionId? Fiche => Nature == NaturePorteur.Fiche ? FicheActionId.From(Cible) : null;

    public DeliberationId? Deliberation => Nature == NaturePorteur.Deliberation ? DeliberationId.From(Cible) : null;

    public static PorteurPieces De(EntretienId id) => new(NaturePorteur.Entretien, id.Value);

    public static PorteurPieces De(DocumentExistantId id) => new(NaturePorteur.Document, id.Value);

    public static PorteurPieces De(FicheActionId id) => new(NaturePorteur.Fiche, id.Value);

    public static PorteurPieces De(DeliberationId id) => new(NaturePorteur.Deliberation, id.Value);
}

/// <summary>What attachments hang on, as a command found it.</summary>
/// <param name="Obstacles">Why nothing may be attached there any more; empty while it may change.</param>
public sealed record PorteurDePieces(PorteurPieces Cle, string Intitule, IReadOnlyList<Obstacle> Obstacles)
{
    internal string Ici => Cle.Nature switch
    {
        NaturePorteur.Entretien => "Un entretien",
        NaturePorteur.Document => "Un document",
        NaturePorteur.Deliberation => "Une délibération",
        _ => "Une fiche",
    };

    internal void ExigerModifiable() => BusinessRuleException.ThrowIfAny(Obstacles);
}

/// <summary>How many files hang there already, and how many bytes.</summary>
public readonly record struct DejaJointes(int Nombre, long Octets);

public readonly record struct AuteurPiece(UtilisateurId? Id, string Nom);

/// <param name="TypeMime">As recognised from the bytes, never as announced by the browser.</param>
/// <param name="Usage">What the file is for the act that it is attached to; null elsewhere.</param>
public sealed record FichierRecu(string Nom, string TypeMime, byte[] Contenu, string? Description, UsagePiece? Usage = null);
