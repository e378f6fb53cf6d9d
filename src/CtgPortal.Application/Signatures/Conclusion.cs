using CtgPortal.Application.Common;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

internal static class Conclusion
{
    /// <summary>
    /// What follows from the facts just recorded, in their transaction: the last signature opens the follow-up, or applies the avenant, and
    /// asks for the seal, and those concerned are told. Every command on a circuit ends with it.
    /// </summary>
    /// <param name="changements">At the opening, for those who had signed an earlier text.</param>
    public static async Task ConclureAsync(
        this ICtgDbContext db, Signature signature, MessagesCircuit messages, DateTimeOffset now, CancellationToken cancellationToken,
        ChangementsDepuisSignature? changements = null)
    {
        var convention = await db.Conventions.SingleAsync(c => c.Id == signature.ConventionId, cancellationToken);
        if (signature.Events.Any(e => e is SignatureCompletee))
        {
            var signeLe = signature.DerniereSignatureLe!.Value;
            if (signature.AvenantId is { } id)
            {
                var avenant = await db.Avenants.SingleAsync(a => a.Id == id, cancellationToken);
                avenant.Signer(signeLe, now);
                convention.Appliquer(avenant, now);
            }
            else
            {
                convention.EntrerEnSuivi(signeLe, now);
            }

            db.Scellements.Add(Scellement.Demander(signature, now));
        }

        db.Courriels.AddRange(messages.Pour(signature, convention, now, changements));
    }
}
