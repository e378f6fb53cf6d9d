using CtgPortal.Application.Brouillons;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Presences;
using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Domain.Versions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Common;

/// <summary>For commands: tracked aggregates, saved with their journal in one transaction.</summary>
public partial interface ICtgDbContext
{
    DbSet<Convention> Conventions { get; }

    DbSet<Diagnostic> Diagnostics { get; }

    DbSet<Enquete> Enquetes { get; }

    DbSet<Entretien> Entretiens { get; }

    DbSet<DocumentExistant> DocumentsExistants { get; }

    DbSet<ValidationDiagnostic> ValidationsDiagnostic { get; }

    DbSet<ImportChiffres> Imports { get; }

    DbSet<Atelier> Ateliers { get; }

    DbSet<Assistance> Assistances { get; }

    DbSet<Contribution> Contributions { get; }

    DbSet<Salle> Salles { get; }

    DbSet<ParticipantSalle> ParticipantsSalle { get; }

    DbSet<Groupe> Groupes { get; }

    DbSet<Bulletin> Bulletins { get; }

    DbSet<Plan> Plans { get; }

    DbSet<VuePlan> VuesPlan { get; }

    DbSet<FicheAction> FichesAction { get; }

    /// <summary>One for each revision of a fiche; the context writes them.</summary>
    DbSet<EtatFiche> EtatsFiche { get; }

    DbSet<EquipementSoutenu> Equipements { get; }

    DbSet<SchemaPetiteEnfance> SchemasPetiteEnfance { get; }

    DbSet<ImportTableur> ImportsTableur { get; }

    DbSet<CorrespondanceColonne> CorrespondancesColonnes { get; }

    DbSet<Filiation> Filiations { get; }

    DbSet<LienFiches> LiensFiches { get; }

    DbSet<SuiviFiche> Suivis { get; }

    DbSet<Deliberation> Deliberations { get; }

    DbSet<Signature> Signatures { get; }

    DbSet<Scellement> Scellements { get; }

    DbSet<CodeSignature> CodesSignature { get; }

    DbSet<Piece> Pieces { get; }

    DbSet<PieceJointe> PiecesJointes { get; }

    DbSet<VersionNommee> Versions { get; }

    DbSet<Avenant> Avenants { get; }

    DbSet<ModeleTexte> ModelesTexte { get; }

    DbSet<FicheModele> FichesModele { get; }

    DbSet<RepriseModele> ReprisesModele { get; }

    DbSet<TexteConvention> TextesConvention { get; }

    DbSet<PassageTexte> PassagesTexte { get; }

    DbSet<AvisPartenaire> AvisPartenaires { get; }

    DbSet<Courriel> Courriels { get; }

    DbSet<Brouillon> Brouillons { get; }

    DbSet<Commentaire> Commentaires { get; }

    /// <exception cref="ConcurrencyConflictException">Someone saved one of the aggregates before.</exception>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets what was read and what was to be written, so that the next reading is a new one.</summary>
    void Oublier();

    /// <summary>Runs an action in one transaction under the lock of a convention, held until it ends. Several may share it; an exclusive holder is alone.</summary>
    Task<T> SousVerrouAsync<T>(ConventionId convention, bool exclusif, Func<Task<T>> action, CancellationToken cancellationToken);

    /// <summary>Waits to be the only command on a workshop, whichever of its conventions it comes through; released with the transaction.</summary>
    Task VerrouillerAsync(AtelierId atelier, CancellationToken cancellationToken);

    /// <summary>Waits to be the only one who merges words into a fiche; released with the transaction.</summary>
    Task VerrouillerAsync(FicheActionId fiche, CancellationToken cancellationToken);

    /// <summary>Waits to be the only one who attaches files there, so that their number stays bounded; released with the transaction.</summary>
    Task VerrouillerAsync(PorteurPieces porteur, CancellationToken cancellationToken);

    /// <summary>Waits to be the only one who writes in a discussion; released with the transaction.</summary>
    Task VerrouillerAsync(CommentaireId commentaire, CancellationToken cancellationToken);

    /// <summary>Lets others share the workshop, and keeps away whoever waits to be alone on it; released with the transaction.</summary>
    Task PartagerAsync(AtelierId atelier, CancellationToken cancellationToken);

    /// <summary>Runs an action of a participant in one transaction: no convention of the workshop freezes, its room stays open, and they do nothing else at once.</summary>
    /// <param name="participant">Null when they have no row yet.</param>
    Task<T> DansLaSalleAsync<T>(AtelierId atelier, ParticipantId? participant, Func<Task<T>> action, CancellationToken cancellationToken);
}

/// <summary>For queries: untracked, limited to what the person may see, unable to save.</summary>
public partial interface ICtgReadContext
{
    /// <summary>
    /// The same sets, of one convention: whether the person sees it, and all of it, is asked once instead of in each command.
    /// The context unchanged when they do not. Workshops that it shares with others, and links to their fiches, are read as everywhere.
    /// </summary>
    Task<ICtgReadContext> DansAsync(ConventionId convention, CancellationToken cancellationToken);

    IQueryable<Convention> Conventions { get; }

    /// <summary>Those over which the person holds one of these roles.</summary>
    IQueryable<Convention> ConventionsOu(params Role[] roles);

    IQueryable<Diagnostic> Diagnostics { get; }

    IQueryable<Enquete> Enquetes { get; }

    IQueryable<Entretien> Entretiens { get; }

    IQueryable<DocumentExistant> DocumentsExistants { get; }

    IQueryable<ValidationDiagnostic> ValidationsDiagnostic { get; }

    IQueryable<ImportChiffres> Imports { get; }

    IQueryable<Atelier> Ateliers { get; }

    /// <summary>Names and addresses, for those who prepare the workshops.</summary>
    IQueryable<Assistance> Assistances { get; }

    /// <summary>What this personal link opens, whoever reads: the link is the right. Null when it opens nothing.</summary>
    Task<InvitationPersonnelle?> LireInvitationAsync(AtelierId atelier, string jeton, CancellationToken cancellationToken);

    /// <summary>Those shown to the room, and the others too for whoever prepares one of the conventions.</summary>
    IQueryable<Contribution> Contributions { get; }

    IQueryable<Salle> Salles { get; }

    IQueryable<Groupe> Groupes { get; }

    /// <summary>The conventions that share a workshop with one the person may see.</summary>
    IQueryable<ConventionVoisine> Voisines { get; }

    IQueryable<Plan> Plans { get; }

    /// <summary>One’s own, and those shared on the conventions one sees.</summary>
    IQueryable<VuePlan> VuesPlan { get; }

    /// <summary>Without the confidential ones, except for those who prepare the convention, administrators and their pilot.</summary>
    IQueryable<FicheAction> FichesAction { get; }

    /// <summary>Of the fiches that the person may see.</summary>
    IQueryable<EtatFiche> EtatsFiche { get; }

    IQueryable<EquipementSoutenu> Equipements { get; }

    IQueryable<SchemaPetiteEnfance> SchemasPetiteEnfance { get; }

    /// <summary>Sheets on their way into the portal.</summary>
    IQueryable<ImportTableur> ImportsTableur { get; }

    /// <summary>The thread of the conventions that the person may see; it may name fiches that they may not.</summary>
    IQueryable<Filiation> Filiations { get; }

    /// <summary>Between two fiches that the person may read.</summary>
    IQueryable<LienFiches> LiensFiches { get; }

    /// <summary>What a fiche goes with, when the person may read both.</summary>
    IQueryable<LienVu> LiensDe(FicheActionId fiche);

    /// <summary>Of the fiches that the person may see.</summary>
    IQueryable<SuiviFiche> Suivis { get; }

    IQueryable<Deliberation> Deliberations { get; }

    IQueryable<Signature> Signatures { get; }

    IQueryable<Scellement> Scellements { get; }

    /// <summary>Those of a fiche, and of what is attached to it, only to those who see the fiche.</summary>
    IQueryable<Piece> Pieces { get; }

    IQueryable<PieceJointe> PiecesJointes { get; }

    IQueryable<VersionNommee> Versions { get; }

    IQueryable<Avenant> Avenants { get; }

    /// <summary>Every model: a text names the one it comes from, and none holds anything personal.</summary>
    IQueryable<ModeleTexte> ModelesTexte { get; }

    /// <summary>Of every Caf: a query says of which.</summary>
    IQueryable<FicheModele> FichesModele { get; }

    IQueryable<RepriseModele> ReprisesModele { get; }

    IQueryable<TexteConvention> TextesConvention { get; }

    IQueryable<PassageTexte> PassagesTexte { get; }

    /// <summary>With addresses and secrets: a query shows them to those who ask only.</summary>
    IQueryable<AvisPartenaire> AvisPartenaires { get; }

    /// <summary>What a personal link opens, or the account whose address was written to. Null when it opens nothing.</summary>
    Task<AvisPersonnel?> LireAvisPersonnelAsync(AvisPartenaireId avis, string? jeton, CancellationToken cancellationToken);

    /// <summary>The text submitted, for the one who holds the link.</summary>
    Task<Fichier> LireTexteSoumisAsync(AvisPartenaire avis, CancellationToken cancellationToken);

    /// <summary>The chains of proof of the circuits that the person sees; with addresses: a query shows them to whom they concern.</summary>
    IQueryable<EvenementPreuve> Preuves { get; }

    /// <summary>The daily timestamps: fingerprints, and nothing of anybody.</summary>
    IQueryable<HorodatagePreuve> HorodatagesPreuve { get; }

    /// <summary>Frozen texts found by what is printed on them, or by their own bytes, for whoever holds one: no right is asked.</summary>
    Task<IReadOnlyList<TexteFige>> LireTextesFigesAsync(RechercheTexteFige recherche, CancellationToken cancellationToken);

    /// <summary>The sizes that frozen files have, from the smallest.</summary>
    Task<IReadOnlyList<int>> LireTaillesFigeesAsync(int max, CancellationToken cancellationToken);

    /// <summary>The bytes of a frozen text, to be compared with a file that claims to be it.</summary>
    Task<byte[]> LireOctetsFigesAsync(PieceId texte, CancellationToken cancellationToken);

    /// <summary>What a frozen text was made of.</summary>
    Task<byte[]> LireDonneesFigeesAsync(PieceId donnees, CancellationToken cancellationToken);

    /// <summary>What this personal link opens, whoever reads: the link is the right. Null when it opens nothing.</summary>
    Task<LienPersonnel?> LireLienAsync(string jeton, CancellationToken cancellationToken);

    /// <summary>Without what is told of fiches that the person may not see.</summary>
    IQueryable<EntreeJournal> Journal { get; }

    /// <summary>Without those on fiches that the person may not see.</summary>
    IQueryable<Commentaire> Commentaires { get; }

    /// <summary>The person’s own.</summary>
    IQueryable<Brouillon> Brouillons { get; }

    /// <summary>Without those on fiches that the person may not see; some may have expired.</summary>
    IQueryable<Presence> Presences { get; }

    /// <summary>Every message; only administrators send the queries that read it.</summary>
    IQueryable<Courriel> Courriels { get; }

    /// <summary>Reads a projection and the short lists it holds with one command, by joins, instead of one command a list.</summary>
    IQueryable<T> EnUneCommande<T>(IQueryable<T> projection)
        where T : class;
}
