using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Application.Equipements;

/// <param name="Description">Null for a line that is not written.</param>
/// <param name="Existant">The équipement that it changes.</param>
/// <param name="Changements">Of that équipement.</param>
public sealed record LigneEquipement(
    int Numero, SuiteLigne Suite, string Code, string Nom, DescriptionEquipement? Description, EquipementId? Existant,
    IReadOnlyList<Changement> Changements, IReadOnlyList<RemarqueLigne> Remarques) : LigneRapport(Numero, Suite, Remarques)
{
    public override string Effet => $"{Code}|{Existant?.Value}|{string.Join(';', Changements)}";
}

/// <summary>Every line of a file and what it would do to annexe 2.</summary>
public sealed record RapportEquipements(IReadOnlyList<LigneEquipement> Lignes) : RapportTableur
{
    protected override IReadOnlyList<LigneRapport> Toutes => Lignes;
}
