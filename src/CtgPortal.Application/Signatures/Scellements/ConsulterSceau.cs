using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Scellements;

/// <summary>The sealed document of a convention, or of one of its avenants: where it stands, how to check it, and what is missing as long as it is not made.</summary>
public static class ConsulterSceau
{
    /// <param name="Version">Of the frozen text; null for the one that waits for its seal, or else the convention.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, int? Version = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Scellement">Null before the last signature.</param>
    /// <param name="Reference">Printed on each page, as people read it; null before the text is frozen.</param>
    /// <param name="Version">Of the frozen text.</param>
    /// <param name="Avenant">That is signed; null for the convention itself.</param>
    /// <param name="Autres">The other documents signed by all.</param>
    /// <param name="Portail">Whether the portal can seal now, and with which certificate.</param>
    public sealed record Dossier(EnTeteConvention EnTete, ScellementLu? Scellement, string? Reference, int? Version, Acte? Avenant, IReadOnlyList<Autre> Autres, EtatDuSceau Portail);

    public sealed record Acte(AvenantId Id, int Numero);

    /// <param name="Avenant">Its number; null for the convention itself.</param>
    public sealed record Autre(int Version, int? Avenant);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IScelleur scelleur) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var circuits = await db.Signatures.Where(s => s.ConventionId == query.Convention && s.Statut != StatutSignature.Annulee)
                // the one that waits for its seal, if there is one; otherwise that of the convention
                .OrderBy(s => !db.Scellements.Any(x => x.SignatureId == s.Id && x.HorodateLe == null)).ThenBy(s => s.AvenantId != null).ThenBy(s => s.NumeroVersion)
                .Select(s => new { s.Id, s.Reference, s.NumeroVersion, s.Statut, s.AvenantId, s.AvenantNumero }).ToListAsync(cancellationToken);
            var circuit = query.Version is null ? circuits.FirstOrDefault() : circuits.Find(s => s.NumeroVersion == query.Version);
            if (circuit is null && query.Version is not null)
            {
                return null;
            }

            return new(
                enTete,
                circuit is null ? null : await db.LireScellementAsync(circuit.Id, cancellationToken),
                circuit is null ? null : ReferenceDocument.Presenter(circuit.Reference),
                circuit?.NumeroVersion,
                circuit?.AvenantId is { } avenant ? new(avenant, circuit.AvenantNumero!.Value) : null,
                [
                    .. circuits.Where(s => s.Id != circuit?.Id && s.Statut == StatutSignature.Complete).OrderBy(s => s.NumeroVersion)
                        .Select(s => new Autre(s.NumeroVersion, s.AvenantNumero)),
                ],
                await scelleur.ConsulterEtatAsync(cancellationToken));
        }
    }
}
