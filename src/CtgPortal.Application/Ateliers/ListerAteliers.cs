using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>The workshops of one convention, those to come first, then those held, series together.</summary>
public static class ListerAteliers
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(EnTeteConvention EnTete, IReadOnlyList<Serie> AVenir, IReadOnlyList<Serie> Tenus)
    {
        /// <summary>The named series, whole and by day, held and to come together.</summary>
        public IReadOnlyList<Serie> Cycles { get; init; } = [];

        public bool EstVide => AVenir.Count == 0 && Tenus.Count == 0;

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && CycleDeVie.TexteModifiable(EnTete.Statut);
    }

    /// <param name="Nom">Null for the workshops that belong to no series.</param>
    public sealed record Serie(string? Nom, IReadOnlyList<Row> Ateliers);

    /// <param name="PartageAvec">How many other conventions hold it too.</param>
    public sealed record Row(
        AtelierId Id,
        string Intitule,
        string? Serie,
        IReadOnlyList<string> Themes,
        DateOnly? Date,
        string? Quand,
        string? Lieu,
        string? Participants,
        StatutAtelier Statut,
        int Organisations,
        int Contributions,
        int PartageAvec)
    {
        public TimeOnly? Heure { get; init; }

        public TimeOnly? HeureFin { get; init; }
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var rows = await db.Ateliers.Where(a => a.Conventions.Any(c => c.ConventionId == query.Convention))
                .Select(a => new Row(
                    a.Id, a.Description.Intitule, a.Description.Serie, a.Description.Themes, a.Description.Date, a.Description.Quand,
                    a.Description.Lieu, a.Description.Participants, a.Statut, a.Organisations.Count,
                    db.Contributions.Count(c => c.AtelierId == a.Id && c.Etat == EtatContribution.Visible), a.Conventions.Count - 1)
                {
                    Heure = a.Description.Heure,
                    HeureFin = a.Description.HeureFin,
                })
                .ToListAsync(cancellationToken);

            // a workshop whose day is not known yet is still to come until it is closed
            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            var aVenir = rows.Where(r => r.Statut == StatutAtelier.Prevu && (r.Date is null || r.Date >= aujourdhui)).ToList();
            return new(
                enTete,
                ParSerie(aVenir.OrderBy(r => r.Date ?? DateOnly.MaxValue).ThenBy(r => r.Heure).ThenBy(r => r.Intitule, Alphabet.Francais).ThenBy(r => r.Id.Value)),
                ParSerie(rows.Except(aVenir).OrderByDescending(r => r.Date ?? DateOnly.MinValue).ThenByDescending(r => r.Heure).ThenBy(r => r.Intitule, Alphabet.Francais).ThenBy(r => r.Id.Value)))
            {
                Cycles =
                [
                    .. ParSerie(rows.Where(r => r.Serie is not null).OrderBy(r => r.Date ?? DateOnly.MaxValue).ThenBy(r => r.Heure).ThenBy(r => r.Intitule, Alphabet.Francais).ThenBy(r => r.Id.Value)),
                ],
            };
        }

        /// <summary>A series takes the place of its first workshop.</summary>
        private static IReadOnlyList<Serie> ParSerie(IEnumerable<Row> rows) =>
            [.. rows.GroupBy(r => r.Serie).Select(g => new Serie(g.Key, [.. g]))];
    }
}
