using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Domain.Versions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Common;

/// <summary>
/// One way to load each aggregate for a command: whole, of the convention named by the request (so that an id of a foreign
/// convention is unknown), and at the revision the person was shown.
/// </summary>
internal static class Loading
{
    /// <exception cref="NotFoundException">No such convention.</exception>
    /// <exception cref="ConcurrencyConflictException">Someone saved since <paramref name="revision"/>.</exception>
    public static async Task<Convention> LoadAsync(this ICtgDbContext db, ConventionId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Conventions.SingleOrDefaultAsync(c => c.Id == id, cancellationToken), revision);

    /// <summary>The stage alone, for aggregates whose rules depend on it.</summary>
    public static async Task<StatutConvention> EtapeAsync(this ICtgDbContext db, ConventionId id, CancellationToken cancellationToken) =>
        await db.Conventions.Where(c => c.Id == id).Select(c => (StatutConvention?)c.Statut).SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException("Convention unknown.");

    public static async Task<Diagnostic> LoadDiagnosticAsync(this ICtgDbContext db, ConventionId id, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == id, cancellationToken), revision);

    /// <summary>The stage and whether the diagnostic is validated, for what belongs to a diagnostic without being in it.</summary>
    public static async Task<EtatDiagnostic> EtatDiagnosticAsync(this ICtgDbContext db, ConventionId id, CancellationToken cancellationToken)
    {
        var etat = await db.Conventions.Where(c => c.Id == id)
            .Select(c => new { c.Statut, EstValide = db.Diagnostics.Any(d => d.ConventionId == id && d.ValideLe != null) })
            .SingleOrDefaultAsync(cancellationToken);
        return etat is null ? throw new NotFoundException("Convention unknown.") : new(etat.Statut, etat.EstValide);
    }

    public static async Task<Enquete> LoadAsync(this ICtgDbContext db, ConventionId convention, EnqueteId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Enquetes.SingleOrDefaultAsync(e => e.Id == id && e.ConventionId == convention, cancellationToken), revision);

    public static async Task<Entretien> LoadAsync(this ICtgDbContext db, ConventionId convention, EntretienId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Entretiens.SingleOrDefaultAsync(e => e.Id == id && e.ConventionId == convention, cancellationToken), revision);

    public static async Task<DocumentExistant> LoadAsync(
        this ICtgDbContext db, ConventionId convention, DocumentExistantId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.DocumentsExistants.SingleOrDefaultAsync(d => d.Id == id && d.ConventionId == convention, cancellationToken), revision);

    /// <param name="revision">Null for a gesture whose order the import itself keeps, such as the arrival of the next bytes.</param>
    public static async Task<ImportChiffres> LoadAsync(
        this ICtgDbContext db, ConventionId convention, ImportChiffresId id, int? revision, CancellationToken cancellationToken)
    {
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.ConventionId == convention, cancellationToken)
            ?? throw new NotFoundException("Import unknown.");
        return revision is null || import.Revision == revision ? import : throw new ConcurrencyConflictException();
    }

    public static async Task<Plan> LoadPlanAsync(this ICtgDbContext db, ConventionId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Plans.SingleOrDefaultAsync(p => p.ConventionId == id, cancellationToken), revision);

    /// <param name="revision">Null for an addition, which contradicts nobody.</param>
    public static async Task<Atelier> LoadAsync(this ICtgDbContext db, ConventionId convention, AtelierId id, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.Ateliers.SingleOrDefaultAsync(a => a.Id == id && a.Conventions.Any(c => c.ConventionId == convention), cancellationToken), revision);

    public static async Task<Contribution> LoadContributionAsync(this ICtgDbContext db, AtelierId atelier, ContributionId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Contributions.SingleOrDefaultAsync(c => c.Id == id && c.AtelierId == atelier, cancellationToken), revision);

    public static async Task<Groupe> LoadGroupeAsync(this ICtgDbContext db, AtelierId atelier, GroupeId id, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.Groupes.SingleOrDefaultAsync(g => g.Id == id && g.AtelierId == atelier, cancellationToken), revision);

    /// <summary>The room of a workshop; a new one, closed, when nobody has led it yet.</summary>
    /// <param name="revision">0 for a room that nobody has led yet; null for an act that contradicts nobody.</param>
    public static async Task<Salle> LoadSalleAsync(this ICtgDbContext db, AtelierId atelier, int? revision, CancellationToken cancellationToken)
    {
        var salle = await db.Salles.SingleOrDefaultAsync(s => s.AtelierId == atelier, cancellationToken);
        if (salle is null)
        {
            salle = Salle.Preparer(atelier);
            db.Salles.Add(salle);
        }

        return Exiger(salle, revision);
    }

    public static async Task<FicheAction> LoadAsync(this ICtgDbContext db, ConventionId convention, FicheActionId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.FichesAction.SingleOrDefaultAsync(f => f.Id == id && f.ConventionId == convention, cancellationToken), revision);

    /// <summary>At its present revision, for what merges with whatever was written meanwhile.</summary>
    public static async Task<FicheAction> LoadAsync(this ICtgDbContext db, ConventionId convention, FicheActionId id, CancellationToken cancellationToken) =>
        Exiger(await db.FichesAction.SingleOrDefaultAsync(f => f.Id == id && f.ConventionId == convention, cancellationToken), null);

    public static async Task<PieceJointe> LoadAsync(
        this ICtgDbContext db, PorteurPieces porteur, PieceJointeId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.PiecesJointes.DuPorteur(porteur).SingleOrDefaultAsync(j => j.Id == id, cancellationToken), revision);

    public static async Task<SuiviFiche> LoadSuiviAsync(this ICtgDbContext db, ConventionId convention, FicheActionId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Suivis.SingleOrDefaultAsync(s => s.FicheActionId == id && s.ConventionId == convention, cancellationToken), revision);

    public static async Task<EquipementSoutenu> LoadAsync(this ICtgDbContext db, ConventionId convention, EquipementId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Equipements.SingleOrDefaultAsync(e => e.Id == id && e.ConventionId == convention, cancellationToken), revision);

    /// <param name="nature">What the page imports: an import of something else is unknown to it.</param>
    public static async Task<ImportTableur> LoadAsync(
        this ICtgDbContext db, ConventionId convention, ImportTableurId id, NatureImport nature, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.ImportsTableur.SingleOrDefaultAsync(i => i.Id == id && i.ConventionId == convention && i.Nature == nature, cancellationToken), revision);

    public static async Task<T> LoadAsync<T>(this ICtgDbContext db, ConventionId convention, ImportTableurId id, int? revision, CancellationToken cancellationToken)
        where T : ImportTableur =>
        Exiger(await db.ImportsTableur.OfType<T>().SingleOrDefaultAsync(i => i.Id == id && i.ConventionId == convention, cancellationToken), revision);

    /// <summary>What people said of the schéma; a new one when nobody has said anything yet.</summary>
    /// <param name="revision">0 as long as nobody has said anything.</param>
    public static async Task<SchemaPetiteEnfance> LoadSchemaAsync(this ICtgDbContext db, ConventionId convention, int revision, CancellationToken cancellationToken)
    {
        var schema = await db.SchemasPetiteEnfance.SingleOrDefaultAsync(s => s.ConventionId == convention, cancellationToken);
        if (schema is null)
        {
            schema = SchemaPetiteEnfance.Commencer(convention);
            db.SchemasPetiteEnfance.Add(schema);
        }

        return Exiger(schema, revision);
    }

    /// <summary>The act of a party; null when none is written down.</summary>
    /// <param name="avenant">That it authorises; null for the convention itself.</param>
    /// <param name="revision">0 as long as none is; null for an act that takes it away whatever it says.</param>
    public static async Task<Deliberation?> LoadDeliberationAsync(
        this ICtgDbContext db, ConventionId convention, PartieId partie, AvenantId? avenant, int? revision, CancellationToken cancellationToken)
    {
        var deliberation = await db.Deliberations.SingleOrDefaultAsync(d => d.ConventionId == convention && d.PartieId == partie && d.AvenantId == avenant, cancellationToken);
        return revision is null || (deliberation?.Revision ?? 0) == revision ? deliberation : throw new ConcurrencyConflictException();
    }

    /// <summary>The circuit under way. A signer carries the fingerprint of what they read, not a revision: two signers are no conflict.</summary>
    public static async Task<Signature> LoadSignatureOuverteAsync(this ICtgDbContext db, ConventionId convention, CancellationToken cancellationToken) =>
        await db.Signatures.SingleOrDefaultAsync(s => s.ConventionId == convention && s.Statut == StatutSignature.Ouverte, cancellationToken)
        ?? throw new NotFoundException("No circuit is open.");

    public static async Task<VersionNommee> LoadVersionAsync(
        this ICtgDbContext db, ConventionId convention, int numero, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Versions.SingleOrDefaultAsync(v => v.ConventionId == convention && v.Numero == numero, cancellationToken), revision);

    public static async Task<Avenant> LoadAsync(this ICtgDbContext db, ConventionId convention, AvenantId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Avenants.SingleOrDefaultAsync(a => a.Id == id && a.ConventionId == convention, cancellationToken), revision);

    public static async Task<ActeDeFin> LoadAsync(this ICtgDbContext db, ConventionId convention, ActeDeFinId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.Fins.SingleOrDefaultAsync(f => f.Id == id && f.ConventionId == convention, cancellationToken), revision);

    public static async Task<FicheModele> LoadAsync(this ICtgDbContext db, FicheModeleId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.FichesModele.SingleOrDefaultAsync(m => m.Id == id, cancellationToken), revision);

    public static async Task<ModeleTexte> LoadAsync(this ICtgDbContext db, ModeleTexteId id, int revision, CancellationToken cancellationToken) =>
        Exiger(await db.ModelesTexte.SingleOrDefaultAsync(m => m.Id == id, cancellationToken), revision);

    /// <param name="revision">Null for an act that contradicts nobody.</param>
    public static async Task<TexteConvention> LoadTexteAsync(this ICtgDbContext db, ConventionId id, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.TextesConvention.SingleOrDefaultAsync(t => t.ConventionId == id, cancellationToken), revision);

    /// <param name="revision">Null for an act that does not touch its words.</param>
    public static async Task<PassageTexte> LoadPassageAsync(
        this ICtgDbContext db, ConventionId convention, string cle, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.PassagesTexte.SingleOrDefaultAsync(p => p.ConventionId == convention && p.Cle == cle, cancellationToken), revision);

    /// <param name="revision">Null for the answer of the partner, whose last one counts.</param>
    public static async Task<AvisPartenaire> LoadAsync(
        this ICtgDbContext db, ConventionId convention, AvisPartenaireId id, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.AvisPartenaires.SingleOrDefaultAsync(a => a.Id == id && a.ConventionId == convention, cancellationToken), revision);

    /// <param name="revision">Null for words that contradict nobody.</param>
    public static async Task<Commentaire> LoadAsync(
        this ICtgDbContext db, ConventionId convention, CommentaireId id, int? revision, CancellationToken cancellationToken) =>
        Exiger(await db.Commentaires.SingleOrDefaultAsync(c => c.Id == id && c.ConventionId == convention, cancellationToken), revision);

    private static T Exiger<T>(T? aggregate, int? revision)
        where T : AggregateRoot
    {
        if (aggregate is null)
        {
            throw new NotFoundException($"{typeof(T).Name} unknown.");
        }

        return revision is null || aggregate.Revision == revision ? aggregate : throw new ConcurrencyConflictException();
    }
}
