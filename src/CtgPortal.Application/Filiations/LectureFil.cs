using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Filiations;

/// <summary>A link of the thread with its words.</summary>
public sealed record MaillonLu(Maillon Maillon, string Texte)
{
    /// <summary>Of a part of the plan, in the convention’s own words: « Fiche 7 », « Axe 2 »; null for the others.</summary>
    public string? Numero { get; init; }

    /// <summary>Where it was said or written: title of the workshop, champ of the constat; null for the plan.</summary>
    public string? Contexte { get; init; }

    /// <summary>Of a contribution or a group, for its address.</summary>
    public AtelierId? Atelier { get; init; }

    public NatureContribution? Contribution { get; init; }

    public NatureConstat? Constat { get; init; }
}

/// <summary>Neighbour of a link: what it comes from or what it became.</summary>
public sealed record Voisin(FiliationId Filiation, MaillonLu Maillon);

/// <summary>The thread of one convention, as far as the person may see it.</summary>
public sealed class Fil
{
    private readonly ILookup<Maillon, Voisin> _origines;
    private readonly ILookup<Maillon, Voisin> _suites;

    /// <param name="maillons">In the order of the thread; a link whose end is not among them is not shown.</param>
    internal Fil(IReadOnlyList<MaillonLu> maillons, IReadOnlyList<Filiation> filiations)
    {
        Maillons = maillons;
        var lus = maillons.ToDictionary(m => m.Maillon);
        var rangs = maillons.Select((m, rang) => (m.Maillon, rang)).ToDictionary(x => x.Maillon, x => x.rang);
        var visibles = filiations.Where(f => lus.ContainsKey(f.Origine) && lus.ContainsKey(f.Suite)).ToList();
        _origines = visibles.OrderBy(f => rangs[f.Origine]).ToLookup(f => f.Suite, f => new Voisin(f.Id, lus[f.Origine]));
        _suites = visibles.OrderBy(f => rangs[f.Suite]).ToLookup(f => f.Origine, f => new Voisin(f.Id, lus[f.Suite]));
    }

    /// <summary>Every figure and constat of the diagnostic, axe, orientation and fiche, and the contributions and groups that became something.</summary>
    public IReadOnlyList<MaillonLu> Maillons { get; }

    public bool EstVide => _origines.Count == 0;

    public IEnumerable<Voisin> OriginesDe(Maillon maillon) => _origines[maillon];

    public IEnumerable<Voisin> SuitesDe(Maillon maillon) => _suites[maillon];

    public IEnumerable<MaillonLu> De(NatureMaillon nature) => Maillons.Where(m => m.Maillon.Nature == nature);

    /// <summary>Findings that nothing answers yet.</summary>
    public IEnumerable<MaillonLu> ConstatsSansSuite => De(NatureMaillon.Constat).Where(c => !_suites.Contains(c.Maillon));

    /// <summary>Actions of which nobody can tell why they are there.</summary>
    public IEnumerable<MaillonLu> FichesSansOrigine => De(NatureMaillon.FicheAction).Where(f => !_origines.Contains(f.Maillon));
}

internal static class LectureFil
{
    /// <summary>By role and by stage.</summary>
    public static bool PeutRelier(this EnTeteConvention enTete) =>
        enTete.Permet<Relier.Command>() && CycleDeVie.PlanModifiable(enTete.Statut);

    /// <summary>A fixed number of SQL commands, whatever the length of the thread.</summary>
    /// <param name="aussi">Links to read although nothing came of them yet.</param>
    public static async Task<Fil> LireFilAsync(
        this ICtgReadContext partout, ConventionId convention, IReadOnlyCollection<Maillon> aussi, CancellationToken cancellationToken)
    {
        var db = await partout.DansAsync(convention, cancellationToken);
        var filiations = await db.Filiations.Where(f => f.ConventionId == convention).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        Maillon[] nommes = [.. filiations.Select(f => f.Origine).Concat(aussi).Distinct()];
        return new(
            [
                .. await db.ContributionsDuFilAsync(convention, nommes, cancellationToken),
                .. await db.IndicateursDuFilAsync(convention, cancellationToken),
                .. await db.ConstatsDuFilAsync(convention, cancellationToken),
                .. await db.PlanDuFilAsync(convention, cancellationToken),
            ],
            filiations);
    }

    /// <summary>What one link comes from, in the order of the thread.</summary>
    public static async Task<IReadOnlyList<MaillonLu>> LireOriginesAsync(
        this ICtgReadContext partout, ConventionId convention, Maillon suite, CancellationToken cancellationToken)
    {
        var db = await partout.DansAsync(convention, cancellationToken);
        var origines = await db.Filiations.Where(f => f.ConventionId == convention && f.Suite == suite).Select(f => f.Origine).ToArrayAsync(cancellationToken);
        if (origines.Length == 0)
        {
            return [];
        }

        var indicateurs = await db.IndicateursDuFilAsync(convention, cancellationToken);
        var constats = await db.ConstatsDuFilAsync(convention, cancellationToken);
        return
        [
            .. await db.ContributionsDuFilAsync(convention, origines, cancellationToken),
            .. indicateurs.Where(i => origines.Contains(i.Maillon)),
            .. constats.Where(c => origines.Contains(c.Maillon)),
        ];
    }

    /// <summary>What came of one link, in the order of the thread.</summary>
    public static async Task<IReadOnlyList<MaillonLu>> LireSuitesAsync(
        this ICtgReadContext partout, ConventionId convention, Maillon origine, CancellationToken cancellationToken)
    {
        var db = await partout.DansAsync(convention, cancellationToken);
        var suites = await db.Filiations.Where(f => f.ConventionId == convention && f.Origine == origine).Select(f => f.Suite).ToArrayAsync(cancellationToken);
        return suites.Length == 0 ? [] : [.. (await db.PlanDuFilAsync(convention, cancellationToken)).Where(m => suites.Contains(m.Maillon))];
    }

    private static async Task<IEnumerable<MaillonLu>> IndicateursDuFilAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var lus = await db.Diagnostics.Where(d => d.ConventionId == convention)
            .SelectMany(d => d.Indicateurs.Select(i => new { i.Id, i.Champ, i.Intitule, i.Rang })).ToListAsync(cancellationToken);
        return lus.OrderBy(i => i.Rang).Select(i => new MaillonLu(Maillon.De(i.Id), i.Intitule) { Contexte = i.Champ });
    }

    private static async Task<IEnumerable<MaillonLu>> ContributionsDuFilAsync(
        this ICtgReadContext db, ConventionId convention, Maillon[] nommes, CancellationToken cancellationToken)
    {
        ContributionId[] contributions = [.. nommes.Where(m => m.Nature == NatureMaillon.Contribution).Select(m => ContributionId.From(m.Id))];
        GroupeId[] groupes = [.. nommes.Where(m => m.Nature == NatureMaillon.Groupe).Select(m => GroupeId.From(m.Id))];
        var ateliers = db.Ateliers.Where(a => a.Conventions.Any(c => c.ConventionId == convention))
            .Select(a => new { a.Id, a.Description.Intitule, a.Description.Date });
        var dites = await db.Contributions.Where(c => contributions.Contains(c.Id))
            .Join(ateliers, c => c.AtelierId, a => a.Id, (c, a) => new { c.Id, c.Nature, c.Texte, c.Rang, Atelier = a })
            .ToListAsync(cancellationToken);
        var reunies = await db.Groupes.Where(g => groupes.Contains(g.Id))
            .Join(ateliers, g => g.AtelierId, a => a.Id, (g, a) => new { g.Id, g.Titre, g.Rang, Atelier = a })
            .ToListAsync(cancellationToken);

        // by day, then workshop by workshop: its groups first
        return reunies.Select(g => (g.Atelier, Groupe: 0, g.Rang, Lu: new MaillonLu(Maillon.De(g.Id), g.Titre) { Contexte = g.Atelier.Intitule, Atelier = g.Atelier.Id }))
            .Concat(dites.Select(c => (
                c.Atelier, Groupe: 1, c.Rang,
                Lu: new MaillonLu(Maillon.De(c.Id), c.Texte) { Contexte = c.Atelier.Intitule, Atelier = c.Atelier.Id, Contribution = c.Nature })))
            .OrderBy(x => x.Atelier.Date ?? DateOnly.MaxValue).ThenBy(x => x.Atelier.Intitule, StringComparer.Ordinal)
            .ThenBy(x => x.Groupe).ThenBy(x => x.Rang).Select(x => x.Lu);
    }

    private static async Task<IEnumerable<MaillonLu>> ConstatsDuFilAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var lus = await db.Diagnostics.Where(d => d.ConventionId == convention)
            .SelectMany(d => d.Constats.Select(c => new { c.Id, c.Champ, c.Nature, c.Texte, c.Rang })).ToListAsync(cancellationToken);
        return lus.OrderBy(c => c.Rang).Select(c => new MaillonLu(Maillon.De(c.Id), c.Texte) { Contexte = c.Champ, Constat = c.Nature });
    }

    private static async Task<IEnumerable<MaillonLu>> PlanDuFilAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        if (await db.Plans.SingleOrDefaultAsync(p => p.ConventionId == convention, cancellationToken) is not { } plan)
        {
            return [];
        }

        var intitules = await db.FichesAction.Where(f => f.ConventionId == convention)
            .Select(f => new { f.Id, f.Identite.Intitule }).ToDictionaryAsync(f => f.Id, f => f.Intitule, cancellationToken);
        var numeros = plan.NumeroterOrientations();
        return
        [
            .. plan.Axes.Select(a => new MaillonLu(Maillon.De(a.Id), a.Intitule) { Numero = $"{plan.Niveaux[0]} {a.Rang}" }),
            .. plan.Orientations.Select(o => new MaillonLu(Maillon.De(o.Id), o.Intitule)
            {
                Numero = $"{plan.Niveaux[o.ParentId is null ? 1 : 2]} {numeros[o.Id]}",
            }),
            .. plan.Numeroter().Where(n => intitules.ContainsKey(n.Fiche))
                .Select(n => new MaillonLu(Maillon.De(n.Fiche), intitules[n.Fiche]) { Numero = $"{plan.Niveaux[^1]} {n.Numero}" }),
        ];
    }
}
