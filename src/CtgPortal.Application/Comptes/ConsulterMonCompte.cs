using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ConsulterMonCompte
{
    [AutoriseConnecte]
    public sealed record Query : IRequest<Compte>;

    public sealed record Compte(string Nom, string Courriel, IReadOnlyList<Droit> Droits);

    public sealed record Droit(Role Role, Perimetre Perimetre);

    internal sealed class Handler(IUtilisateurCourant utilisateur, IPerimetres perimetres) : IRequestHandler<Query, Compte>
    {
        public async Task<Compte> Handle(Query query, CancellationToken cancellationToken) => new(
            utilisateur.Nom, utilisateur.Courriel!, await perimetres.SituerToutesAsync(utilisateur.Habilitations, cancellationToken));
    }

    internal static async Task<IReadOnlyList<Droit>> SituerToutesAsync(
        this IPerimetres perimetres, IEnumerable<Habilitation> habilitations, CancellationToken cancellationToken)
    {
        var droits = new List<Droit>();
        foreach (var h in habilitations.OrderBy(h => h.Role).ThenBy(h => h.Portee).ThenBy(h => h.Code, StringComparer.Ordinal))
        {
            droits.Add(new(h.Role, await perimetres.ChargerAsync(h.Portee, h.Code, cancellationToken)));
        }

        return droits;
    }
}
