using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>The daily timestamps of the proof, for who must see to it that they are made.</summary>
public static class ListerHorodatages
{
    public const int PageSize = 30;

    [Autorise(Role.Administrateur)]
    public sealed record Query(int Page = 1) : IRequest<Resultat>;

    /// <param name="EnAttente">Still to be stamped, whatever the page.</param>
    public sealed record Resultat(Page<Ligne> Page, int EnAttente);

    /// <param name="Tetes">How many chains moved since the one before.</param>
    /// <param name="HorodateLe">As the authority says; null while it is waited for.</param>
    public sealed record Ligne(
        int Numero, DateOnly Jour, int Tetes, string Racine, DateTimeOffset? HorodateLe, string? Autorite, int Tentatives, DateTimeOffset? DernierEssaiLe, string? DerniereErreur);

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Resultat>
    {
        public async Task<Resultat> Handle(Query query, CancellationToken cancellationToken)
        {
            var comptes = await db.HorodatagesPreuve.GroupBy(_ => 1)
                .Select(g => new { Total = g.Count(), EnAttente = g.Count(h => h.Jeton == null) }).SingleOrDefaultAsync(cancellationToken);
            var page = Pagination.Borner(query.Page, comptes?.Total ?? 0, PageSize);
            var lignes = await db.HorodatagesPreuve.OrderByDescending(h => h.Numero).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(h => new Ligne(
                    h.Numero, h.Jour, h.Tetes.Count, h.Racine, h.HorodateLe, h.Autorite, h.Tentatives, h.DernierEssaiLe, h.DerniereErreur))
                .ToListAsync(cancellationToken);
            return new(new(lignes, comptes?.Total ?? 0, page, PageSize), comptes?.EnAttente ?? 0);
        }
    }
}
