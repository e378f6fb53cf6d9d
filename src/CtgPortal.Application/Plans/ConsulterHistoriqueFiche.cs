using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>« Qui a changé quoi, quand », field by field, latest first.</summary>
public static class ConsulterHistoriqueFiche
{
    public const int TaillePage = 20;

    /// <param name="Champ">Only this field; null for all.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche, string? Champ = null, int Page = 1) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Fiche">As it is now.</param>
    public sealed record Dossier(ConsulterFiche.Dossier Fiche, IReadOnlyList<Moment> Moments, int Total);

    /// <param name="Revision">The one that the change made.</param>
    /// <param name="Avant">The one before, to which a field goes back; null for the oldest known.</param>
    /// <param name="Par">Null when nobody knows: the state is older than the history.</param>
    public sealed record Moment(int Revision, int? Avant, string? Par, DateTimeOffset Le, IReadOnlyList<DifferenceFiche> Differences);

    internal sealed class Handler(ICtgReadContext db, IMediator mediator) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await mediator.Send(new ConsulterFiche.Query(query.Convention, query.Fiche), cancellationToken) is not { } fiche)
            {
                return null;
            }

            var etats = db.EtatsFiche.Where(e => e.FicheActionId == query.Fiche).OrderByDescending(e => e.Revision);
            if (query.Champ is null)
            {
                // the states of the page, and the one before them
                var nombre = await etats.CountAsync(cancellationToken);
                var page = Pagination.Borner(query.Page, nombre, TaillePage);
                var lus = await etats.Skip((page - 1) * TaillePage).Take(TaillePage + 1).ToListAsync(cancellationToken);
                return new(
                    fiche, [.. lus.Take(TaillePage).Select((etat, i) => Raconter(etat, lus.ElementAtOrDefault(i + 1), null))], nombre);
            }

            // one field changed here and there: the states go by one after the other, and only what is shown is kept
            var debut = (query.Page - 1L) * TaillePage;
            var (moments, total, apres) = (new List<Moment>(), 0, (EtatFiche?)null);
            await foreach (var etat in etats.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (apres is not null && Raconter(apres, etat, query.Champ) is { Differences.Count: > 0 } moment && total++ >= debut && moments.Count < TaillePage)
                {
                    moments.Add(moment);
                }

                apres = etat;
            }

            return new(fiche, moments, total);
        }

        private static Moment Raconter(EtatFiche etat, EtatFiche? avant, string? champ) => new(
            etat.Revision, avant?.Revision, etat.ParNom.Length == 0 ? null : etat.ParNom, etat.Le,
            avant is null ? [] : [.. ChampsFiche.Comparer(avant.Contenu, etat.Contenu).Where(d => champ is null || d.Champ == champ)]);
    }
}
