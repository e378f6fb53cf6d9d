using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ListerUtilisateurs
{
    public const int PageSize = 25;

    public enum Etat
    {
        /// <summary>Has chosen a password.</summary>
        Actif,

        /// <summary>Has not followed the link yet.</summary>
        Invite,

        Desactive,
    }

    public enum Tri
    {
        Nom,
        Courriel,
        DerniereConnexion,
    }

    [Autorise(Domain.Comptes.Role.Administrateur)]
    public sealed record Query(
        string? Recherche = null, Role? Role = null, Etat? Etat = null, Tri Tri = Tri.Nom, bool Decroissant = false, int Page = 1)
        : IRequest<Page<Ligne>>;

    public sealed record Ligne(
        UtilisateurId Id, string Prenom, string Nom, string Courriel, string? Fonction, Etat Etat,
        IReadOnlyList<Habilitation> Habilitations, DateTimeOffset? DerniereConnexionLe);

    internal sealed class Handler(IAnnuaire annuaire) : IRequestHandler<Query, Page<Ligne>>
    {
        public Task<Page<Ligne>> Handle(Query query, CancellationToken cancellationToken) =>
            annuaire.ListerAsync(query, cancellationToken);
    }
}
