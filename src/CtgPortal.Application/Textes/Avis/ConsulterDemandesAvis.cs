using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Avis;

/// <summary>Whom one may ask, and the opinions asked for so far.</summary>
public static class ConsulterDemandesAvis
{
    public const int JoursParDefaut = 21;

    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Proposes">The parties besides the Caf that were not asked yet, with the address of their first signer when there is one.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, IReadOnlyList<AvisVu> Avis, IReadOnlyList<Propose> Proposes, DateOnly EcheanceProposee, bool MessagerieConfiguree)
    {
        public bool Modifiable => CycleDeVie.TexteModifiable(EnTete.Statut);
    }

    public sealed record Propose(string Structure, string? Courriel);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IEtatMessagerie messagerie, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var aujourdhui = clock.GetUtcNow().JourEnFrance();
            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var (avis, _) = await db.LireAvisAsync(query.Convention, avecAdresses: true, aujourdhui, cancellationToken);
            return new(
                enTete,
                avis,
                [
                    .. convention.Parties.Where(p => p.Type != TypePartie.Caf && avis.All(a => a.Structure != p.Nom))
                        .Select(p => new Propose(p.Nom, p.Signataires.Select(s => s.Identite.Courriel).FirstOrDefault(c => c is not null))),
                ],
                aujourdhui.AddDays(JoursParDefaut),
                messagerie.EstConfiguree);
        }
    }
}
