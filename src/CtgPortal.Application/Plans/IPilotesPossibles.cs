using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Plans;

/// <summary>The active accounts whose role lets them write on a fiche of a convention; one SQL command.</summary>
public interface IPilotesPossibles
{
    Task<IReadOnlyList<PilotePossible>> ListerAsync(ConventionId convention, CancellationToken cancellationToken);
}

/// <param name="Nom">First name and last name.</param>
public sealed record PilotePossible(UtilisateurId Id, string Nom, string? Fonction, string Courriel);
