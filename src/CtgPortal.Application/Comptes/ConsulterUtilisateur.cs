using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ConsulterUtilisateur
{
    [Autorise(Role.Administrateur)]
    public sealed record Query(UtilisateurId Id) : IRequest<Fiche>;

    /// <param name="Version">Travels in the form: a save made from an older one is refused.</param>
    public sealed record Fiche(
        UtilisateurId Id, string Prenom, string Nom, string Courriel, string? Fonction, ListerUtilisateurs.Etat Etat,
        IReadOnlyList<Habilitation> Habilitations, DateTimeOffset? DerniereConnexionLe, string Version)
    {
        public IReadOnlyList<ConsulterMonCompte.Droit> Droits { get; init; } = [];
    }

    internal sealed class Handler(IAnnuaire annuaire, IPerimetres perimetres) : IRequestHandler<Query, Fiche>
    {
        public async Task<Fiche> Handle(Query query, CancellationToken cancellationToken)
        {
            var fiche = await annuaire.ConsulterAsync(query.Id, cancellationToken);
            return fiche with { Droits = await perimetres.SituerToutesAsync(fiche.Habilitations, cancellationToken) };
        }
    }
}
