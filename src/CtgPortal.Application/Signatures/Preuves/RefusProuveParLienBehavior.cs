using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using MediatR;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>A command of somebody who holds a personal link, whose refusal is part of the proof of the circuit of that link.</summary>
public interface IActeParLien
{
    SignatureId Circuit { get; }

    LigneSignatureId Ligne { get; }

    /// <summary>The text that the person had before them.</summary>
    string? EmpreinteLue => null;
}

/// <summary>As <see cref="RefusProuveBehavior{TRequest,TResponse}"/>, in the chain of the circuit that the link was sent for.</summary>
internal sealed class RefusProuveParLienBehavior<TRequest, TResponse>(IPreuves preuves, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IActeParLien
{
    private static readonly string Acte = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (Exception refus) when (refus is not Common.NotFoundException && RaisonsDeRefus.De(refus) is { } raisons)
        {
            // kept even when the person has left the page meanwhile
            await preuves.NoterAsync(
                new ActeRefuse(request.Circuit, request.Ligne.Value, Acte, raisons, request.EmpreinteLue, clock.GetUtcNow()), CancellationToken.None);
            throw;
        }
    }
}
