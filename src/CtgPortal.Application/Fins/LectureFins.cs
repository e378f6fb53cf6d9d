using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Fins;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Fins;

/// <summary>The end of a convention that is announced, for the head of its pages.</summary>
public sealed record FinAnnoncee(NatureFin Nature, string? Partie, DateOnly EffetLe);

internal static class LectureFins
{
    /// <summary>The day has come: the convention is over, its circuit and its avenant with it.</summary>
    public static async Task AppliquerAsync(
        this ICtgDbContext db, ActeDeFin acte, Convention convention, MessagesCircuit messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        acte.Appliquer(convention, now);
        await db.AnnulerSignatureOuverteAsync(convention, acte.Motif, messages, now, cancellationToken);
        await db.AbandonnerAvenantAsync(convention, now, cancellationToken);
    }

    /// <exception cref="BusinessRuleException">The end of the convention has come.</exception>
    public static async Task ExigerEnVigueurAsync(this ICtgDbContext db, ConventionId convention, DateTimeOffset now, CancellationToken cancellationToken) =>
        ActeDeFin.ExigerEnVigueur(
            await db.Fins.Where(f => f.ConventionId == convention && f.Statut == StatutFin.EnPreavis).Select(f => (DateOnly?)f.EffetLe).SingleOrDefaultAsync(cancellationToken),
            now.JourEnFrance());
}
