using CtgPortal.Application.Acces;
using CtgPortal.Application.Bibliotheque;
using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Fins;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>What every page of a convention shows at its head, and what the person may do there.</summary>
/// <param name="Faits">Stage, period and parties: what the rules of passage look at.</param>
/// <param name="Etat">Counts only; the lists of reservations are empty here, see <c>LireEtatAsync</c>.</param>
/// <param name="Signees">Rows signed of the circuit that counts.</param>
/// <param name="Signataires">Rows of that circuit; 0 when none was opened.</param>
/// <param name="Roles">Held by the current person over this convention.</param>
public sealed record EnTeteConvention(
    ConventionId Id,
    int Revision,
    string Intitule,
    IReadOnlyList<string> Titulaires,
    int? Generation,
    IReadOnlyList<string> Champs,
    bool SigneeHorsPortail,
    FaitsConvention Faits,
    EtatDossier Etat,
    int Signees,
    int Signataires,
    IReadOnlySet<Role> Roles)
{
    public required string CafCode { get; init; }

    /// <summary>The end announced before the term; null when there is none.</summary>
    public FinAnnoncee? Fin { get; init; }

    public int SignaturesAttendues => Signataires - Signees;

    public StatutConvention Statut => Faits.Statut;

    public Periode? Periode => Faits.Periode;

    /// <summary>Whether the access behaviour would let this person send the request: a page offers nothing it would refuse.</summary>
    /// <typeparam name="TRequest">The <c>Command</c> or <c>Query</c> type.</typeparam>
    public bool Permet<TRequest>() => RegleAcces.Pour(typeof(TRequest))?.Admet(Roles) ?? true;

    /// <summary>Who must act next, and how.</summary>
    public ProchaineAction Prochaine(DateOnly aujourdhui) => ProchaineAction.Pour(Faits, Etat, SignaturesAttendues, aujourdhui);
}

/// <summary>Facts shared by the queries and commands of a convention.</summary>
internal static class LectureConvention
{
    /// <summary>One SQL command (rights are remembered by the access behaviour); null when unknown or foreign.</summary>
    public static async Task<EnTeteConvention?> LireEnTeteAsync(
        this ICtgReadContext db, IDroits droits, ConventionId id, CancellationToken cancellationToken)
    {
        // a few holders by a few parties: one command costs less than three
        var ici = await db.DansAsync(id, cancellationToken);
        var lu = await db.EnUneCommande(ici.Conventions.Where(c => c.Id == id)
            .Join(ici.Comptes(), c => c.Id, n => n.Id, (c, n) => new
            {
                Comptes = n,
                c.Revision,
                c.CafCode,
                c.Intitule,
                Titulaires = c.Titulaires.Select(t => t.Nom).ToList(),
                Debut = (DateOnly?)c.Periode!.Debut,
                Fin = (DateOnly?)c.Periode!.Fin,
                c.Generation,
                c.Champs,
                c.Statut,
                c.SigneeHorsPortail,
                FinAnnoncee = ici.Fins.Where(f => f.ConventionId == c.Id && f.Statut == StatutFin.EnPreavis).Select(f => new FinAnnoncee(f.Nature, f.Partie, f.EffetLe)).FirstOrDefault(),
                Parties = c.Parties.OrderBy(p => p.Rang)
                    .Select(p => new FaitsPartie(
                        p.Nom, p.Signataires.Any(),
                        p.Signataires.Where(s => s.Identite.Delegation != null).Select(s => new FaitsDelegation(s.Identite.Prenom + " " + s.Identite.Nom, s.Identite.Delegation!)).ToList())).ToList(),
            }))
            .SingleOrDefaultAsync(cancellationToken);
        if (lu is null)
        {
            return null;
        }

        var periode = lu.Debut is { } debut && lu.Fin is { } fin ? new Periode(debut, fin) : null;
        var comptes = lu.Comptes.Lire();
        return new(
            id, lu.Revision, lu.Intitule, lu.Titulaires, lu.Generation, lu.Champs, lu.SigneeHorsPortail,
            new(lu.Statut, periode, lu.Parties), comptes.Etat, comptes.Signees, comptes.Lignes, await droits.RolesSurAsync(id, cancellationToken))
        {
            CafCode = lu.CafCode,
            Fin = lu.FinAnnoncee,
        };
    }

    /// <summary>The counts of several conventions, in one SQL command; the lists of reservations stay empty.</summary>
    public static async Task<IReadOnlyDictionary<ConventionId, Comptes>> CompterAsync(
        this ICtgReadContext db, IReadOnlyCollection<ConventionId> ids, CancellationToken cancellationToken)
    {
        var lus = await db.Comptes().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        return lus.ToDictionary(c => c.Id, c => c.Lire());
    }

    private static IQueryable<ComptesLus> Comptes(this ICtgReadContext db) => db.Conventions.Select(c => new ComptesLus
    {
        Id = c.Id,
        DiagnosticValide = db.Diagnostics.Any(d => d.ConventionId == c.Id && d.ValideLe != null),
        Constats = db.Diagnostics.Where(d => d.ConventionId == c.Id).SelectMany(d => d.Constats).Count(),
        Ateliers = db.Ateliers.Count(a => a.Conventions.Any(x => x.ConventionId == c.Id)),
        Ouverts = db.Ateliers.Count(a =>
            a.Statut == Domain.Ateliers.StatutAtelier.Prevu && a.Conventions.Any(x => x.ConventionId == c.Id)),
        Axes = db.Plans.Where(p => p.ConventionId == c.Id).SelectMany(p => p.Axes).Count(),
        Fiches = db.FichesAction.Count(f => f.ConventionId == c.Id),
        Lignes = db.Signatures.Where(s => s.ConventionId == c.Id && s.AvenantId == null && s.Statut != StatutSignature.Annulee).SelectMany(s => s.Lignes)
            .Count(l => l.Role == RoleLigne.Signataire && l.RemplaceeLe == null && l.RetireeLe == null),
        Signees = db.Signatures.Where(s => s.ConventionId == c.Id && s.AvenantId == null && s.Statut != StatutSignature.Annulee)
            .SelectMany(s => s.Lignes).Count(l => l.Role == RoleLigne.Signataire && l.SigneeLe != null && l.RemplaceeLe == null && l.RetireeLe == null),
        Defauts = db.PassagesTexte.Where(p => p.ConventionId == c.Id).Sum(p => p.Defauts),
    });

    /// <summary>What the transitions need to know of the other aggregates; a fixed number of SQL commands.</summary>
    public static async Task<EtatDossier> LireEtatAsync(this ICtgReadContext db, ConventionId id, CancellationToken cancellationToken)
    {
        var comptes = (await db.CompterAsync([id], cancellationToken)).GetValueOrDefault(id)
            ?? throw new NotFoundException("Convention unknown.");
        return await db.LireReservesAsync(id, comptes.Etat, cancellationToken);
    }

    /// <summary>Adds to counts what only the signature needs: the branches without fiche, the fiches without pilot, the controls of the text.</summary>
    public static async Task<EtatDossier> LireReservesAsync(
        this ICtgReadContext partout, ConventionId id, EtatDossier etat, CancellationToken cancellationToken)
    {
        var db = await partout.DansAsync(id, cancellationToken);
        var orientationsSansFiche = await db.Plans.Where(p => p.ConventionId == id)
            .SelectMany(p => p.Orientations.Where(o =>
                !p.Emplacements.Any(e => e.OrientationId == o.Id) && !p.Orientations.Any(x => x.ParentId == o.Id)))
            .Select(o => o.Intitule).ToListAsync(cancellationToken);
        var fichesSansPilote = await db.FichesAction
            .Where(f => f.ConventionId == id && f.Qui.PiloteStructure == null && f.Qui.PilotePersonne == null)
            .OrderBy(f => f.Id).Select(f => f.Identite.Intitule).ToListAsync(cancellationToken);
        var convention = await db.Conventions.SingleAsync(c => c.Id == id, cancellationToken);
        return etat with
        {
            OrientationsSansFiche = orientationsSansFiche,
            FichesSansPilote = fichesSansPilote,
            FichesImposeesManquantes = await db.ImposeesManquantes(id).Select(m => m.Intitule).ToListAsync(cancellationToken),
            DeliberationsManquantes = convention.SansDeliberation(await db.LireDeliberationsAsync(id, cancellationToken)),
            Texte = await db.LireControlesAsync(convention, cancellationToken),
        };
    }
}

/// <summary>As the database gives them.</summary>
internal sealed record ComptesLus
{
    public ConventionId Id { get; init; }

    public bool DiagnosticValide { get; init; }

    public int Constats { get; init; }

    public int Ateliers { get; init; }

    public int Ouverts { get; init; }

    public int Axes { get; init; }

    public int Fiches { get; init; }

    public int Lignes { get; init; }

    public int Signees { get; init; }

    public int Defauts { get; init; }

    public Comptes Lire() => new(
        new(DiagnosticValide, Constats, Ateliers, Ouverts, Axes, Fiches, [], []) { DefautsDuTexte = Defauts }, Signees, Lignes);
}

/// <param name="Signees">Rows signed of the circuit that counts; 0 of 0 when none was opened.</param>
internal sealed record Comptes(EtatDossier Etat, int Signees, int Lignes)
{
    public int SignaturesAttendues => Lignes - Signees;
}
