using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Acces;

/// <summary>Finds where a scope lies: the Caf and the territories it depends on.</summary>
public interface IPerimetres
{
    /// <exception cref="Common.NotFoundException">No such Caf, territory or convention.</exception>
    Task<Perimetre> SituerAsync(Portee portee, string code, CancellationToken cancellationToken);
}
