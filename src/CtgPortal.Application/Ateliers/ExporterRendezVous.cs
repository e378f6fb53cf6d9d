using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>The calendar entry of a workshop, to put in one's own agenda.</summary>
public static class ExporterRendezVous
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, MessagesInvitation messages, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var atelier = await db.Ateliers.SingleOrDefaultAsync(
                a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention), cancellationToken);
            if (atelier?.Description.Date is null || atelier.Statut == StatutAtelier.Annule)
            {
                return null;
            }

            var assistance = await db.Assistances.SingleOrDefaultAsync(a => a.AtelierId == atelier.Id, cancellationToken)
                ?? Assistance.Commencer(atelier.Id, clock.GetUtcNow());
            var contenu = messages.Publier(atelier, assistance);
            return new("atelier.ics", "text/calendar; charset=utf-8", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
