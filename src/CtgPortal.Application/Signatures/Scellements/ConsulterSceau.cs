using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Scellements;

/// <summary>The sealed document of a convention: where it stands, how to check it, and what is missing as long as it is not made.</summary>
public static class ConsulterSceau
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Scellement">Null before the last signature.</param>
    /// <param name="Reference">Printed on each page, as people read it; null before the text is frozen.</param>
    /// <param name="Version">Of the frozen text.</param>
    /// <param name="Portail">Whether the portal can seal now, and with which certificate.</param>
    public sealed record Dossier(EnTeteConvention EnTete, ScellementLu? Scellement, string? Reference, int? Version, EtatDuSceau Portail);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IScelleur scelleur) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var circuit = await db.Signatures.Where(s => s.ConventionId == query.Convention && s.Statut != StatutSignature.Annulee)
                // the one that waits for its seal, if there is one; otherwise that of the convention
                .OrderBy(s => !db.Scellements.Any(x => x.SignatureId == s.Id && x.HorodateLe == null)).ThenBy(s => s.AvenantId != null)
                .Select(s => new { s.Id, s.Reference, s.NumeroVersion }).FirstOrDefaultAsync(cancellationToken);
            return new(
                enTete,
                circuit is null ? null : await db.LireScellementAsync(circuit.Id, cancellationToken),
                circuit is null ? null : ReferenceDocument.Presenter(circuit.Reference),
                circuit?.NumeroVersion,
                await scelleur.ConsulterEtatAsync(cancellationToken));
        }
    }
}
