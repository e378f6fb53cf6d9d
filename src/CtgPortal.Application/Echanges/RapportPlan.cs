using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>What becomes of a line of the file.</summary>
public enum SuiteFiche
{
    Nouvelle,
    Modifiee,
    Inchangee,

    /// <summary>A branch of the plan, without fiche.</summary>
    Branche,

    /// <summary>The file says it twice.</summary>
    Doublon,

    /// <summary>It cannot be written.</summary>
    Ecartee,
}

public enum GenreRemarque
{
    /// <summary>Kept as well as it could be understood, or left out.</summary>
    Douteux,
    Manquant,
    Doublon,
    Erreur,
}

public sealed record RemarqueImport(GenreRemarque Genre, string Texte);

/// <param name="Champ">Code of <see cref="ChampsFiche"/>, or <see cref="Place"/>.</param>
public sealed record EcartFiche(string Champ, string? Avant, string? Apres)
{
    public const string Place = "place";
}

/// <param name="Numero">As a spreadsheet shows it.</param>
/// <param name="Chemin">Titles of the branch, from the axe down; empty when the file says nothing of it.</param>
/// <param name="Contenu">What would be written; null when nothing would.</param>
public sealed record LigneDePlan(
    int Numero, SuiteFiche Suite, string? Code, string Intitule, IReadOnlyList<string> Chemin, FicheActionId? Existante, ContenuFiche? Contenu,
    IReadOnlyList<EcartFiche> Differences, IReadOnlyList<RemarqueImport> Remarques);

/// <summary>A line of another sheet that cannot be written.</summary>
public sealed record DetailPerdu(string Feuille, int Ligne, string Raison);

/// <summary>Every line of a file and what it would do to the plan; nothing is written.</summary>
/// <param name="Branches">Paths of titles that the plan does not have, in the order of creation.</param>
/// <param name="Absentes">Fiches of the plan that the file does not name: they stay as they are.</param>
/// <param name="Attendu">Said by the person.</param>
/// <param name="Annonce">Found in the file itself.</param>
/// <param name="FeuillesMasquees">Names of the hidden sheets.</param>
/// <param name="Obstacles">What forbids to write.</param>
public sealed record RapportPlan(
    IReadOnlyList<LigneDePlan> Lignes,
    IReadOnlyList<DetailPerdu> Details,
    IReadOnlyList<IReadOnlyList<string>> Branches,
    IReadOnlyList<string> Absentes,
    int Ignorees,
    int? Attendu,
    int? Annonce,
    IReadOnlyList<string> FeuillesMasquees,
    int Fusions,
    IReadOnlyList<string> FormulesSansResultat,
    IReadOnlyList<Obstacle> Obstacles)
{
    /// <summary>Of the plan and of the fiches it was compared with.</summary>
    public required string Revisions { get; init; }

    /// <summary>Fiches of the file, said once.</summary>
    public int Trouvees => Nombre(SuiteFiche.Nouvelle) + Nombre(SuiteFiche.Modifiee) + Nombre(SuiteFiche.Inchangee);

    /// <summary>Lines that would be left out: a person must say so.</summary>
    public int Laissees => Nombre(SuiteFiche.Doublon) + Nombre(SuiteFiche.Ecartee) + Details.Count;

    public bool ChangeQuelqueChose => Branches.Count > 0 || Lignes.Any(l => l.Suite is SuiteFiche.Nouvelle or SuiteFiche.Modifiee);

    /// <summary>What is written is what was shown, of the plan as it was shown.</summary>
    public string Empreinte => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Lignes.Select(l => $"{l.Numero}|{l.Suite}|{l.Code}|{l.Intitule}|{l.Existante?.Value}|{string.Join('/', l.Chemin)}|{string.Join(';', l.Differences)}").Prepend(Revisions)))))[..24];

    public int Nombre(SuiteFiche suite) => Lignes.Count(l => l.Suite == suite);

    public int AvecRemarque(GenreRemarque genre) => Lignes.Count(l => l.Remarques.Any(r => r.Genre == genre));
}
