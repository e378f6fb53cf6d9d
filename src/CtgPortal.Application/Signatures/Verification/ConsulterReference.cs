using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Signatures;
using MediatR;

namespace CtgPortal.Application.Signatures.Verification;

/// <summary>What the portal knows of the text that bears a reference, for whoever reads it on a page.</summary>
public static class ConsulterReference
{
    [Public]
    public sealed record Query(string Reference) : IRequest<TextePublic?>;

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, TextePublic?>
    {
        /// <returns>Null when nothing bears it, or when it cannot be a reference: the two are told alike.</returns>
        public async Task<TextePublic?> Handle(Query query, CancellationToken cancellationToken) =>
            ReferenceDocument.Lire(query.Reference) is { } reference
            && await db.LireTextesFigesAsync(new(References: [reference]), cancellationToken) is [var texte]
                ? TextePublic.De(texte)
                : null;
    }
}
