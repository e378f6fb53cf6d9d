using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Avenants;

/// <summary>What bound the parties on a day, and what had changed since they signed first.</summary>
public static class ConsulterTexteConsolide
{
    /// <param name="Le">Null for today.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, DateOnly? Le = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Etats">Everything that was signed, the first state first.</param>
    /// <param name="EnVigueur">Of <paramref name="Etats"/>, the last one signed by that day; null before the first signature.</param>
    /// <param name="Changements">From the first state to that one; null as long as nothing was signed.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, DateOnly Le, DateOnly Aujourdhui, IReadOnlyList<EtatSigneDate> Etats, EtatSigneDate? EnVigueur, ChangementsDepuisSignature? Changements)
    {
        public EtatSigneDate? Initial => Etats.Count == 0 ? null : Etats[0];

        /// <summary>The avenants signed by that day.</summary>
        public IReadOnlyList<EtatSigneDate> Avenants => [.. Etats.Where(e => e.Numero is not null && e.Le <= Le)];
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var aujourdhui = Domain.Common.Calendrier.JourEnFrance(clock.GetUtcNow());
            var etats = await db.ListerEtatsSignesAsync(query.Convention, cancellationToken);
            var etat = etats.Au(query.Le ?? aujourdhui);
            var changements = etat is null
                ? null
                : ChangementsDepuisSignature.Entre(await db.LireDossierAsync(etats[0], cancellationToken), await db.LireDossierAsync(etat, cancellationToken));
            return new(enTete, query.Le ?? aujourdhui, aujourdhui, etats, etat, changements);
        }
    }
}
