using CtgPortal.Application.Acces;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

/// <summary>The challenge that a key answers to sign in: it names nobody.</summary>
public static class DefierPourSeConnecter
{
    [Public]
    public sealed record Command : IRequest<DefiLance>;

    internal sealed class Handler(IClesAcces cles) : IRequestHandler<Command, DefiLance>
    {
        public Task<DefiLance> Handle(Command command, CancellationToken cancellationToken) => cles.DefierAsync(cancellationToken);
    }
}
