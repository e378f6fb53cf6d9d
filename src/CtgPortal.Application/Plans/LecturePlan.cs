using CtgPortal.Application.Common;
using CtgPortal.Application.Marques;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>A fiche as the plan, the follow-up and the overview list it.</summary>
/// <param name="Numero">As printed.</param>
/// <param name="Rang">Among the fiches of its branch.</param>
/// <param name="Pilote">Structure, or person when no structure is named.</param>
/// <param name="AJourLe">Last word of the follow-up; null when there was none.</param>
public sealed record FicheDuPlan(
    FicheActionId Id, int Revision, string Numero, int Rang, string Intitule, string? Pilote, DateOnly? Fin, bool Confidentielle,
    Avancement Avancement, string? Motif, DateTimeOffset? AJourLe, IReadOnlyList<Financement> Financements)
{
    public Somme Montants => Budget.De(Financements).Total;

    public IReadOnlyList<string> Champs { get; init; } = [];

    /// <summary>Those it takes part in.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    public PrioriteFiche? Priorite { get; init; }

    public bool Imposee { get; init; }

    public NatureAction? Nature { get; init; }

    public string? PiloteStructure { get; init; }

    public string? PilotePersonne { get; init; }

    /// <summary>The account that pilots it.</summary>
    public UtilisateurId? PiloteCompte { get; init; }

    public DateOnly? Debut { get; init; }

    /// <summary>No end: the action goes on.</summary>
    public bool AmeliorationContinue { get; init; }

    /// <summary>When, in words.</summary>
    public string? Calendrier { get; init; }

    /// <summary>Its operations that have a day by which they are done, the first one due first.</summary>
    public IReadOnlyList<EcheanceOperation> Echeances { get; init; } = [];

    /// <summary>INSEE codes; empty: the whole perimeter.</summary>
    public IReadOnlyList<string> Communes { get; init; } = [];

    public decimal? Cout { get; init; }

    /// <summary>Discussions that are open.</summary>
    public int Commentaires { get; init; }
}

public sealed record EcheanceOperation(string Intitule, DateOnly Le);

/// <param name="Numero">As printed: « 2.1 ».</param>
public sealed record BrancheDuPlan(
    OrientationId Id, string Numero, int Rang, string Intitule, IReadOnlyList<FicheDuPlan> Fiches, IReadOnlyList<BrancheDuPlan> Branches)
{
    public IEnumerable<FicheDuPlan> Toutes => [.. Fiches, .. Branches.SelectMany(b => b.Toutes)];
}

public sealed record AxeDuPlan(
    AxeId Id, int Rang, string Intitule, CouleurAxe Couleur, string? Icone, IReadOnlyList<FicheDuPlan> Fiches, IReadOnlyList<BrancheDuPlan> Branches)
{
    /// <summary>In the order of the plan.</summary>
    public IEnumerable<FicheDuPlan> Toutes => [.. Fiches, .. Branches.SelectMany(b => b.Toutes)];

    public Somme Montants => Budget.De(Toutes.SelectMany(f => f.Financements)).Total;
}

/// <summary>The whole tree with what each fiche says of itself; fiches that the person may not see are left out, numbers are not closed up.</summary>
/// <param name="Niveaux">The convention’s own words, from the first level to the fiche.</param>
public sealed record ArbrePlan(int Revision, IReadOnlyList<string> Niveaux, Numerotation Numerotation, IReadOnlyList<AxeDuPlan> Axes)
{
    public IEnumerable<FicheDuPlan> Fiches => Axes.SelectMany(a => a.Toutes);

    /// <summary>Each fiche with where it stands, in the order of the plan.</summary>
    public IEnumerable<LignePlan> Lignes => Axes.SelectMany(a => a.Fiches.Select(f => new LignePlan(a, [], f)).Concat(Sous(a, a.Branches, [])));

    public string NomAxe => Niveaux[0];

    public string NomFiche => Niveaux[^1];

    /// <summary>How many levels stand between an axe and a fiche.</summary>
    public int Profondeur => Niveaux.Count - 2;

    public Budget<NatureDepense> Budget() => Domain.Plans.Budget.De(Fiches.SelectMany(f => f.Financements));

    private static IEnumerable<LignePlan> Sous(AxeDuPlan axe, IReadOnlyList<BrancheDuPlan> branches, IReadOnlyList<BrancheDuPlan> chemin) =>
        branches.SelectMany(b => b.Fiches.Select(f => new LignePlan(axe, [.. chemin, b], f)).Concat(Sous(axe, b.Branches, [.. chemin, b])));
}

/// <summary>A fiche and the branches above it.</summary>
/// <param name="Chemin">Orientations from the axe down; empty directly below the axe.</param>
public sealed record LignePlan(AxeDuPlan Axe, IReadOnlyList<BrancheDuPlan> Chemin, FicheDuPlan Fiche);

internal static class LecturePlan
{
    /// <summary>A fixed number of SQL commands, whatever the number of fiches; null when there is no plan to see.</summary>
    public static async Task<ArbrePlan?> LireArbreAsync(this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var ici = await db.DansAsync(convention, cancellationToken);
        if (await ici.Plans.SingleOrDefaultAsync(p => p.ConventionId == convention, cancellationToken) is not { } plan)
        {
            return null;
        }

        var lues = await ici.FichesAction.Where(f => f.ConventionId == convention)
            .Join(ici.Suivis, f => f.Id, s => s.FicheActionId, (f, s) => new { Fiche = f, Suivi = s })
            .Select(x => new
            {
                x.Fiche.Id,
                x.Fiche.Revision,
                x.Fiche.Identite.Intitule,
                x.Fiche.Identite.Confidentielle,
                x.Fiche.Qui.PiloteStructure,
                x.Fiche.Qui.PilotePersonne,
                x.Fiche.Identite.Champs,
                x.Fiche.Pourquoi.Schemas,
                x.Fiche.Identite.Priorite,
                x.Fiche.Identite.ImposeeParLaCaf,
                x.Fiche.Quoi.Nature,
                x.Fiche.PiloteUtilisateurId,
                x.Fiche.PourQui.Communes,
                x.Fiche.Quand.Debut,
                x.Fiche.Quand.Fin,
                x.Fiche.Quand.AmeliorationContinue,
                x.Fiche.Quand.Calendrier,
                x.Fiche.Moyens.CoutPrevisionnel,
                Financements = x.Fiche.Financements.ToList(),
                Echeances = x.Fiche.Operations.Where(o => o.Echeance != null).OrderBy(o => o.Echeance).ThenBy(o => o.Rang)
                    .Select(o => new EcheanceOperation(o.Intitule, o.Echeance!.Value)).ToList(),
                x.Suivi.Avancement,
                x.Suivi.Motif,
                x.Suivi.AJourLe,
                Commentaires = ici.Commentaires.Count(c => c.ConventionId == convention && c.FicheActionId == x.Fiche.Id && c.ResoluLe == null),
            })
            .ToDictionaryAsync(f => f.Id, cancellationToken);
        var rangs = plan.Emplacements.ToDictionary(e => e.FicheActionId, e => e.Rang);
        var fiches = plan.Numeroter().Where(n => lues.ContainsKey(n.Fiche)).ToLookup(n => (n.Axe, n.Orientation), Fiche);
        var numeros = plan.NumeroterOrientations();
        var branches = plan.Orientations.ToLookup(o => (o.AxeId, o.ParentId));

        return new(
            plan.Revision, plan.Niveaux, plan.Numerotation,
            [.. plan.Axes.Select(a => new AxeDuPlan(
                a.Id, a.Rang, a.Intitule, a.Couleur, a.Icone, [.. fiches[(a.Id, null)]], Branches(a.Id, null)))]);

        IReadOnlyList<BrancheDuPlan> Branches(AxeId axe, OrientationId? parent) =>
            [.. branches[(axe, parent)].Select(o => new BrancheDuPlan(
                o.Id, numeros[o.Id], o.Rang, o.Intitule, [.. fiches[(axe, o.Id)]], Branches(axe, o.Id)))];

        FicheDuPlan Fiche(FicheNumerotee n)
        {
            var lue = lues[n.Fiche];
            return new(
                n.Fiche, lue.Revision, n.Numero, rangs[n.Fiche], lue.Intitule, lue.PiloteStructure ?? lue.PilotePersonne, lue.Fin,
                lue.Confidentielle, lue.Avancement, lue.Motif, lue.AJourLe, lue.Financements)
            {
                Champs = lue.Champs,
                Schemas = lue.Schemas,
                Priorite = lue.Priorite,
                Imposee = lue.ImposeeParLaCaf,
                Nature = lue.Nature,
                PiloteStructure = lue.PiloteStructure,
                PilotePersonne = lue.PilotePersonne,
                PiloteCompte = lue.PiloteUtilisateurId,
                Debut = lue.Debut,
                AmeliorationContinue = lue.AmeliorationContinue,
                Calendrier = lue.Calendrier is null ? null : TexteRiche.EnClair(lue.Calendrier),
                Echeances = lue.Echeances,
                Communes = lue.Communes,
                Cout = lue.CoutPrevisionnel,
                Commentaires = lue.Commentaires,
            };
        }
    }
}
