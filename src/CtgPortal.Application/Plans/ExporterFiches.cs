using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>One fiche, those that one ticked or filtered, or the whole plan, to be read or to be edited, each as the convention prints it.</summary>
public static class ExporterFiches
{
    /// <summary>Beside the fields of a fiche: what was lived since, the money spent included.</summary>
    public const string Suivi = "suivi";

    /// <param name="Seule">One fiche, alone on its page; null: those that the filter keeps.</param>
    /// <param name="Colonnes">Codes of <see cref="ChampsFiche"/>, and <see cref="Suivi"/>; none: all.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FormatDocument Format, IReadOnlyList<string> Colonnes, FiltrePlan Filtre, FicheActionId? Seule = null)
        : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, ImprimerieFiches imprimerie, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Conventions.SingleOrDefaultAsync(c => c.Id == query.Convention, cancellationToken) is not { } convention
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } arbre)
            {
                return null;
            }

            var retenues = Retenir(arbre, query);
            if (retenues.Count == 0 && (query.Seule is not null || !query.Filtre.EstVide))
            {
                return null;
            }

            var plan = await db.Plans.SingleAsync(p => p.ConventionId == query.Convention, cancellationToken);
            var fiches = (await db.FichesAction.Where(f => f.ConventionId == query.Convention).ToListAsync(cancellationToken)).FindAll(f => retenues.ContainsKey(f.Id));
            var suivis = query.Colonnes.Count == 0 || query.Colonnes.Contains(Suivi)
                ? await db.Suivis.Where(s => s.ConventionId == query.Convention).ToListAsync(cancellationToken)
                : null;

            var forme = query.Seule is not null ? FormeFiches.Fiche : query.Filtre.EstVide ? FormeFiches.Plan : FormeFiches.Selection;
            var pieces = await db.LireLibellesDesPiecesAsync(query.Convention, cancellationToken);
            var liens = await db.LiensAutourAsync(fiches, cancellationToken);
            var axes = new PlanDossier(plan, fiches, suivis, convention.Perimetre, pieces, liens, query.Colonnes.Count == 0 ? null : query.Colonnes).Axes();
            return await imprimerie.ImprimerAsync(
                new()
                {
                    Forme = forme,
                    Titre = Titre(forme, arbre, retenues.Values),
                    Territoire = string.Join(" et ", convention.Titulaires.Select(t => Mots.NomEnToutesLettres(t.Nom))),
                    Intitule = convention.Intitule,
                    Debut = convention.Periode?.Debut,
                    Fin = convention.Periode?.Fin,
                    Niveaux = plan.Niveaux,
                    Champs = convention.Champs,
                    Axes = forme == FormeFiches.Plan ? axes : Elaguer(axes),
                    Partielles = query.Colonnes.Count > 0,
                    Confidentiel = retenues.Values.Any(f => f.Confidentielle),
                    DateProduction = clock.GetUtcNow().JourEnFrance(),
                },
                Nom(forme, retenues.Values), query.Format, cancellationToken);
        }

        /// <summary>A confidential fiche goes out only when somebody chose that very one.</summary>
        private static Dictionary<FicheActionId, FicheDuPlan> Retenir(ArbrePlan arbre, Query query) =>
            (query.Seule is { } seule ? arbre.Fiches.Where(f => f.Id == seule) : query.Filtre.Appliquer(arbre).Fiches)
                .Where(f => !f.Confidentielle || query.Seule is not null || query.Filtre.Designe(f))
                .ToDictionary(f => f.Id);

        private static string Titre(FormeFiches forme, ArbrePlan arbre, IReadOnlyCollection<FicheDuPlan> fiches) => forme switch
        {
            FormeFiches.Fiche => $"{arbre.NomFiche} {fiches.Single().Numero} – {fiches.Single().Intitule}",
            FormeFiches.Plan => "Plan d’actions",
            _ => "Extrait du plan d’actions",
        };

        private static string Nom(FormeFiches forme, IReadOnlyCollection<FicheDuPlan> fiches) => forme switch
        {
            FormeFiches.Fiche => $"fiche-{fiches.Single().Numero}",
            FormeFiches.Plan => "plan-actions",
            _ => "fiches",
        };

        private static IReadOnlyList<AxeDossier> Elaguer(IEnumerable<AxeDossier> axes) =>
            [.. axes.Select(a => a with { Orientations = Elaguer(a.Orientations) }).Where(a => a.Fiches.Count + a.Orientations.Count > 0)];

        private static IReadOnlyList<OrientationDossier> Elaguer(IReadOnlyList<OrientationDossier> orientations) =>
            [.. orientations.Select(o => o with { Orientations = Elaguer(o.Orientations) }).Where(o => o.Fiches.Count + o.Orientations.Count > 0)];
    }
}
