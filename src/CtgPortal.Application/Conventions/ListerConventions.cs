using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Conventions;

public static class ListerConventions
{
    public const int PageSize = 20;

    public enum Tri
    {
        Intitule,
        Caf,
        Statut,
        Echeance,
        Fiches,
    }

    /// <param name="Texte">Words of the title or of a holder, in any order, accents or not.</param>
    /// <param name="Echeance">Year of the last day.</param>
    [AutoriseConnecte]
    public sealed record Query(
        string? Texte = null,
        StatutConvention? Statut = null,
        string? Caf = null,
        int? Echeance = null,
        int? Generation = null,
        Tri Tri = Tri.Intitule,
        bool Decroissant = false,
        int Page = 1) : IRequest<Result>;

    /// <param name="Total">Of the rows that pass the filters, over all pages.</param>
    /// <param name="Choix">What the filters may offer, over all that the person sees.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, int Page, ChoixFiltres Choix);

    public sealed record ChoixFiltres(IReadOnlyList<string> Cafs, IReadOnlyList<int> Echeances, IReadOnlyList<int> Generations)
    {
        public bool AucuneConvention => Cafs.Count == 0;
    }

    /// <param name="Signees">Of the circuit that counts; 0 of 0 when none was opened.</param>
    public sealed record Row(
        ConventionId Id,
        string Intitule,
        IReadOnlyList<string> Titulaires,
        string CafCode,
        StatutConvention Statut,
        Periode? Periode,
        int? Generation,
        int Fiches,
        int Signees,
        int Signataires);

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Result>
    {
        private const int MotsMax = 8;

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var filtrees = Filtrer(query);
            var total = await filtrees.CountAsync(cancellationToken);
            var page = Pagination.Borner(query.Page, total, PageSize);

            var lues = await Trier(filtrees, query)
                .Skip((page - 1) * PageSize).Take(PageSize)
                .Select(c => new
                {
                    c.Id,
                    c.Intitule,
                    Titulaires = c.Titulaires.Select(t => t.Nom).ToList(),
                    c.CafCode,
                    c.Statut,
                    Debut = (DateOnly?)c.Periode!.Debut,
                    Fin = (DateOnly?)c.Periode!.Fin,
                    c.Generation,
                })
                .ToListAsync(cancellationToken);
            var comptes = await db.CompterAsync([.. lues.Select(c => c.Id)], cancellationToken);

            return new(
                [
                    .. lues.Select(c => new Row(
                        c.Id, c.Intitule, c.Titulaires, c.CafCode, c.Statut,
                        c.Debut is { } debut && c.Fin is { } fin ? new Periode(debut, fin) : null,
                        c.Generation, comptes[c.Id].Etat.Fiches, comptes[c.Id].Signees, comptes[c.Id].Lignes)),
                ],
                total,
                page,
                await ChoixAsync(cancellationToken));
        }

        private IQueryable<Convention> Filtrer(Query query)
        {
            var conventions = db.Conventions.Where(c =>
                (query.Statut == null || c.Statut == query.Statut)
                && (string.IsNullOrEmpty(query.Caf) || c.CafCode == query.Caf)
                && (query.Generation == null || c.Generation == query.Generation)
                && (query.Echeance == null || c.Periode!.Fin.Year == query.Echeance));
            var lettres = string.Concat((query.Texte ?? "").Select(c => char.IsLetterOrDigit(c) ? c : ' '));

            // a single letter is an elision: « l’Avesnois »
            var mots = lettres.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(m => m.Length > 1).Take(MotsMax);
            return mots.Aggregate(conventions, (filtrees, mot) => filtrees.Where(c =>
                FonctionsSql.Normaliser(c.Intitule).Contains(FonctionsSql.Normaliser(mot))
                || c.Titulaires.Any(t => FonctionsSql.Normaliser(t.Nom).Contains(FonctionsSql.Normaliser(mot)))));
        }

        private IQueryable<Convention> Trier(IQueryable<Convention> conventions, Query query)
        {
            var triees = (query.Tri, query.Decroissant) switch
            {
                (Tri.Caf, false) => conventions.OrderBy(c => c.CafCode),
                (Tri.Caf, true) => conventions.OrderByDescending(c => c.CafCode),
                (Tri.Statut, false) => EtapeCroissante(conventions),
                (Tri.Statut, true) => EtapeDecroissante(conventions),

                // those without period last, both ways
                (Tri.Echeance, false) => conventions.OrderBy(c => c.Periode == null).ThenBy(c => c.Periode!.Fin),
                (Tri.Echeance, true) => conventions.OrderBy(c => c.Periode == null).ThenByDescending(c => c.Periode!.Fin),
                (Tri.Fiches, false) => conventions.OrderBy(c => db.FichesAction.Count(f => f.ConventionId == c.Id)),
                (Tri.Fiches, true) => conventions.OrderByDescending(c => db.FichesAction.Count(f => f.ConventionId == c.Id)),
                (_, false) => conventions.OrderBy(c => FonctionsSql.Normaliser(c.Intitule)),
                (_, true) => conventions.OrderByDescending(c => FonctionsSql.Normaliser(c.Intitule)),
            };
            return triees.ThenBy(c => FonctionsSql.Normaliser(c.Intitule)).ThenBy(c => c.Id);
        }

        // stored as words: the order of life is said here
        private static IOrderedQueryable<Convention> EtapeCroissante(IQueryable<Convention> conventions) => conventions.OrderBy(c =>
            c.Statut == EnDiagnostic ? 0 : c.Statut == EnAteliers ? 1 : c.Statut == EnRedaction ? 2 : c.Statut == EnSignature ? 3
            : c.Statut == EnSuivi ? 4 : c.Statut == Terminee ? 5 : 6);

        private static IOrderedQueryable<Convention> EtapeDecroissante(IQueryable<Convention> conventions) => conventions.OrderBy(c =>
            c.Statut == EnDiagnostic ? 6 : c.Statut == EnAteliers ? 5 : c.Statut == EnRedaction ? 4 : c.Statut == EnSignature ? 3
            : c.Statut == EnSuivi ? 2 : c.Statut == Terminee ? 1 : 0);

        private async Task<ChoixFiltres> ChoixAsync(CancellationToken cancellationToken)
        {
            var choix = await db.Conventions
                .Select(c => new { c.CafCode, Annee = (int?)c.Periode!.Fin.Year, c.Generation })
                .Distinct().ToListAsync(cancellationToken);
            return new(
                [.. choix.Select(c => c.CafCode).Distinct().Order(StringComparer.Ordinal)],
                [.. choix.Select(c => c.Annee).OfType<int>().Distinct().Order()],
                [.. choix.Select(c => c.Generation).OfType<int>().Distinct().Order()]);
        }
    }
}
