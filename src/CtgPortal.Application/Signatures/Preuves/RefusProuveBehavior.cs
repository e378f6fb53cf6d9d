using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>A command whose refusal is part of the proof: signing another text, out of turn, too late, or for somebody else.</summary>
public interface IActeProuve : IRequeteSurConvention
{
    /// <summary>The text that the person had before them.</summary>
    string? EmpreinteLue => null;

    Guid? LigneConcernee => null;
}

/// <summary>
/// Outside the lock, so that the transaction of the act has ended: what was refused is written in the chain of the last circuit of the
/// convention, and refused all the same. The constraint keeps it out of every other request.
/// </summary>
internal sealed class RefusProuveBehavior<TRequest, TResponse>(ICtgReadContext db, IPreuves preuves, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IActeProuve
{
    private static readonly string Acte = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (Exception refus) when (RaisonsDeRefus.De(refus) is { } raisons)
        {
            // kept even when the person has left the page meanwhile
            await NoterAsync(request, raisons, CancellationToken.None);
            throw;
        }
    }

    private async Task NoterAsync(IActeProuve acte, IReadOnlyList<RaisonDeRefus> raisons, CancellationToken cancellationToken)
    {
        var circuit = await db.Signatures.Where(s => s.ConventionId == acte.Convention)
            .OrderByDescending(s => s.NumeroVersion).Select(s => (SignatureId?)s.Id).FirstOrDefaultAsync(cancellationToken);
        if (circuit is { } id)
        {
            await preuves.NoterAsync(new ActeRefuse(id, acte.LigneConcernee, Acte, raisons, acte.EmpreinteLue, clock.GetUtcNow()), cancellationToken);
        }
    }
}
