using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>Annexe 2: the équipements and services that the collectivités support, with their totals by type and by commune.</summary>
public static class ListerEquipements
{
    /// <param name="Recherche">In the name, the manager, the commune or the code; accents do not matter.</param>
    /// <param name="Bonus"><c>oui</c>, <c>non</c>, <c>inconnu</c>.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, string? Recherche = null, TypeEquipement? Type = null, string? Commune = null, string? Bonus = null)
        : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Lignes">Those that pass the filters, by type then name.</param>
    /// <param name="Inscrits">Of all.</param>
    /// <param name="Types">Present in the list, for the filter.</param>
    /// <param name="Communes">Present in the list, for the filter.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        IReadOnlyList<Ligne> Lignes,
        int Inscrits,
        IReadOnlyList<TypeEquipement> Types,
        IReadOnlyList<string> Communes,
        IReadOnlyList<AncienCej> AnciensCej,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public IReadOnlyList<Total> ParType => Totaux(l => MotsEquipement.De(l.Description.Type));

        public IReadOnlyList<Total> ParCommune => Totaux(l => l.Description.Commune ?? SansCommune);

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;

        private List<Total> Totaux(Func<Ligne, string> cle) =>
        [
            .. Lignes.GroupBy(cle).Select(g => new Total(
                g.Key, g.Count(), g.Sum(l => l.Description.Capacite is { Unite: UniteCapacite.Places } c ? c.Quantite : 0), g.Count(l => l.Description.BonusTerritoire == true)))
                .OrderByDescending(t => t.Nombre).ThenBy(t => t.Nom == SansCommune).ThenBy(t => t.Nom, Alphabet.Francais),
        ];
    }

    public const string SansCommune = "Commune non précisée";

    public sealed record Ligne(EquipementId Id, string Code, DescriptionEquipement Description);

    /// <param name="Places">Of those whose capacity is counted in places.</param>
    public sealed record Total(string Nom, int Nombre, decimal Places, int AvecBonus);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var tous = await db.LireEquipementsAsync(query.Convention, cancellationToken);
            var anciens = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => c.AnciensCej).SingleAsync(cancellationToken);
            return new(
                enTete, [.. tous.Where(l => Passe(l, query))], tous.Count,
                [.. tous.Select(l => l.Description.Type).Distinct().Order()],
                [.. tous.Select(l => l.Description.Commune ?? SansCommune).Distinct().OrderBy(c => c == SansCommune).ThenBy(c => c, Alphabet.Francais)],
                anciens, EquipementSoutenu.Obstacles(enTete.Statut));
        }
    }

    private static bool Passe(Ligne ligne, Query query)
    {
        var (d, cherche) = (ligne.Description, EnTete.Normaliser(query.Recherche ?? ""));
        return (query.Type is null || d.Type == query.Type)
            && (string.IsNullOrEmpty(query.Commune) || (d.Commune ?? SansCommune) == query.Commune)
            && (query.Bonus switch { "oui" => d.BonusTerritoire == true, "non" => d.BonusTerritoire == false, "inconnu" => d.BonusTerritoire is null, _ => true })
            && (cherche.Length == 0
                || EnTete.Normaliser($"{ligne.Code} {d.Nom} {d.Gestionnaire} {d.Commune} {MotsEquipement.Type(d)}").Contains(cherche, StringComparison.Ordinal));
    }
}

internal static class LectureDesEquipements
{
    /// <summary>Those of a convention, in the order of annexe 2: by type, then by name. One SQL command.</summary>
    public static async Task<IReadOnlyList<ListerEquipements.Ligne>> LireEquipementsAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) =>
        EnOrdre((await db.Equipements.Where(e => e.ConventionId == convention).Select(e => new { e.Id, e.Code, e.Description }).ToListAsync(cancellationToken))
            .Select(e => new ListerEquipements.Ligne(e.Id, e.Code, e.Description)));

    private static List<ListerEquipements.Ligne> EnOrdre(IEnumerable<ListerEquipements.Ligne> lignes) =>
        [.. lignes.OrderBy(l => l.Description.Type).ThenBy(l => l.Description.Nom, Alphabet.Francais).ThenBy(l => l.Code, StringComparer.Ordinal)];
}
