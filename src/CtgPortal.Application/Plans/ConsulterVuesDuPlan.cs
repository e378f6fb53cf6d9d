using CtgPortal.Application.Acces;
using CtgPortal.Application.Bibliotheque;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>What every view of the plan shows: the tree, the fiches that the filter keeps, and what one may filter by.</summary>
public static class ConsulterVuesDuPlan
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FiltrePlan Filtre) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Plan">Whole.</param>
    /// <param name="Retenu">What the filter keeps of it.</param>
    /// <param name="PeutModifier">By role and by stage.</param>
    /// <param name="Moi">The account that reads, which may pilot some fiches.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, ArbrePlan Plan, FiltrePlan Filtre, ArbrePlan Retenu, Choix Choix, bool PeutModifier, bool EstPartenaire,
        UtilisateurId? Moi, IReadOnlyList<VueEnregistree> Vues, DateOnly Aujourdhui)
    {
        /// <summary>Where the plan opens, when somebody chose it.</summary>
        public VueEnregistree? ParDefaut => Vues.ParDefaut();

        /// <summary>Titles of the fiches that the Caf asks for, neither in the plan nor set aside; empty for who may do nothing about it.</summary>
        public IReadOnlyList<string> ImposeesManquantes { get; init; } = [];

        /// <summary>By role alone: what concerns the team, whatever the stage.</summary>
        public bool PeutPartager => DroitsPlan.PeutModifier(EnTete.Roles);

        /// <summary>The fiches that the person may change, one or many at once.</summary>
        public bool PeutRediger(FicheDuPlan fiche) =>
            PeutModifier || (EstPartenaire && fiche.PiloteCompte == Moi && Moi is not null && CycleDeVie.PlanModifiable(EnTete.Statut));
    }

    /// <summary>What is worth filtering by: what the fiches hold.</summary>
    public sealed record Choix(
        IReadOnlyList<string> Champs, IReadOnlyList<string> Pilotes, IReadOnlyList<string> Structures, IReadOnlyList<CommuneDuPlan> Communes, IReadOnlyList<int> Annees,
        IReadOnlyList<string> Schemas);

    public sealed record CommuneDuPlan(string Code, string Nom);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var communes = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre)
                .Select(p => new CommuneDuPlan(p.Code, p.Nom)).ToListAsync(cancellationToken);
            var peutModifier = DroitsPlan.PeutModifier(enTete.Roles) && CycleDeVie.PlanModifiable(enTete.Statut);
            var vues = await db.LireVuesAsync(query.Convention, utilisateur.Id, DroitsPlan.PeutModifier(enTete.Roles), cancellationToken);
            return new(
                enTete, plan, query.Filtre, query.Filtre.Appliquer(plan), Choisir(plan, enTete.Periode, communes), peutModifier,
                enTete.Roles.Contains(Role.Partenaire), utilisateur.Id, vues, clock.GetUtcNow().JourEnFrance())
            {
                ImposeesManquantes = peutModifier ? await db.ImposeesManquantes(query.Convention).Select(m => m.Intitule).ToListAsync(cancellationToken) : [],
            };
        }

        private static Choix Choisir(ArbrePlan plan, Periode? periode, List<CommuneDuPlan> communes)
        {
            var fiches = plan.Fiches.ToList();
            var dates = fiches.SelectMany(f => new[] { f.Debut, f.Fin }).Concat(fiches.SelectMany(f => f.Echeances).Select(e => (DateOnly?)e.Le)).Append(periode?.Debut).Append(periode?.Fin).OfType<DateOnly>().Select(d => d.Year)
                .Concat(fiches.SelectMany(f => f.Financements).Select(f => f.Annee)).ToList();
            return new(
                Distincts(fiches.SelectMany(f => f.Champs)), Distincts(fiches.Select(f => f.PilotePersonne)), Distincts(fiches.Select(f => f.PiloteStructure)),
                [.. communes.OrderBy(c => c.Nom, Alphabet.Francais)],
                dates.Count == 0 ? [] : [.. Enumerable.Range(dates.Min(), dates.Max() - dates.Min() + 1)],
                Distincts(fiches.SelectMany(f => f.Schemas)));
        }

        private static IReadOnlyList<string> Distincts(IEnumerable<string?> valeurs) =>
            [.. valeurs.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(Alphabet.Francais)];
    }
}
