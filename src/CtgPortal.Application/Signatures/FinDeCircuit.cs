using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

internal static class FinDeCircuit
{
    /// <summary>The last signature opens the follow-up and is told to everyone who has an address, in the same transaction.</summary>
    public static async Task ConclureAsync(
        this ICtgDbContext db, Signature signature, ILiensPortail liens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!signature.EstComplete)
        {
            return;
        }

        var convention = await db.Conventions.SingleAsync(c => c.Id == signature.ConventionId, cancellationToken);
        convention.EntrerEnSuivi(signature.DerniereSignatureLe!.Value, now);
        db.Courriels.AddRange(signature.Lignes.Where(l => l.Courriel is not null).DistinctBy(l => l.Courriel)
            .Select(l => MessagesSignature.TousOntSigne(l, convention, liens, now)));
    }
}
