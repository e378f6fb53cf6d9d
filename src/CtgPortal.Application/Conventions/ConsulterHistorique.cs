using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>Who did what and when, the latest first, each fact with the fields it changed.</summary>
public static class ConsulterHistorique
{
    public const int PageSize = 30;

    /// <param name="Par">Name as the journal wrote it.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FamilleFaits? Famille = null, string? Par = null, int Page = 1)
        : IRequest<Dossier>, IRequeteSurConvention;

    /// <param name="Personnes">Everybody who did something, to filter.</param>
    /// <param name="Comptes">Names of the accounts that may be chosen as pilots, by id: the pages of the fiches give them too.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, IReadOnlyList<Ligne> Lignes, int Total, int Page, IReadOnlyList<string> Personnes,
        IReadOnlyDictionary<string, string> Comptes);

    /// <param name="Fiche">Title of the fiche that the fact is about, as it is today; null when there is none, or when it was deleted.</param>
    public sealed record Ligne(DateTimeOffset Le, string Par, DomainEvent Fait, string? Fiche);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IPilotesPossibles pilotes) : IRequestHandler<Query, Dossier>
    {
        public async Task<Dossier> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken)
                ?? throw new NotFoundException("Convention unknown.");
            var journal = db.Journal.Where(e => e.ConventionId == query.Convention);
            var personnes = await journal.Select(e => e.ParNom).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);

            var noms = query.Famille is { } famille ? FaitsDuJournal.Noms(famille) : [];
            var filtre = journal.Where(e =>
                (query.Famille == null || noms.Contains(e.Type)) && (string.IsNullOrEmpty(query.Par) || e.ParNom == query.Par));
            var total = await filtre.CountAsync(cancellationToken);
            var page = Pagination.Borner(query.Page, total, PageSize);
            var entrees = await filtre
                .OrderByDescending(e => e.Le).ThenByDescending(e => e.Id)
                .Skip((page - 1) * PageSize).Take(PageSize)
                .Select(e => new
                {
                    e.Le,
                    e.ParNom,
                    e.Type,
                    e.Donnees,
                    Fiche = db.FichesAction.Where(f => f.Id == e.FicheActionId).Select(f => f.Identite.Intitule).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            var libres = await db.Diagnostics.Where(d => d.ConventionId == query.Convention)
                .SelectMany(d => d.Indicateurs).Where(i => i.Seuil == null).Select(i => i.Intitule).ToListAsync(cancellationToken);
            return new(
                enTete, [.. entrees.Select(e => new Ligne(e.Le, e.ParNom, ChiffresDuJournal.Montrable(FaitsDuJournal.Lire(e.Type, e.Donnees), libres), e.Fiche))],
                total, page, personnes,
                (await pilotes.ListerAsync(query.Convention, cancellationToken)).ToDictionary(p => p.Id.Value.ToString(), p => p.Nom));
        }
    }
}
