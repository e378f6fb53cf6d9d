using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>One équipement, or what a new one may be.</summary>
public static class ConsulterEquipement
{
    /// <param name="Equipement">Null for one that is about to be written.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, EquipementId? Equipement) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Detail">Null when it is about to be written.</param>
    /// <param name="Communes">Of the perimeter, by name.</param>
    /// <param name="Collectivites">Parties that may support it, and the communes of the perimeter.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, Detail? Detail, IReadOnlyList<CommunePerimetre> Communes, IReadOnlyList<string> Collectivites,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    public sealed record Detail(EquipementId Id, int Revision, string Code, DescriptionEquipement Description);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => new
            {
                Perimetre = c.Perimetre.ToList(),
                Parties = c.Parties.Where(p => p.Type != TypePartie.Caf).OrderBy(p => p.Rang).Select(p => p.Nom).ToList(),
            }).SingleAsync(cancellationToken);
            var detail = query.Equipement is { } id
                ? await db.Equipements.Where(e => e.Id == id && e.ConventionId == query.Convention)
                    .Select(e => new Detail(e.Id, e.Revision, e.Code, e.Description)).SingleOrDefaultAsync(cancellationToken)
                : null;
            return detail is null && query.Equipement is not null
                ? null
                : new(
                    enTete, detail, [.. convention.Perimetre.OrderBy(c => c.Nom, Alphabet.Francais)],
                    [.. convention.Parties.Concat(convention.Perimetre.Select(c => c.Nom).Order(Alphabet.Francais)).Distinct(StringComparer.OrdinalIgnoreCase)],
                    EquipementSoutenu.Obstacles(enTete.Statut));
        }
    }
}
