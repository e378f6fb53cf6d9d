using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Imports;

/// <summary>
/// Cuts the files that people import into lines and cells, whatever they import: figures, équipements, a plan. Two ways: line after
/// line for big files, which are never held whole; all at once for a workbook or a CSV that somebody wrote by hand.
/// </summary>
public interface ITableaux
{
    /// <summary>How the file is cut, judged from its content.</summary>
    /// <param name="ressemblance">How much a sheet looks like what is expected: the best one is proposed.</param>
    /// <exception cref="Domain.Common.BusinessRuleException">It cannot be cut into columns.</exception>
    Task<Decoupage> ReconnaitreAsync(Func<Stream> ouvrir, FormatFichier format, Func<ApercuTableau, int> ressemblance, CancellationToken cancellationToken);

    /// <exception cref="Domain.Common.BusinessRuleException">It cannot be read.</exception>
    Task<ApercuTableau> ApercevoirAsync(Stream contenu, Decoupage decoupage, CancellationToken cancellationToken);

    /// <summary>Every line; each is valid until the next is asked for.</summary>
    /// <exception cref="Domain.Common.BusinessRuleException">It cannot be read to its end.</exception>
    IAsyncEnumerable<ILigneTableau> LireAsync(Stream contenu, Decoupage decoupage, CancellationToken cancellationToken);

    /// <summary>A whole file of at most <see cref="ClasseurLu.OctetsMax"/>: the sheets of a workbook, or the one of a CSV.</summary>
    /// <exception cref="Domain.Common.BusinessRuleException">Neither a CSV nor an XLSX by its content, too big once opened, or damaged.</exception>
    Task<ClasseurLu> LireClasseurAsync(byte[] contenu, CancellationToken cancellationToken);
}

/// <param name="Decoupage">How a CSV was cut.</param>
/// <param name="Feuilles">In the order of the workbook, hidden ones included.</param>
public sealed record ClasseurLu(Decoupage Decoupage, IReadOnlyList<FeuilleLue> Feuilles)
{
    public const int OctetsMax = 20 * 1024 * 1024;
}

/// <summary>
/// A sheet as a person sees it: dates as <c>2026-03-12</c>, percentages as shown, results of formulas as they were last computed, and
/// the value of a cell merged over several lines on each of them.
/// </summary>
/// <param name="Nom">Empty for a CSV.</param>
/// <param name="Masquee">The person who sent the file may not know of it.</param>
/// <param name="Lignes">Without the empty ones, <see cref="LignesMax"/> at most.</param>
/// <param name="EstTronquee">It has more lines than that.</param>
/// <param name="Fusions">How many groups of merged cells.</param>
/// <param name="FormulesSansResultat">Cells such as <c>B4</c> whose formula no spreadsheet has computed: they read as empty.</param>
public sealed record FeuilleLue(
    string Nom, bool Masquee, IReadOnlyList<LigneLue> Lignes, bool EstTronquee, int Fusions, IReadOnlyList<string> FormulesSansResultat)
{
    public const int LignesMax = 20_000;
}

/// <param name="Numero">From 1, as a spreadsheet shows it.</param>
/// <param name="Cellules">Trimmed; the empty ones at the end are left out.</param>
public sealed record LigneLue(int Numero, IReadOnlyList<string> Cellules)
{
    /// <summary>Empty beyond the last cell.</summary>
    public string Cellule(int index) => index >= 0 && index < Cellules.Count ? Cellules[index] : "";
}
