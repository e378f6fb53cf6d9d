using System.Linq.Expressions;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Brouillons;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Presences;
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
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Reprises;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Domain.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// What the current person may read, and nothing else: each set is filtered by the conventions their habilitations reach,
/// in the SQL itself, so that no query can forget it.
/// </summary>
internal sealed partial class CtgReadContext(CtgDbContext db, IUtilisateurCourant utilisateur, IDroits droits, TimeProvider clock) : ICtgReadContext
{
    private static readonly Role[] LisentTout = [Role.Administrateur, Role.Conseiller, Role.Direction, Role.Coordination];

    private static readonly Role[] PreparentLesAteliers = [Role.Conseiller, Role.Direction, Role.Coordination];

    private Seule? _seule;

    public IQueryable<Convention> Conventions => _seule is null ? Visibles(db, utilisateur.Habilitations) : Ici(db.Conventions.AsNoTracking());

    private IQueryable<Convention> LuesEntieres => ConventionsOu(LisentTout);

    /// <summary>This context reads one convention, and all of it.</summary>
    private bool LitTout => _seule is { LueEntiere: true };

    private CtgReadContext Partout => _seule is null ? this : new(db, utilisateur, droits, clock);

    public async Task<ICtgReadContext> DansAsync(ConventionId convention, CancellationToken cancellationToken)
    {
        if (_seule?.Id == convention)
        {
            return this;
        }

        // the same rule as below, in memory: a role over a convention is what makes it visible
        var roles = await droits.RolesSurAsync(convention, cancellationToken);
        return roles.Count == 0 ? this : new CtgReadContext(db, utilisateur, droits, clock) { _seule = new(convention, roles.Overlaps(LisentTout)) };
    }

    public IQueryable<Diagnostic> Diagnostics => De(db.Diagnostics, d => d.ConventionId);

    public IQueryable<Enquete> Enquetes => De(db.Enquetes, e => e.ConventionId);

    public IQueryable<Entretien> Entretiens => De(db.Entretiens, e => e.ConventionId);

    public IQueryable<DocumentExistant> DocumentsExistants => De(db.DocumentsExistants, d => d.ConventionId);

    public IQueryable<ValidationDiagnostic> ValidationsDiagnostic => De(db.ValidationsDiagnostic, v => v.ConventionId);

    public IQueryable<ImportChiffres> Imports => De(db.Imports, i => i.ConventionId);

    public IQueryable<Atelier> Ateliers =>
        db.Ateliers.AsNoTracking().Where(a => a.Conventions.Any(ac => Conventions.Any(c => c.Id == ac.ConventionId)));

    public IQueryable<Assistance> Assistances => db.Assistances.AsNoTracking().Where(x => db.Ateliers.Any(a =>
        a.Id == x.AtelierId && a.Conventions.Any(ac => Partout.ConventionsOu(PreparentLesAteliers).Any(c => c.Id == ac.ConventionId))));

    /// <summary>A workshop may be shared: what is hidden in it is for those who prepare any of its conventions.</summary>
    public IQueryable<Contribution> Contributions => db.Contributions.AsNoTracking().Where(c =>
        Ateliers.Any(a => a.Id == c.AtelierId)
        && (c.Etat == EtatContribution.Visible
            || db.Ateliers.Any(a => a.Id == c.AtelierId && a.Conventions.Any(ac => Partout.LuesEntieres.Any(x => x.Id == ac.ConventionId)))));

    public IQueryable<Groupe> Groupes => db.Groupes.AsNoTracking().Where(g => Ateliers.Any(a => a.Id == g.AtelierId));

    public IQueryable<Salle> Salles => db.Salles.AsNoTracking().Where(s => Ateliers.Any(a => a.Id == s.AtelierId));

    public IQueryable<ConventionVoisine> Voisines =>
        db.Conventions.AsNoTracking()
            .Where(v => Partout.Ateliers.Any(a => a.Conventions.Any(x => x.ConventionId == v.Id)))
            .Select(v => new ConventionVoisine
            {
                Id = v.Id,
                Statut = v.Statut,
                Titulaires = v.Titulaires.Select(t => t.Nom).ToList(),
                Visible = Partout.Conventions.Any(c => c.Id == v.Id),
            });

    public IQueryable<Plan> Plans => De(db.Plans, p => p.ConventionId);

    public IQueryable<VuePlan> VuesPlan => De(db.VuesPlan, v => v.ConventionId).Where(v => v.Partagee || v.Auteur == utilisateur.Id);

    /// <summary>A confidential fiche is for the Caf, the coordination, the administrators and its pilot.</summary>
    public IQueryable<FicheAction> FichesAction => De(db.FichesAction, f => f.ConventionId) switch
    {
        var fiches when _seule is null => fiches.Where(f =>
            !f.Identite.Confidentielle || f.PiloteUtilisateurId == utilisateur.Id || LuesEntieres.Any(c => c.Id == f.ConventionId)),
        var fiches => Lisibles(fiches, f => !f.Identite.Confidentielle || f.PiloteUtilisateurId == utilisateur.Id),
    };

    public IQueryable<EtatFiche> EtatsFiche => db.EtatsFiche.AsNoTracking().Where(e => FichesAction.Any(f => f.Id == e.FicheActionId));

    public IQueryable<EquipementSoutenu> Equipements => De(db.Equipements, e => e.ConventionId);

    public IQueryable<SchemaPetiteEnfance> SchemasPetiteEnfance => De(db.SchemasPetiteEnfance, s => s.ConventionId);

    public IQueryable<ImportTableur> ImportsTableur => De(db.ImportsTableur, i => i.ConventionId);

    public IQueryable<Filiation> Filiations => De(db.Filiations, f => f.ConventionId);

    public IQueryable<LienFiches> LiensFiches => db.LiensFiches.AsNoTracking()
        .Where(l => Partout.FichesAction.Any(f => f.Id == l.Premiere) && Partout.FichesAction.Any(f => f.Id == l.Seconde));

    public IQueryable<LienVu> LiensDe(FicheActionId fiche) =>
        from l in db.LiensFiches.AsNoTracking()
        from f in Partout.FichesAction
        from c in db.Conventions
        where (l.Premiere == fiche || l.Seconde == fiche) && (f.Id == l.Premiere || f.Id == l.Seconde) && f.Id != fiche
            && c.Id == f.ConventionId && FichesAction.Any(x => x.Id == fiche)
        select new LienVu { Id = l.Id, Raison = l.Raison, Convention = c.Id, Ailleurs = c.Intitule, Fiche = f.Id, Intitule = f.Identite.Intitule };

    public IQueryable<SuiviFiche> Suivis =>
        LitTout ? De(db.Suivis, s => s.ConventionId) : db.Suivis.AsNoTracking().Where(s => FichesAction.Any(f => f.Id == s.FicheActionId));

    public IQueryable<Deliberation> Deliberations => De(db.Deliberations, d => d.ConventionId);

    public IQueryable<Signature> Signatures => De(db.Signatures, s => s.ConventionId);

    public IQueryable<Scellement> Scellements => De(db.Scellements, s => s.ConventionId);

    public IQueryable<EvenementPreuve> Preuves => db.Preuves.AsNoTracking().Where(e => Signatures.Any(s => s.Id == e.SignatureId));

    public IQueryable<HorodatagePreuve> HorodatagesPreuve => db.HorodatagesPreuve.AsNoTracking();

    public IQueryable<Avenant> Avenants => De(db.Avenants, a => a.ConventionId);

    public IQueryable<OriginalSigne> Originaux => De(db.Originaux, o => o.ConventionId);

    public IQueryable<ActeDeFin> Fins => De(db.Fins, f => f.ConventionId);

    public IQueryable<VersionNommee> Versions => De(db.Versions, v => v.ConventionId);

    public IQueryable<Piece> Pieces =>
        Lisibles(De(db.Pieces, p => p.ConventionId), p => p.PieceJointeId == null || PiecesJointes.Any(j => j.Id == p.PieceJointeId));

    public IQueryable<PieceJointe> PiecesJointes =>
        Lisibles(De(db.PiecesJointes, j => j.ConventionId), j => j.FicheActionId == null || FichesAction.Any(f => f.Id == j.FicheActionId));

    public IQueryable<FicheModele> FichesModele => db.FichesModele.AsNoTracking();

    public IQueryable<RepriseModele> ReprisesModele => De(db.ReprisesModele, r => r.ConventionId);

    public IQueryable<ModeleTexte> ModelesTexte => db.ModelesTexte.AsNoTracking();

    public IQueryable<TexteConvention> TextesConvention => De(db.TextesConvention, t => t.ConventionId);

    public IQueryable<PassageTexte> PassagesTexte => De(db.PassagesTexte, p => p.ConventionId);

    public IQueryable<AvisPartenaire> AvisPartenaires => De(db.AvisPartenaires, a => a.ConventionId);

    public IQueryable<EntreeJournal> Journal => LitTout
        ? De(db.Journal, e => e.ConventionId)
        : db.Journal.AsNoTracking().Where(e =>
            LuesEntieres.Any(c => c.Id == e.ConventionId)
            || (Conventions.Any(c => c.Id == e.ConventionId)
                && (e.FicheActionId == null || FichesAction.Any(f => f.Id == e.FicheActionId))));

    public IQueryable<Commentaire> Commentaires =>
        Lisibles(De(db.Commentaires, x => x.ConventionId), x => x.FicheActionId == null || FichesAction.Any(f => f.Id == x.FicheActionId));

    public IQueryable<Brouillon> Brouillons => db.Brouillons.AsNoTracking().Where(b => b.UtilisateurId == utilisateur.Id);

    public IQueryable<Presence> Presences =>
        Lisibles(De(db.Presences, p => p.ConventionId), p => p.FicheActionId == null || FichesAction.Any(f => f.Id == p.FicheActionId));

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
        Ici(Visibles(db, [.. utilisateur.Habilitations.Where(h => roles.Contains(h.Role))]));

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

    /// <summary>Those of the conventions that one sees, or of the one that this context reads.</summary>
    private IQueryable<T> De<T>(IQueryable<T> ensemble, Expression<Func<T, ConventionId>> convention)
        where T : class
    {
        Expression<Func<ConventionId, bool>> lue = _seule is { Id: var seule } ? id => id == seule : id => Conventions.Any(c => c.Id == id);
        var filtre = ReplacingExpressionVisitor.Replace(lue.Parameters[0], convention.Body, lue.Body);
        return ensemble.AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(filtre, convention.Parameters));
    }

    private IQueryable<T> Lisibles<T>(IQueryable<T> ensemble, Expression<Func<T, bool>> siToutNestPasLu) => LitTout ? ensemble : ensemble.Where(siToutNestPasLu);

    private IQueryable<Convention> Ici(IQueryable<Convention> conventions) =>
        _seule is { Id: var seule } ? conventions.Where(c => c.Id == seule) : conventions;

    private static string[] Codes(IReadOnlyList<Habilitation> habilitations, Portee portee) =>
        [.. habilitations.Where(h => h.Portee == portee).Select(h => h.Code)];

    /// <summary>The convention that a narrowed context reads, whose visibility was asked for.</summary>
    /// <param name="LueEntiere">The person reads also what is confidential in it.</param>
    private sealed record Seule(ConventionId Id, bool LueEntiere);
}
