using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Common;

namespace CtgPortal.Application.Imports;

/// <summary>What becomes of a line of a file.</summary>
public enum SuiteLigne
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

public enum NatureRemarque
{
    /// <summary>Kept as well as it could be understood, or left out.</summary>
    Douteux,

    /// <summary>Not said by the file, and asked for.</summary>
    Manquant,
    Doublon,
    Erreur,
}

public sealed record RemarqueLigne(NatureRemarque Nature, string Texte);

/// <summary>How many lines a file says it has.</summary>
/// <param name="Ligne">Null where another sheet says it.</param>
public sealed record CompteAnnonce(int? Ligne, int Nombre);

/// <summary>A line of a file and what it would do.</summary>
/// <param name="Numero">As a spreadsheet shows it.</param>
public abstract record LigneRapport(int Numero, SuiteLigne Suite, IReadOnlyList<RemarqueLigne> Remarques)
{
    /// <summary>Everything that the line would do, in one string.</summary>
    public abstract string Effet { get; }
}

/// <summary>What a report says whatever is imported; nothing is written.</summary>
public abstract record RapportTableur
{
    /// <summary>Code of the obstacle of a file that says what the convention says already.</summary>
    public const string RienAEcrire = "rien-a-ecrire";

    /// <summary>Lines of totals or without content.</summary>
    public required IReadOnlyList<int> Ignorees { get; init; }

    /// <summary>Said by the person.</summary>
    public required int? Attendu { get; init; }

    /// <summary>Found in the file itself.</summary>
    public required CompteAnnonce? Annonce { get; init; }

    /// <summary>Names of the hidden sheets, which are not read.</summary>
    public required IReadOnlyList<string> FeuillesMasquees { get; init; }

    /// <summary>The sheet that is read.</summary>
    public required FeuilleLue Feuille { get; init; }

    /// <summary>What forbids to write.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    public int Lues => Toutes.Count;

    /// <summary>Lines that hold something, said once.</summary>
    public int Trouves => Nombre(SuiteLigne.Nouvelle) + Nombre(SuiteLigne.Modifiee) + Nombre(SuiteLigne.Inchangee);

    /// <summary>Lines that would be left out: a person must say so.</summary>
    public virtual int Laissees => Nombre(SuiteLigne.Doublon) + Nombre(SuiteLigne.Ecartee);

    public virtual bool ChangeQuelqueChose => Toutes.Any(l => l.Suite is SuiteLigne.Nouvelle or SuiteLigne.Modifiee);

    /// <summary>The same effects have the same one: what is written is what was shown.</summary>
    public string Empreinte => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Toutes.Select(l => $"{l.Numero}|{l.Suite}|{l.Effet}").Prepend(CompareAvec)))))[..24];

    /// <summary>Revisions of what the file was compared with, where another one makes another report.</summary>
    protected virtual string CompareAvec => "";

    protected abstract IReadOnlyList<LigneRapport> Toutes { get; }

    public int Nombre(SuiteLigne suite) => Toutes.Count(l => l.Suite == suite);

    public int AvecRemarque(NatureRemarque nature) => Toutes.Count(l => l.Remarques.Any(r => r.Nature == nature));
}
