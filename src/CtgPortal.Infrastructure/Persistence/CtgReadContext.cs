using CtgPortal.Application.Acces;
using CtgPortal.Application.Brouillons;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Presences;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Domain.Versions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// What the current person may read, and nothing else: each set is filtered by the conventions their habilitations reach,
/// in the SQL itself, so that no query can forget it.
/// </summary>
internal sealed class CtgReadContext(CtgDbContext db, IUtilisateurCourant utilisateur) : ICtgReadContext
{
    private static readonly Role[] LisentTout = [Role.Administrateur, Role.Conseiller, Role.Direction, Role.Coordination];

    private static readonly Role[] PreparentLesAteliers = [Role.Conseiller, Role.Direction, Role.Coordination];

    public IQueryable<Convention> Conventions => Visibles(db, utilisateur.Habilitations);

    private IQueryable<Convention> LuesEntieres => ConventionsOu(LisentTout);

    public IQueryable<Diagnostic> Diagnostics => db.Diagnostics.AsNoTracking().Where(d => Conventions.Any(c => c.Id == d.ConventionId));

    public IQueryable<Enquete> Enquetes => db.Enquetes.AsNoTracking().Where(e => Conventions.Any(c => c.Id == e.ConventionId));

    public IQueryable<Entretien> Entretiens => db.Entretiens.AsNoTracking().Where(e => Conventions.Any(c => c.Id == e.ConventionId));

    public IQueryable<DocumentExistant> DocumentsExistants =>
        db.DocumentsExistants.AsNoTracking().Where(d => Conventions.Any(c => c.Id == d.ConventionId));

    public IQueryable<ValidationDiagnostic> ValidationsDiagnostic =>
        db.ValidationsDiagnostic.AsNoTracking().Where(v => Conventions.Any(c => c.Id == v.ConventionId));

    public IQueryable<ImportChiffres> Imports => db.Imports.AsNoTracking().Where(i => Conventions.Any(c => c.Id == i.ConventionId));

    public IQueryable<Atelier> Ateliers =>
        db.Ateliers.AsNoTracking().Where(a => a.Conventions.Any(ac => Conventions.Any(c => c.Id == ac.ConventionId)));

    public IQueryable<Assistance> Assistances => db.Assistances.AsNoTracking().Where(x => db.Ateliers.Any(a =>
        a.Id == x.AtelierId && a.Conventions.Any(ac => ConventionsOu(PreparentLesAteliers).Any(c => c.Id == ac.ConventionId))));

    public IQueryable<Contribution> Contributions => db.Contributions.AsNoTracking().Where(c =>
        Ateliers.Any(a => a.Id == c.AtelierId)
        && (c.Etat == EtatContribution.Visible
            || db.Ateliers.Any(a => a.Id == c.AtelierId && a.Conventions.Any(ac => LuesEntieres.Any(x => x.Id == ac.ConventionId)))));

    public IQueryable<Groupe> Groupes => db.Groupes.AsNoTracking().Where(g => Ateliers.Any(a => a.Id == g.AtelierId));

    public IQueryable<Salle> Salles => db.Salles.AsNoTracking().Where(s => Ateliers.Any(a => a.Id == s.AtelierId));

    public IQueryable<ConventionVoisine> Voisines =>
        db.Conventions.AsNoTracking()
            .Where(v => Ateliers.Any(a => a.Conventions.Any(x => x.ConventionId == v.Id)))
            .Select(v => new ConventionVoisine
            {
                Id = v.Id,
                Statut = v.Statut,
                Titulaires = v.Titulaires.Select(t => t.Nom).ToList(),
                Visible = Conventions.Any(c => c.Id == v.Id),
            });

    public IQueryable<Plan> Plans => db.Plans.AsNoTracking().Where(p => Conventions.Any(c => c.Id == p.ConventionId));

    public IQueryable<VuePlan> VuesPlan => db.VuesPlan.AsNoTracking().Where(v =>
        Conventions.Any(c => c.Id == v.ConventionId) && (v.Partagee || v.Auteur == utilisateur.Id));

    /// <summary>A confidential fiche is for the Caf, the coordination, the administrators and its pilot.</summary>
    public IQueryable<FicheAction> FichesAction => db.FichesAction.AsNoTracking().Where(f =>
        Conventions.Any(c => c.Id == f.ConventionId)
        && (!f.Identite.Confidentielle || f.PiloteUtilisateurId == utilisateur.Id || LuesEntieres.Any(c => c.Id == f.ConventionId)));

    public IQueryable<EtatFiche> EtatsFiche => db.EtatsFiche.AsNoTracking().Where(e => FichesAction.Any(f => f.Id == e.FicheActionId));

    public IQueryable<EquipementSoutenu> Equipements => db.Equipements.AsNoTracking().Where(e => Conventions.Any(c => c.Id == e.ConventionId));

    public IQueryable<SchemaPetiteEnfance> SchemasPetiteEnfance =>
        db.SchemasPetiteEnfance.AsNoTracking().Where(s => Conventions.Any(c => c.Id == s.ConventionId));

    public IQueryable<ImportTableur> ImportsTableur => db.ImportsTableur.AsNoTracking().Where(i => Conventions.Any(c => c.Id == i.ConventionId));

    public IQueryable<ImportPlan> ImportsPlan => db.ImportsPlan.AsNoTracking().Where(i => Conventions.Any(c => c.Id == i.ConventionId));

    public IQueryable<Filiation> Filiations => db.Filiations.AsNoTracking().Where(f => Conventions.Any(c => c.Id == f.ConventionId));

    public IQueryable<LienFiches> LiensFiches => db.LiensFiches.AsNoTracking()
        .Where(l => FichesAction.Any(f => f.Id == l.Premiere) && FichesAction.Any(f => f.Id == l.Seconde));

    public IQueryable<SuiviFiche> Suivis => db.Suivis.AsNoTracking().Where(s => FichesAction.Any(f => f.Id == s.FicheActionId));

    public IQueryable<Signature> Signatures => db.Signatures.AsNoTracking().Where(s => Conventions.Any(c => c.Id == s.ConventionId));

    public IQueryable<VersionNommee> Versions => db.Versions.AsNoTracking().Where(v => Conventions.Any(c => c.Id == v.ConventionId));

    public IQueryable<Piece> Pieces => db.Pieces.AsNoTracking().Where(p =>
        Conventions.Any(c => c.Id == p.ConventionId) && (p.PieceJointeId == null || PiecesJointes.Any(j => j.Id == p.PieceJointeId)));

    public IQueryable<PieceJointe> PiecesJointes => db.PiecesJointes.AsNoTracking().Where(j =>
        Conventions.Any(c => c.Id == j.ConventionId) && (j.FicheActionId == null || FichesAction.Any(f => f.Id == j.FicheActionId)));

    public IQueryable<FicheModele> FichesModele => db.FichesModele.AsNoTracking();

    public IQueryable<RepriseModele> ReprisesModele => db.ReprisesModele.AsNoTracking().Where(r => Conventions.Any(c => c.Id == r.ConventionId));

    public IQueryable<ModeleTexte> ModelesTexte => db.ModelesTexte.AsNoTracking();

    public IQueryable<TexteConvention> TextesConvention => db.TextesConvention.AsNoTracking().Where(t => Conventions.Any(c => c.Id == t.ConventionId));

    public IQueryable<PassageTexte> PassagesTexte => db.PassagesTexte.AsNoTracking().Where(p => Conventions.Any(c => c.Id == p.ConventionId));

    public IQueryable<AvisPartenaire> AvisPartenaires => db.AvisPartenaires.AsNoTracking().Where(a => Conventions.Any(c => c.Id == a.ConventionId));

    public IQueryable<EntreeJournal> Journal => db.Journal.AsNoTracking().Where(e =>
        LuesEntieres.Any(c => c.Id == e.ConventionId)
        || (Conventions.Any(c => c.Id == e.ConventionId)
            && (e.FicheActionId == null || FichesAction.Any(f => f.Id == e.FicheActionId))));

    public IQueryable<Commentaire> Commentaires => db.Commentaires.AsNoTracking().Where(x =>
        Conventions.Any(c => c.Id == x.ConventionId) && (x.FicheActionId == null || FichesAction.Any(f => f.Id == x.FicheActionId)));

    public IQueryable<Brouillon> Brouillons => db.Brouillons.AsNoTracking().Where(b => b.UtilisateurId == utilisateur.Id);

    public IQueryable<Presence> Presences => db.Presences.AsNoTracking().Where(p =>
        Conventions.Any(c => c.Id == p.ConventionId) && (p.FicheActionId == null || FichesAction.Any(f => f.Id == p.FicheActionId)));

    public IQueryable<Courriel> Courriels
    {
        get
        {
            var estAdministrateur = utilisateur.Habilitations.Any(h => h.Role == Role.Administrateur);
            return db.Courriels.AsNoTracking().Where(_ => estAdministrateur);
        }
    }

    public async Task<InvitationPersonnelle?> LireInvitationAsync(AtelierId atelier, string jeton, CancellationToken cancellationToken)
    {
        var assistance = await db.Assistances.AsNoTracking()
            .SingleOrDefaultAsync(x => x.AtelierId == atelier && x.Personnes.Any(p => p.Jeton == jeton), cancellationToken);
        if (assistance is null)
        {
            return null;
        }

        var lu = await db.Ateliers.AsNoTracking().SingleAsync(a => a.Id == atelier, cancellationToken);
        ConventionId[] ids = [.. lu.Conventions.Select(c => c.ConventionId)];
        var conventions = await db.Conventions.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Statut, Titulaires = c.Titulaires.Select(t => t.Nom).ToList() }).ToListAsync(cancellationToken);
        return new(lu, assistance, [.. conventions.SelectMany(c => c.Titulaires).Distinct()], [.. conventions.Select(c => c.Statut)]);
    }

    public IQueryable<T> EnUneCommande<T>(IQueryable<T> projection)
        where T : class => projection.AsSingleQuery();

    public async Task<AvisPersonnel?> LireAvisPersonnelAsync(AvisPartenaireId avis, string? jeton, CancellationToken cancellationToken)
    {
        var courriel = utilisateur.Courriel;
        var lu = await db.AvisPartenaires.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == avis && (a.Jeton == jeton || (courriel != null && a.Courriel == courriel)), cancellationToken);
        if (lu is null)
        {
            return null;
        }

        var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == lu.ConventionId)
            .Select(c => new { c.Intitule, c.Statut, Titulaires = c.Titulaires.Select(t => t.Nom).ToList() }).SingleAsync(cancellationToken);
        return new(lu, convention.Intitule, convention.Titulaires, convention.Statut);
    }

    public Task<Fichier> LireTexteSoumisAsync(AvisPartenaire avis, CancellationToken cancellationToken) =>
        db.Pieces.AsNoTracking().Where(p => p.Id == avis.TexteId).Select(p => new Fichier(p.Nom, p.TypeMime, p.Contenu, p.Empreinte)).SingleAsync(cancellationToken);

    public IQueryable<Convention> ConventionsOu(params Role[] roles) =>
        Visibles(db, [.. utilisateur.Habilitations.Where(h => roles.Contains(h.Role))]);

    /// <summary>The one rule of visibility: administrators read all, others by Caf, by holder, or by convention.</summary>
    internal static IQueryable<Convention> Visibles(CtgDbContext db, IReadOnlyList<Habilitation> habilitations)
    {
        var conventions = db.Conventions.AsNoTracking();
        if (habilitations.Any(h => h.Portee == Portee.Nationale))
        {
            return conventions;
        }

        var cafs = Codes(habilitations, Portee.Caf);
        var territoires = Codes(habilitations, Portee.Territoire);
        ConventionId[] ids = [.. habilitations.Where(h => h.Portee == Portee.Convention).Select(h => ConventionId.From(Guid.Parse(h.Code)))];
        return conventions.Where(c =>
            cafs.Contains(c.CafCode) || c.Titulaires.Any(t => territoires.Contains(t.Code)) || ids.Contains(c.Id));
    }

    private static string[] Codes(IReadOnlyList<Habilitation> habilitations, Portee portee) =>
        [.. habilitations.Where(h => h.Portee == portee).Select(h => h.Code)];
}
