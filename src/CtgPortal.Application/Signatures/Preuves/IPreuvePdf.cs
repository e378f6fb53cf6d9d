using CtgPortal.Application.Common;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>Sets a proof on pages that a clerk reads. The same proof always gives the same bytes.</summary>
public interface IPreuvePdf
{
    /// <returns>A tagged PDF/A-3a file with the JSON of the proof attached.</returns>
    /// <exception cref="ServiceIndisponibleException">The typesetter is dead, stuck, over time or has too many documents waiting.</exception>
    Task<byte[]> ComposerAsync(DossierDePreuve dossier, CancellationToken cancellationToken);
}
