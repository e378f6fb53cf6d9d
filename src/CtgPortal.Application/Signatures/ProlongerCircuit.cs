using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>More time to sign.</summary>
public static class ProlongerCircuit
{
    /// <param name="Vue">The last day that the person was shown.</param>
    /// <param name="JusquAu">Null for no deadline any more.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, DateOnly? Vue, DateOnly? JusquAu) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            if (signature.ExpireLe != command.Vue)
            {
                throw new ConcurrencyConflictException();
            }

            signature.Prolonger(command.JusquAu, now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.Revision;
        }
    }
}
