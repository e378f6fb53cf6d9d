using CtgPortal.Application.Acces;
using CtgPortal.Domain.Territoires;
using MediatR;

namespace CtgPortal.Application.Territoires;

/// <summary>What a form field means: one territory when there is no doubt, otherwise the choices to offer.</summary>
public static class ConsulterTerritoireSaisi
{
    [AutoriseConnecte]
    public sealed record Query(string? Texte, TypeTerritoire? Type = null, string? Departement = null) : IRequest<Result>;

    /// <param name="Trouve">Null when the text names nothing, or several things: the person then chooses among <paramref name="Choix"/>.</param>
    public sealed record Result(TerritoireRef? Trouve, IReadOnlyList<ListerTerritoires.Row> Choix);

    internal sealed class Handler(IReferentiel referentiel) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var choix = await referentiel.RechercherAsync(
                new ListerTerritoires.Query(query.Texte, query.Type, query.Departement), cancellationToken);

            // a near spelling is only ever a proposal
            return choix.Where(c => c.EstExact).ToList() is [var seul] ? new(seul.Reference, []) : new(null, choix);
        }
    }
}
