using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>Gives an avenant up. What it announced for the period, the communes and the parties goes with it.</summary>
public static class AbandonnerAvenant
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AvenantId Avenant, int Revision, string? Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var avenant = await db.LoadAsync(command.Convention, command.Avenant, command.Revision, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var now = clock.GetUtcNow();

            avenant.Abandonner(command.Motif, now);
            await db.AnnulerSignatureOuverteAsync(convention, command.Motif, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return avenant.Revision;
        }
    }
}
