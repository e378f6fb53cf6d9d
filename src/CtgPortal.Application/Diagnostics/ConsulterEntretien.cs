using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>One interview, and the findings that rest on it; or what a new one may be about.</summary>
public static class ConsulterEntretien
{
    /// <param name="Entretien">Null for one that is about to be written.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, EntretienId? Entretien) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Detail">Null when it is about to be written.</param>
    /// <param name="Perimetre">The communes it may concern, by name; those it concerned and that left the perimeter are still among them.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, Detail? Detail, IReadOnlyList<CommuneEntendue> Perimetre, IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    public sealed record Detail(
        EntretienId Id, int Revision, DescriptionEntretien Description, IReadOnlyList<CommuneEntendue> Communes, PiecesDuPorteur Pieces,
        IReadOnlyList<ConsulterDiagnostic.LigneConstat> Constats);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var perimetre = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre)
                .Select(c => new CommuneEntendue(c.Code, c.Nom)).ToListAsync(cancellationToken);
            var entretien = query.Entretien is { } id
                ? await db.Entretiens.SingleOrDefaultAsync(e => e.Id == id && e.ConventionId == query.Convention, cancellationToken)
                : null;
            if (entretien is null && query.Entretien is not null)
            {
                return null;
            }

            var detail = entretien is null ? null : new Detail(
                entretien.Id, entretien.Revision, entretien.Description, entretien.Communes,
                await db.LirePiecesAsync(query.Convention, PorteurPieces.De(entretien.Id), enTete.PeutModifierLesSources(), cancellationToken),
                await db.LireConstatsAppuyesAsync(query.Convention, NatureAppui.Entretien, entretien.Id.Value, cancellationToken));
            return new(
                enTete, detail,
                [.. perimetre.Concat(detail?.Communes ?? []).DistinctBy(c => c.Code).OrderBy(c => c.Nom, StringComparer.Create(new("fr-FR"), ignoreCase: true))],
                new EtatDiagnostic(enTete.Statut, enTete.Etat.DiagnosticValide).Obstacles());
        }
    }
}
