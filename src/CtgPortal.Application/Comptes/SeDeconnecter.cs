using CtgPortal.Application.Acces;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class SeDeconnecter
{
    [AutoriseConnecte]
    public sealed record Command : IRequest<Unit>;

    internal sealed class Handler(ISessionNavigateur session) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await session.FermerAsync();
            return Unit.Value;
        }
    }
}
