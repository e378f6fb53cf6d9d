using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Acces;

/// <summary>What the current person holds over one convention; answers come from the database, one command each.</summary>
public interface IDroits
{
    /// <summary>Empty when the convention does not exist or is foreign to the person.</summary>
    Task<IReadOnlySet<Role>> RolesSurAsync(ConventionId convention, CancellationToken cancellationToken);

    Task<bool> PiloteAsync(ConventionId convention, FicheActionId fiche, CancellationToken cancellationToken);
}
