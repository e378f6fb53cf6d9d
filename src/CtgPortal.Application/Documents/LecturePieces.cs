using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Documents;

/// <summary>One attachment, without its bytes.</summary>
/// <param name="Fichier">Where the bytes are downloaded from.</param>
/// <param name="ParNom">Empty when nobody knows.</param>
public sealed record LignePiece(
    PieceJointeId Id, int Revision, PieceId Fichier, string Nom, string? Description, string TypeMime, int Taille, DateTimeOffset Le, string ParNom, UsagePiece? Usage)
{
    /// <summary>What people read: the description, or the file name without one.</summary>
    public string Libelle => Description ?? Nom;
}

/// <summary>What is attached to an interview, an existing document or a fiche, in the order in which it came, then by name.</summary>
/// <param name="PeutModifier">By role and by stage: a page offers nothing that would be refused.</param>
public sealed record PiecesDuPorteur(ConventionId Convention, PorteurPieces Porteur, IReadOnlyList<LignePiece> Lignes, bool PeutModifier)
{
    /// <summary>Of a délibération: its page bears the id of its party.</summary>
    public PartieId? Partie { get; init; }

    /// <summary>Of the délibération for an avenant.</summary>
    public AvenantId? Avenant { get; init; }

    public long Octets => Lignes.Sum(l => (long)l.Taille);
}

internal static class LecturePieces
{
    public static IQueryable<PieceJointe> DuPorteur(this IQueryable<PieceJointe> pieces, PorteurPieces porteur)
    {
        var (entretien, document, fiche, deliberation) = (porteur.Entretien, porteur.Document, porteur.Fiche, porteur.Deliberation);
        return porteur.Nature switch
        {
            NaturePorteur.Entretien => pieces.Where(j => j.EntretienId == entretien),
            NaturePorteur.Document => pieces.Where(j => j.DocumentExistantId == document),
            NaturePorteur.Deliberation => pieces.Where(j => j.DeliberationId == deliberation),
            _ => pieces.Where(j => j.FicheActionId == fiche),
        };
    }

    /// <summary>One SQL command, which reads no bytes.</summary>
    public static async Task<PiecesDuPorteur> LirePiecesAsync(
        this ICtgReadContext db, ConventionId convention, PorteurPieces porteur, bool peutModifier, CancellationToken cancellationToken)
    {
        var ici = await db.DansAsync(convention, cancellationToken);
        var lignes =
            from j in ici.PiecesJointes.DuPorteur(porteur)
            from p in ici.Pieces
            where p.PieceJointeId == j.Id && j.ConventionId == convention
            orderby j.Le, j.Nom, j.Id
            select new LignePiece(j.Id, j.Revision, p.Id, j.Nom, j.Description, p.TypeMime, p.Taille, j.Le, j.ParNom, j.Usage);
        return new(convention, porteur, await lignes.ToListAsync(cancellationToken), peutModifier);
    }

    /// <summary>What people read of each attachment of the convention, by what bears it: one SQL command.</summary>
    public static async Task<ILookup<PorteurPieces, string>> LireLibellesDesPiecesAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) =>
        (await db.PiecesJointes.Where(j => j.ConventionId == convention).OrderBy(j => j.Le).ThenBy(j => j.Nom).ThenBy(j => j.Id).ToListAsync(cancellationToken))
            .ToLookup(j => j.Porteur, j => j.Description ?? j.Nom);

    /// <summary>To be read under the lock of the bearer.</summary>
    public static async Task<DejaJointes> DejaJointesAsync(this ICtgDbContext db, PorteurPieces porteur, CancellationToken cancellationToken)
    {
        var tailles = await db.PiecesJointes.DuPorteur(porteur).SelectMany(j => db.Pieces.Where(p => p.PieceJointeId == j.Id)).Select(p => p.Taille)
            .ToListAsync(cancellationToken);
        return new(tailles.Count, tailles.Sum(t => (long)t));
    }

    /// <summary>Among these fiches, those to which something is attached.</summary>
    public static Task<List<FicheActionId>> FichesAvecPiecesAsync(
        this IQueryable<PieceJointe> pieces, IReadOnlyCollection<FicheActionId> fiches, CancellationToken cancellationToken) =>
        pieces.Where(j => j.FicheActionId != null && fiches.Contains(j.FicheActionId.Value)).Select(j => j.FicheActionId!.Value).Distinct().ToListAsync(cancellationToken);

    /// <exception cref="NotFoundException">No such interview, document, fiche or délibération in the convention.</exception>
    public static async Task<PorteurDePieces> ChargerPorteurAsync(
        this ICtgDbContext db, ConventionId convention, PorteurPieces cle, CancellationToken cancellationToken)
    {
        if (cle.Fiche is { } fiche)
        {
            var intitule = await db.FichesAction.Where(f => f.Id == fiche && f.ConventionId == convention).Select(f => f.Identite.Intitule)
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No such fiche.");
            return new(cle, intitule, CycleDeVie.ObstaclesAuPlan(await db.EtapeAsync(convention, cancellationToken)));
        }

        if (cle.Deliberation is { } deliberation)
        {
            var partie = await db.Deliberations.Where(d => d.Id == deliberation && d.ConventionId == convention).Select(d => new { d.PartieId, d.AvenantId })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No such délibération.");
            var (etape, nom, avenant) = await db.PartieAsync(convention, partie.PartieId, partie.AvenantId, cancellationToken);
            return new(cle, avenant is null ? nom : $"{nom}, avenant n° {avenant.Numero}", ReglesActe.Obstacles(etape, avenant?.Statut));
        }

        var titre = cle.Entretien is { } entretien
            ? (await db.Entretiens.Where(e => e.Id == entretien && e.ConventionId == convention).Select(e => e.Description).SingleOrDefaultAsync(cancellationToken))?.Intitule
            : await db.DocumentsExistants.Where(d => d.Id == cle.Document && d.ConventionId == convention).Select(d => d.Description.Intitule)
                .SingleOrDefaultAsync(cancellationToken);
        return titre is null
            ? throw new NotFoundException("No such source of the diagnostic.")
            : new(cle, titre, (await db.EtatDiagnosticAsync(convention, cancellationToken)).Obstacles());
    }
}
