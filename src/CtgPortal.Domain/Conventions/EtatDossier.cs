using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

/// <summary>Facts about the other aggregates of a convention, loaded by the handler and passed in: the domain decides, it never queries.</summary>
public sealed record EtatDossier(
    bool DiagnosticValide,
    int Constats,
    int Ateliers,
    int AteliersOuverts,
    int Axes,
    int Fiches,
    IReadOnlyList<string> OrientationsSansFiche,
    IReadOnlyList<string> FichesSansPilote)
{
    /// <summary>What blocks in the text whatever the data: enough for lists, which do not read texts.</summary>
    public int DefautsDuTexte { get; init; }

    /// <summary>What the controls of the text say; null when they were not asked, and the count stands for them.</summary>
    public IReadOnlyList<Obstacle>? Texte { get; init; }

    /// <summary>Titles of the fiches that the Caf asks of every convention, neither in the plan nor set aside with a reason.</summary>
    public IReadOnlyList<string> FichesImposeesManquantes { get; init; } = [];

    /// <summary>Names of the parties whose act is not written down.</summary>
    public IReadOnlyList<string> DeliberationsManquantes { get; init; } = [];

    public static readonly EtatDossier Vide = new(false, 0, 0, 0, 0, 0, [], []);
}
