using System.Linq.Expressions;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Courriels;

public static class ListerCourriels
{
    public const int PageSize = 25;

    public enum Etat
    {
        EnAttente,
        EnEchec,
        Envoye,
    }

    [Autorise(Role.Administrateur)]
    public sealed record Query(Etat? Etat = null, string? Recherche = null, int Page = 1) : IRequest<Resultat>;

    public sealed record Resultat(Page<Ligne> Page, bool MessagerieConfiguree);

    public sealed record Ligne(
        Guid Id, string Destinataire, string Objet, DateTimeOffset CreeLe, DateTimeOffset? EnvoyeLe, int Tentatives, string? DerniereErreur)
    {
        public Etat Etat => EtatDe(EnvoyeLe, Tentatives);
    }

    internal static Etat EtatDe(DateTimeOffset? envoyeLe, int tentatives) =>
        envoyeLe is not null ? Etat.Envoye : tentatives >= Courriel.TentativesMax ? Etat.EnEchec : Etat.EnAttente;

    internal static Expression<Func<Courriel, bool>> EstDans(Etat etat) => etat switch
    {
        Etat.Envoye => c => c.EnvoyeLe != null,
        Etat.EnEchec => c => c.EnvoyeLe == null && c.Tentatives >= Courriel.TentativesMax,
        _ => c => c.EnvoyeLe == null && c.Tentatives < Courriel.TentativesMax,
    };

    internal sealed class Handler(ICtgReadContext db, IEtatMessagerie messagerie) : IRequestHandler<Query, Resultat>
    {
        public async Task<Resultat> Handle(Query query, CancellationToken cancellationToken)
        {
            var courriels = query.Etat is { } etat ? db.Courriels.Where(EstDans(etat)) : db.Courriels;
            if (query.Recherche?.Trim().ToLowerInvariant() is { Length: > 0 } texte)
            {
#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL, where the culture of the process plays no part
                courriels = courriels.Where(c => c.Destinataire.ToLower().Contains(texte) || c.Objet.ToLower().Contains(texte));
#pragma warning restore CA1304, CA1311, CA1862
            }

            var total = await courriels.CountAsync(cancellationToken);
            var page = Pagination.Borner(query.Page, total, PageSize);
            var lignes = await courriels
                .OrderByDescending(c => c.Id)
                .Skip((page - 1) * PageSize).Take(PageSize)
                .Select(c => new Ligne(c.Id, c.Destinataire, c.Objet, c.CreeLe, c.EnvoyeLe, c.Tentatives, c.DerniereErreur))
                .ToListAsync(cancellationToken);

            return new(new(lignes, total, page, PageSize), messagerie.EstConfiguree);
        }
    }
}
