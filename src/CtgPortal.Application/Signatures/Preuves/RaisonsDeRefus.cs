using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures.Preuves;
using FluentValidation;

namespace CtgPortal.Application.Signatures.Preuves;

internal static class RaisonsDeRefus
{
    /// <summary>What the person was answered; null for what is no refusal, a slip of the finger among them.</summary>
    public static IReadOnlyList<RaisonDeRefus>? De(Exception refus) => refus switch
    {
        BusinessRuleException r => [.. r.Obstacles.Select(o => new RaisonDeRefus(o.Code, o.Message))],
        AccesRefuseException r => [new("acces-refuse", r.Message)],
        ConcurrencyConflictException r => [new("enregistre-entre-temps", r.Message)],
        ValidationException r when r.Errors.Any(e => e.PropertyName == "Secret") => [new("identite-non-confirmee", r.Errors.First(e => e.PropertyName == "Secret").ErrorMessage)],
        NotFoundException => [new("aucun-circuit-ouvert", "Aucun circuit de signature n’est ouvert.")],
        _ => null,
    };
}
