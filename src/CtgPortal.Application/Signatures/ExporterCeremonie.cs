using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>The ceremony as a calendar entry, to put in one's own agenda.</summary>
public static class ExporterCeremonie
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        /// <returns>Null when no ceremony is planned.</returns>
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var signature = await db.Signatures.SingleOrDefaultAsync(
                s => s.ConventionId == query.Convention && s.Statut == StatutSignature.Ouverte, cancellationToken);
            if (signature?.Ceremonie is null)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var contenu = messages.Publier(signature, convention, clock.GetUtcNow());
            return new("signature.ics", "text/calendar; charset=utf-8", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
