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

/// <summary>One existing document, and the findings that rest on it; or the place of a new one.</summary>
public static class ConsulterDocumentExistant
{
    /// <param name="Document">Null for one that is about to be written.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, DocumentExistantId? Document) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Detail">Null when it is about to be written.</param>
    public sealed record Dossier(EnTeteConvention EnTete, Detail? Detail, IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    public sealed record Detail(
        DocumentExistantId Id, int Revision, DescriptionDocument Description, PiecesDuPorteur Pieces, IReadOnlyList<ConsulterDiagnostic.LigneConstat> Constats);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var document = query.Document is { } id
                ? await db.DocumentsExistants.SingleOrDefaultAsync(d => d.Id == id && d.ConventionId == query.Convention, cancellationToken)
                : null;
            if (document is null && query.Document is not null)
            {
                return null;
            }

            var detail = document is null ? null : new Detail(
                document.Id, document.Revision, document.Description,
                await db.LirePiecesAsync(query.Convention, PorteurPieces.De(document.Id), enTete.PeutModifierLesSources(), cancellationToken),
                await db.LireConstatsAppuyesAsync(query.Convention, NatureAppui.Document, document.Id.Value, cancellationToken));
            return new(enTete, detail, new EtatDiagnostic(enTete.Statut, enTete.Etat.DiagnosticValide).Obstacles());
        }
    }
}
