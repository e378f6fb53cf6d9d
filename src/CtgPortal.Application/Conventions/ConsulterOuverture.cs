using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Territoires;
using MediatR;

namespace CtgPortal.Application.Conventions;

/// <summary>What the form of a new convention offers.</summary>
public static class ConsulterOuverture
{
    [Autorise(Role.Conseiller, Role.Direction)]
    public sealed record Query : IRequest<Dossier>;

    /// <param name="Cafs">Those for which the person may open a convention; one in general.</param>
    public sealed record Dossier(IReadOnlyList<Caf> Cafs);

    internal sealed class Handler(IUtilisateurCourant utilisateur) : IRequestHandler<Query, Dossier>
    {
        public Task<Dossier> Handle(Query query, CancellationToken cancellationToken)
        {
            var codes = ReglesOuverture.Cafs(utilisateur.Habilitations);
            return codes.Count == 0
                ? throw new AccesRefuseException("Une convention s’ouvre au nom d’une Caf, et vous n’en représentez aucune.")
                : Task.FromResult(new Dossier([.. Cafs.Toutes.Where(c => codes.Contains(c.Code))]));
        }
    }
}
