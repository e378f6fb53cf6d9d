using CtgPortal.Application.Common;

namespace CtgPortal.Application.Documents;

/// <summary>Sets the document of a convention. The same dossier always gives the same bytes.</summary>
public interface IConventionPdf
{
    /// <returns>A tagged PDF/A-3a file with the dossier's JSON attached.</returns>
    /// <exception cref="ServiceIndisponibleException">The typesetter is dead, stuck, over time or has too many documents waiting.</exception>
    Task<byte[]> ComposerAsync(DossierConvention dossier, CancellationToken cancellationToken);
}
