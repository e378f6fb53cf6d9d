using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Brouillons;

/// <summary>What the person typed and has not saved, latest first.</summary>
public static class ListerBrouillons
{
    /// <param name="Formulaire">Only this form; null for all, without their contents.</param>
    [AutoriseConnecte]
    public sealed record Query(string? Formulaire = null) : IRequest<IReadOnlyList<Ligne>>;

    /// <param name="Contenu">Null in a list of all.</param>
    public sealed record Ligne(string Formulaire, string Titre, DateTimeOffset Le, string? Contenu);

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, IReadOnlyList<Ligne>>
    {
        public async Task<IReadOnlyList<Ligne>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Brouillons.Where(b => query.Formulaire == null || b.Formulaire == query.Formulaire)
                .OrderByDescending(b => b.Le)
                .Select(b => new Ligne(b.Formulaire, b.Titre, b.Le, query.Formulaire == null ? null : b.Contenu))
                .ToListAsync(cancellationToken);
    }
}
