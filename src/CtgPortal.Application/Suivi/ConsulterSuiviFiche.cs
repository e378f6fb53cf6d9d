using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Suivi;

/// <summary>What has become of one fiche: its state, its notes, the series of each indicator.</summary>
public static class ConsulterSuiviFiche
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Revision">Of the follow-up, not of the fiche.</param>
    /// <param name="Notes">Latest first.</param>
    /// <param name="PeutSuivre">By role or as its pilot, and by stage.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        ArbrePlan Plan,
        AxeDuPlan Axe,
        FicheDuPlan Fiche,
        int Revision,
        IReadOnlyList<NoteSuivi> Notes,
        IReadOnlyList<Serie> Series,
        DateOnly Aujourdhui,
        bool PeutSuivre);

    /// <param name="Releves">In order of date.</param>
    public sealed record Serie(IndicateurFicheId Id, DescriptionIndicateur Indicateur, IReadOnlyList<Releve> Releves);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.Suivis.SingleOrDefaultAsync(
                    s => s.FicheActionId == query.Fiche && s.ConventionId == query.Convention, cancellationToken) is not { } suivi
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var lue = await db.FichesAction.Where(f => f.Id == query.Fiche)
                .Select(f => new { f.PiloteUtilisateurId, Indicateurs = f.Indicateurs.OrderBy(i => i.Rang).ToList() })
                .SingleAsync(cancellationToken);
            var estPilote = lue.PiloteUtilisateurId is not null && lue.PiloteUtilisateurId == utilisateur.Id;
            var axe = plan.Axes.Single(a => a.Toutes.Any(f => f.Id == query.Fiche));
            var releves = suivi.Releves.ToLookup(r => r.IndicateurFicheId);
            return new(
                enTete, plan, axe, axe.Toutes.Single(f => f.Id == query.Fiche), suivi.Revision, suivi.Notes,
                [.. lue.Indicateurs.Select(i => new Serie(i.Id, i.Decrit(), [.. releves[i.Id]]))],
                clock.GetUtcNow().JourEnFrance(), DroitsPlan.PeutSuivre(enTete.Roles, enTete.Statut, estPilote));
        }
    }
}
