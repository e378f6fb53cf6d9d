using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>What the page needs to tie a fiche to others: those of its plan, and those of the other conventions that the person follows.</summary>
public static class ConsulterLiensFiche
{
    public const int AilleursMax = 40;

    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche, string? Recherche = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Possibles">Not tied yet: of this plan, then those of other plans whose title holds the words.</param>
    public sealed record Dossier(ConsulterFiche.Dossier Fiche, IReadOnlyList<FichePossible> Possibles);

    /// <param name="Ailleurs">Title of its convention, when it is another one.</param>
    public sealed record FichePossible(FicheActionId Id, string? Numero, string Intitule, string? Ailleurs);

    internal sealed class Handler(ICtgReadContext db, IMediator mediator) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await mediator.Send(new ConsulterFiche.Query(query.Convention, query.Fiche, ConsulterFiche.Intention.Rediger), cancellationToken) is not { } fiche)
            {
                return null;
            }

            var mots = CatalogueIndicateurs.Normaliser(query.Recherche ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            FicheActionId[] prises = [query.Fiche, .. fiche.Liens.Select(l => l.Fiche)];
            return new(
                fiche,
                [
                    .. fiche.Plan.Fiches.Where(f => !prises.Contains(f.Id)).Select(f => new FichePossible(f.Id, f.Numero, f.Intitule, null)),
                    .. mots.Length == 0 ? [] : await AilleursAsync(query.Convention, prises, mots, cancellationToken),
                ]);
        }

        /// <summary>Titles only, searched without accents nor capitals.</summary>
        private async Task<IEnumerable<FichePossible>> AilleursAsync(
            ConventionId convention, FicheActionId[] prises, string[] mots, CancellationToken cancellationToken)
        {
            var lues = await db.FichesAction.Where(f => f.ConventionId != convention && !prises.Contains(f.Id))
                .Join(db.Conventions, f => f.ConventionId, c => c.Id, (f, c) => new { f.Id, f.Identite.Intitule, Ailleurs = c.Intitule })
                .OrderBy(f => f.Ailleurs).ThenBy(f => f.Intitule).ToListAsync(cancellationToken);
            return lues.Where(f => CatalogueIndicateurs.Normaliser(f.Intitule) is var titre && Array.TrueForAll(mots, m => titre.Contains(m, StringComparison.Ordinal)))
                .Take(AilleursMax).Select(f => new FichePossible(f.Id, null, f.Intitule, f.Ailleurs));
        }
    }
}
