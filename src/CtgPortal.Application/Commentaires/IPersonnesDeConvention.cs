using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Commentaires;

/// <summary>The active accounts that see a convention by their role over it; administrators, who see them all, are left out. One SQL command.</summary>
public interface IPersonnesDeConvention
{
    Task<IReadOnlyList<PersonneDeConvention>> ListerAsync(ConventionId convention, CancellationToken cancellationToken);
}

/// <param name="Nom">First name and last name.</param>
/// <param name="LitTout">By their role they also read the confidential fiches.</param>
/// <param name="PeutPiloter">Their role lets them write on a fiche confided to them: <see cref="Plans.IPilotesPossibles"/>.</param>
public sealed record PersonneDeConvention(UtilisateurId Id, string Nom, string? Fonction, string Courriel, bool LitTout, bool PeutPiloter);
