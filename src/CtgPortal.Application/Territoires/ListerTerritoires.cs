using CtgPortal.Application.Acces;
using CtgPortal.Domain.Territoires;
using MediatR;

namespace CtgPortal.Application.Territoires;

/// <summary>Search by name (accents and small typing errors allowed), by SIREN or by INSEE code. Whatever is typed, it is a search and never an error.</summary>
public static class ListerTerritoires
{
    public const int MaxPlafond = 100;

    /// <summary>Beyond this many characters, what is typed is no longer the name of a place: the rest is not read.</summary>
    public const int TexteLongueurUtile = 120;

    /// <param name="Texte">Empty with a <paramref name="Departement"/>: everything there is in it. Empty alone: nothing.</param>
    [AutoriseConnecte]
    public sealed record Query(string? Texte, TypeTerritoire? Type = null, string? Departement = null, int Max = 12)
        : IRequest<IReadOnlyList<Row>>;

    /// <param name="Departement">Code of the département; null for a région.</param>
    /// <param name="EstExact">The text is its very name (with or without « CC », « CA »…) or its very code.</param>
    public sealed record Row(
        TypeTerritoire Type,
        string Code,
        string Nom,
        string? Departement,
        int? Population,
        int NombreCommunes,
        string? CafCode,
        bool EstExact)
    {
        /// <summary>What a form field holds once this row is chosen: readable, and found again by its code.</summary>
        public string Saisie => Type switch
        {
            TypeTerritoire.Departement => $"{Nom} (département {Code})",
            TypeTerritoire.Region => $"{Nom} (région {Code})",
            _ => $"{Nom} ({Code})",
        };

        public TerritoireRef Reference => new(Type, Code, Nom);
    }

    internal sealed class Handler(IReferentiel referentiel) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            referentiel.RechercherAsync(query with { Max = Math.Clamp(query.Max, 1, MaxPlafond) }, cancellationToken);
    }
}
