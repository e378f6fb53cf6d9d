using CtgPortal.Domain.Territoires;

namespace CtgPortal.Domain.Conventions;

/// <summary>What is known when a convention begins. Everything but the holders, the Caf and the title may come later.</summary>
/// <param name="Departement">INSEE code of the département of the holders.</param>
public sealed record OuvertureConvention(
    CafRef Caf,
    string Departement,
    IReadOnlyList<TerritoireRef> Titulaires,
    IReadOnlyList<CommunePerimetre> Perimetre,
    CadreConvention Cadre)
{
    /// <summary>
    /// Parties besides the Caf and the holders. A convention taken in after its signature must name them at once:
    /// its text is frozen from then on.
    /// </summary>
    public IReadOnlyList<PartieConnue> AutresParties { get; init; } = [];
}

public sealed record PartieConnue(TypePartie Type, string Nom);

/// <summary>The Caf that offers the convention.</summary>
public sealed record CafRef(string Code, string Nom);

/// <summary>A commune covered by the convention, as named when the perimeter was set.</summary>
/// <param name="Population">Municipal population of the millésime in use; null when unknown.</param>
public sealed record CommunePerimetre(string Code, string Nom, int? Population);
