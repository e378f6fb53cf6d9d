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
    public static readonly EtatDossier Vide = new(false, 0, 0, 0, 0, 0, [], []);
}
