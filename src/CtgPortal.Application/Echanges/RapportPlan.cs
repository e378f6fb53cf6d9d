using CtgPortal.Application.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <param name="Champ">Code of <see cref="ChampsFiche"/>, or <see cref="Place"/>.</param>
public sealed record EcartFiche(string Champ, string? Avant, string? Apres)
{
    public const string Place = "place";
}

/// <param name="Chemin">Titles of the branch, from the axe down; empty when the file says nothing of it.</param>
/// <param name="Contenu">What would be written; null when nothing would.</param>
public sealed record LigneDePlan(
    int Numero, SuiteLigne Suite, string? Code, string Intitule, IReadOnlyList<string> Chemin, FicheActionId? Existante, ContenuFiche? Contenu,
    IReadOnlyList<EcartFiche> Differences, IReadOnlyList<RemarqueLigne> Remarques) : LigneRapport(Numero, Suite, Remarques)
{
    public override string Effet => $"{Code}|{Intitule}|{Existante?.Value}|{string.Join('/', Chemin)}|{string.Join(';', Differences)}";
}

/// <summary>A line of another sheet that cannot be written.</summary>
public sealed record DetailPerdu(string Feuille, int Ligne, string Raison);

/// <summary>Every line of a file and what it would do to the plan.</summary>
/// <param name="Branches">Paths of titles that the plan does not have, in the order of creation.</param>
/// <param name="Absentes">Fiches of the plan that the file does not name: they stay as they are.</param>
/// <param name="Revisions">Of the plan and of the fiches it was compared with.</param>
public sealed record RapportPlan(
    IReadOnlyList<LigneDePlan> Lignes, IReadOnlyList<DetailPerdu> Details, IReadOnlyList<IReadOnlyList<string>> Branches, IReadOnlyList<string> Absentes, string Revisions)
    : RapportTableur
{
    public override int Laissees => base.Laissees + Details.Count;

    public override bool ChangeQuelqueChose => Branches.Count > 0 || base.ChangeQuelqueChose;

    protected override string CompareAvec => Revisions;

    protected override IReadOnlyList<LigneRapport> Toutes => Lignes;
}
