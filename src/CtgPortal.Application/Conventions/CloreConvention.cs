using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>The end of a convention: at its term, by résiliation, or given up before it was signed.</summary>
public static class CloreConvention
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, StatutConvention Fin, string? Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var now = clock.GetUtcNow();

            convention.Clore(command.Fin, command.Motif, now);
            await db.AnnulerSignatureOuverteAsync(convention.Id, command.Motif, now, cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }

    /// <summary>A convention that leaves the signature otherwise than signed has no circuit any more; there is none at other stages.</summary>
    internal static async Task AnnulerSignatureOuverteAsync(
        this ICtgDbContext db, ConventionId convention, string? motif, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ouverte = await db.Signatures.SingleOrDefaultAsync(
            s => s.ConventionId == convention && s.Statut == Domain.Signatures.StatutSignature.Ouverte, cancellationToken);
        ouverte?.Annuler(motif, now);
    }
}
