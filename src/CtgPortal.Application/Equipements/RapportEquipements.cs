using CtgPortal.Domain.Common;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Application.Equipements;

/// <summary>What becomes of a line of the file.</summary>
public enum SuiteLigne
{
    Ajoute,
    Modifie,
    Inchange,

    /// <summary>The file says it twice.</summary>
    Doublon,

    /// <summary>It cannot be written.</summary>
    Ecarte,
}

public enum NatureRemarque
{
    /// <summary>Kept, as well as it could be understood.</summary>
    Douteux,

    /// <summary>Not said by the file, and asked for by annexe 2.</summary>
    Manquant,
    Doublon,
    Erreur,
}

public sealed record RemarqueLigne(NatureRemarque Nature, string Texte);

/// <param name="Numero">As a spreadsheet shows it.</param>
/// <param name="Description">Null for a line that is not written.</param>
/// <param name="Existant">The équipement that it changes.</param>
/// <param name="Changements">Of that équipement.</param>
public sealed record LigneRapport(
    int Numero, SuiteLigne Suite, string Code, string Nom, DescriptionEquipement? Description, EquipementId? Existant,
    IReadOnlyList<Changement> Changements, IReadOnlyList<RemarqueLigne> Remarques);

/// <summary>Every line of a file and what it would do; nothing is written.</summary>
/// <param name="Ignorees">Lines of totals.</param>
/// <param name="Attendu">Said by the person.</param>
/// <param name="Annonce">Found in the file itself.</param>
/// <param name="FeuillesMasquees">Names of the hidden sheets, which are not read.</param>
/// <param name="Obstacles">What forbids to write.</param>
public sealed record RapportEquipements(
    IReadOnlyList<LigneRapport> Lignes,
    IReadOnlyList<int> Ignorees,
    int? Attendu,
    (int Ligne, int Nombre)? Annonce,
    IReadOnlyList<string> FeuillesMasquees,
    int Fusions,
    IReadOnlyList<string> FormulesSansResultat,
    IReadOnlyList<Obstacle> Obstacles)
{
    public int Lues => Lignes.Count;

    /// <summary>Lines that hold an équipement, said once.</summary>
    public int Trouves => Lignes.Count(l => l.Suite is SuiteLigne.Ajoute or SuiteLigne.Modifie or SuiteLigne.Inchange);

    public int Nombre(SuiteLigne suite) => Lignes.Count(l => l.Suite == suite);

    public int AvecRemarque(NatureRemarque nature) => Lignes.Count(l => l.Remarques.Any(r => r.Nature == nature));

    /// <summary>Lines that would be left out: a person must say so.</summary>
    public int Laissees => Lignes.Count(l => l.Suite is SuiteLigne.Doublon or SuiteLigne.Ecarte);

    public bool ChangeQuelqueChose => Lignes.Any(l => l.Suite is SuiteLigne.Ajoute or SuiteLigne.Modifie);

    /// <summary>The same effects have the same one: what is written is what was shown.</summary>
    public string Empreinte => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(
        '\n', Lignes.Select(l => $"{l.Numero}|{l.Suite}|{l.Code}|{l.Existant?.Value}|{string.Join(';', l.Changements)}")))))[..16];
}
