using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Documents;

public readonly record struct PieceJointeId(Guid Value) : IStronglyTypedId<PieceJointeId>
{
    public static PieceJointeId From(Guid value) => new(value);

    public static PieceJointeId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// A file that somebody attached to an interview, to an existing document, to a fiche or to a délibération. It is its own aggregate, so that two people
/// attach files at once and that no listing reads bytes: those are in the <see cref="Piece"/> that goes away with it.
/// </summary>
public sealed class PieceJointe : AggregateRoot
{
    public const int NombreMax = 20;

    /// <summary>60 MiB for all the files of one interview, document or fiche.</summary>
    public const int TotalMax = 60 * 1024 * 1024;

    public const int DescriptionLongueurMax = 200;

    public const int ParNomLongueurMax = 200;

    private PieceJointe()
    {
    }

    public PieceJointeId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public EntretienId? EntretienId { get; private init; }

    public DocumentExistantId? DocumentExistantId { get; private init; }

    public FicheActionId? FicheActionId { get; private init; }

    public DeliberationId? DeliberationId { get; private init; }

    /// <summary>Of a file of a délibération; null for the others, and where nobody said.</summary>
    public UsagePiece? Usage { get; private init; }

    /// <summary>The file name, which never changes.</summary>
    public string Nom { get; private init; } = "";

    /// <summary>What people read instead of the file name; null when nobody described it.</summary>
    public string? Description { get; private set; }

    public DateTimeOffset Le { get; private init; }

    /// <summary>Null when nobody knows: the file is older than the attachments.</summary>
    public UtilisateurId? Par { get; private init; }

    /// <summary>As they were called then; empty when nobody knows.</summary>
    public string ParNom { get; private init; } = "";

    public PorteurPieces Porteur =>
        FicheActionId is { } fiche ? PorteurPieces.De(fiche)
        : DeliberationId is { } deliberation ? PorteurPieces.De(deliberation)
        : EntretienId is { } entretien ? PorteurPieces.De(entretien)
        : PorteurPieces.De(DocumentExistantId!.Value);

    /// <summary>All the files, or none: one refusal names every file that has to change.</summary>
    /// <param name="deja">What hangs there already, read under the lock of its bearer.</param>
    /// <exception cref="BusinessRuleException">Frozen, no room left, an empty or too big file, a description too long.</exception>
    public static IReadOnlyList<(PieceJointe Jointe, Piece Piece)> Joindre(
        ConventionId convention, PorteurDePieces porteur, IReadOnlyList<FichierRecu> fichiers, DejaJointes deja, AuteurPiece par, DateTimeOffset now)
    {
        porteur.ExigerModifiable();
        BusinessRuleException.ThrowIfAny(
        [
            .. When(
                deja.Nombre + fichiers.Count > NombreMax, "pieces-trop-nombreuses",
                $"{porteur.Ici} porte au plus {NombreMax} pièces jointes ; il y en a déjà {deja.Nombre}. Retirez celles qui ne servent plus."),
            .. When(
                deja.Octets + fichiers.Sum(f => (long)f.Contenu.Length) > TotalMax, "pieces-trop-lourdes",
                $"Les pièces jointes dépasseraient {TotalMax / 1024 / 1024} Mo en tout. Retirez-en, ou réduisez celles que vous ajoutez."),
        ]);
        return [.. fichiers.Select(f => Joindre(convention, porteur, f, par, now))];
    }

    /// <exception cref="BusinessRuleException">Frozen, or a description too long.</exception>
    public void Decrire(string? description, PorteurDePieces porteur, DateTimeOffset now)
    {
        porteur.ExigerModifiable();
        var apres = Texte.Facultatif(description, "description", DescriptionLongueurMax);
        var comparaison = new Comparaison().Noter("description-piece", Description, apres);
        if (!comparaison.EstVide)
        {
            Description = apres;
            Record(FaitsDesPieces.Decrite(this, porteur, now) with { Changements = comparaison.Changements });
        }
    }

    /// <summary>The caller then deletes it, and its bytes go with it.</summary>
    /// <exception cref="BusinessRuleException">Frozen.</exception>
    public void Retirer(PorteurDePieces porteur, DateTimeOffset now)
    {
        porteur.ExigerModifiable();
        Record(FaitsDesPieces.Retiree(this, porteur, now));
    }

    private static (PieceJointe Jointe, Piece Piece) Joindre(
        ConventionId convention, PorteurDePieces porteur, FichierRecu fichier, AuteurPiece par, DateTimeOffset now)
    {
        var id = PieceJointeId.New();
        var piece = Piece.Deposer(convention, NaturePiece.PieceJointe, fichier.Nom, fichier.TypeMime, fichier.Contenu, now, jointe: id);
        var jointe = new PieceJointe
        {
            Id = id,
            ConventionId = convention,
            EntretienId = porteur.Cle.Entretien,
            DocumentExistantId = porteur.Cle.Document,
            FicheActionId = porteur.Cle.Fiche,
            DeliberationId = porteur.Cle.Deliberation,
            Usage = fichier.Usage,
            Nom = piece.Nom,
            Description = Texte.Facultatif(fichier.Description, "description", DescriptionLongueurMax),
            Le = now,
            Par = par.Id,
            ParNom = par.Nom,
        };
        jointe.Record(FaitsDesPieces.Ajoutee(jointe, porteur, now));
        return (jointe, piece);
    }
}
