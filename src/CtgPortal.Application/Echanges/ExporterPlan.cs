using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tableurs;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

public enum FormatPlan
{
    Xlsx,
    Csv,

    /// <summary>An empty workbook to fill, with what each column expects.</summary>
    Modele,
}

/// <summary>The plan as a workbook that can be imported again, as a CSV of its fiches, or the empty workbook to fill.</summary>
public static class ExporterPlan
{
    /// <param name="Colonnes">Codes of <see cref="ChampsFiche"/>; none: all.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FormatPlan Format, IReadOnlyList<string> Colonnes, FiltrePlan Filtre) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, ITableurs tableurs) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Plans.SingleOrDefaultAsync(p => p.ConventionId == query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var connues = ColonnesEchange.Choisissables.Select(c => c.Code).ToList();
            var colonnes = query.Colonnes.Intersect(connues).ToList() is { Count: > 0 } choisies ? choisies : connues;
            if (query.Format == FormatPlan.Modele)
            {
                var vide = new FeuillesPlan(plan, [], [], colonnes);
                return tableurs.EnXlsx("modele-plan-actions", [vide.Plan(branchesVides: false, modele: true), .. vide.Details(modele: true), vide.Notice(modele: true)]);
            }

            var arbre = (await db.LireArbreAsync(query.Convention, cancellationToken))!;
            var retenues = query.Filtre.Appliquer(arbre).Fiches.Select(f => f.Id).ToHashSet();
            var fiches = (await db.FichesAction.Where(f => f.ConventionId == query.Convention).ToListAsync(cancellationToken)).FindAll(f => retenues.Contains(f.Id));
            var perimetre = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre).ToListAsync(cancellationToken);
            var feuilles = new FeuillesPlan(plan, fiches, perimetre, colonnes);
            return query.Format == FormatPlan.Csv
                ? tableurs.EnCsv("plan-actions", feuilles.Plan(branchesVides: query.Filtre.EstVide))
                : tableurs.EnXlsx("plan-actions", [feuilles.Plan(branchesVides: query.Filtre.EstVide), .. feuilles.Details(), feuilles.Notice()]);
        }
    }
}
