using CtgPortal.Application.Acces;
using CtgPortal.Domain.Ateliers;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>The room as one participant sees it.</summary>
public static class ConsulterParticipation
{
    /// <param name="Jeton">The secret of their browser; null before they came in.</param>
    [Public]
    public sealed record Query(string? Code, string? Jeton) : IRequest<Participation?>;

    internal sealed class Handler(ILectureSalle salles) : IRequestHandler<Query, Participation?>
    {
        public async Task<Participation?> Handle(Query query, CancellationToken cancellationToken) =>
            CodeSalle.Lire(query.Code) is { } code ? await salles.ParticipationAsync(code, query.Jeton, cancellationToken) : null;
    }
}
