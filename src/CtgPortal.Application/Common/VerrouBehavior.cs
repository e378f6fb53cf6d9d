using CtgPortal.Application.Acces;
using MediatR;

namespace CtgPortal.Application.Common;

/// <summary>The command is alone on its convention while it runs: nobody edits what is being frozen, and two signers follow each other.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExclusifAttribute : Attribute;

/// <summary>
/// Last behaviour: every command on a convention runs in one transaction under its lock, shared unless the command says
/// <see cref="ExclusifAttribute"/>. Without it a fiche saved while the text is being frozen would be in the database and not in
/// what people sign.
/// </summary>
internal sealed class VerrouBehavior<TRequest, TResponse>(ICtgDbContext db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly bool Exclusif = typeof(TRequest).IsDefined(typeof(ExclusifAttribute), inherit: false);

    private static readonly bool SansVerrou = typeof(TRequest).IsDefined(typeof(SigneDeVieAttribute), inherit: false);

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is IRequeteSurConvention { Convention: var convention } && RegleAcces.EstUneCommande(typeof(TRequest)) && !SansVerrou
            ? db.SousVerrouAsync(convention, Exclusif, () => next(), cancellationToken)
            : next();
}
