using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Conventions;

/// <summary>Back to the previous stage. From the signature, the circuit under way is voided with it.</summary>
public static class RevenirEtape
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, StatutConvention Vers, string? Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var now = clock.GetUtcNow();

            convention.Revenir(command.Vers, command.Motif, now);
            await db.AnnulerSignatureOuverteAsync(convention, command.Motif, messages, now, cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
