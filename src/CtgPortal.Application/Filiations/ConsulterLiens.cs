using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>What the page needs to say which constats a part of the plan answers.</summary>
public static class ConsulterLiens
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, Maillon Suite) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Possibles">Constats, and what was said in the workshops and taken up already; without those linked to it.</param>
    public sealed record Dossier(EnTeteConvention EnTete, MaillonLu Suite, IReadOnlyList<MaillonLu> Possibles, IReadOnlyList<MaillonLu> Deja)
    {
        public bool PeutRelier => EnTete.PeutRelier();
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var fil = await db.LireFilAsync(query.Convention, [], cancellationToken);
            List<MaillonLu> deja = [.. fil.OriginesDe(query.Suite).Select(v => v.Maillon)];
            return fil.Maillons.FirstOrDefault(m => m.Maillon == query.Suite) is { } suite
                ? new(
                    enTete,
                    suite,
                    [.. fil.Maillons.Where(m => query.Suite.Nature.PeutVenirDe(m.Maillon.Nature) && !deja.Contains(m))],
                    deja)
                : null;
        }
    }
}
