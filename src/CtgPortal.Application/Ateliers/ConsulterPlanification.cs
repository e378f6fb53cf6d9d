using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>What one needs to plan a workshop: the neighbours it may be shared with and the series already named.</summary>
public static class ConsulterPlanification
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Voisines">The conventions still being prepared where this person may plan a workshop too.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, IReadOnlyList<Voisine> Voisines, IReadOnlyList<string> Series, IReadOnlyList<Obstacle> Obstacles);

    public sealed record Voisine(ConventionId Id, string Intitule, string Territoire);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var series = await db.Ateliers
                .Where(a => a.Conventions.Any(c => c.ConventionId == query.Convention) && a.Description.Serie != null)
                .Select(a => a.Description.Serie!).Distinct().OrderBy(s => s).ToListAsync(cancellationToken);
            return new(
                enTete,
                await VoisinesAsync(query.Convention, cancellationToken),
                series,
                CycleDeVie.TexteModifiable(enTete.Statut) ? [] : [Domain.Conventions.Obstacles.TexteFige]);
        }

        private async Task<IReadOnlyList<Voisine>> VoisinesAsync(ConventionId convention, CancellationToken cancellationToken)
        {
            StatutConvention[] modifiables = [.. Enum.GetValues<StatutConvention>().Where(CycleDeVie.TexteModifiable)];
            var visibles = await db.Conventions.Where(c => c.Id != convention && modifiables.Contains(c.Statut))
                .OrderBy(c => c.Intitule)
                .Select(c => new { c.Id, c.Intitule, c.CafCode, Titulaires = c.Titulaires.Select(t => new { t.Code, t.Nom }).ToList() })
                .ToListAsync(cancellationToken);
            return
            [
                .. visibles
                    .Where(c => PeutPlanifier(new(
                        Portee.Convention, c.Id.Value.ToString(), c.Intitule, [c.CafCode], [.. c.Titulaires.Select(t => t.Code)])))
                    .Select(c => new Voisine(c.Id, c.Intitule, string.Join(", ", c.Titulaires.Select(t => t.Nom)))),
            ];
        }

        private bool PeutPlanifier(Perimetre perimetre) => RegleAcces.Pour(typeof(PlanifierAtelier.Command))
            ?.Admet(utilisateur.Habilitations.Where(h => h.Couvre(perimetre)).Select(h => h.Role)) == true;
    }
}
