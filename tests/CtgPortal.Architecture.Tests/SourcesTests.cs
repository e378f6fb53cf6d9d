using System.Text.RegularExpressions;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Architecture.Tests;

/// <summary>What a compiler does not see: sizes, what a text file gives away, and what the README claims.</summary>
public partial class SourcesTests
{
    private const int LignesDePageMax = 100;
    private const int LignesMax = 300;

    // A file of tests is a list of cases: it may be longer, and it is read one case at a time.
    private const int LignesDeTestsMax = 400;

    // Longer than the rule, each for a reason; a file that has become short leaves the list.
    private static readonly Dictionary<string, string> Longs = new()
    {
        ["src/CtgPortal.Domain/Conventions/Convention.cs"] = "the aggregate of the whole life: what each transition does reads in one place",
    };

    // Seen red with 60 more lines in the page Signature/Index.
    [Fact]
    public void Page_models_stay_thin()
    {
        var pages = Code.Fichiers("src/CtgPortal.Web/Pages").Where(f => f.Chemin.EndsWith(".cshtml.cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, f => Assert.True(Lignes(f.Texte) <= LignesDePageMax, $"{f.Chemin}: {Lignes(f.Texte)} lines"));
    }

    // Seen red with a new file of 302 lines in Application/Common.
    [Fact]
    public void Files_stay_short()
    {
        var sources = Code.Fichiers("src", "tests").Where(f => f.Chemin.EndsWith(".cs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources.Where(f => !Longs.ContainsKey(f.Chemin)), f => Assert.True(
            Lignes(f.Texte) <= (f.Chemin.StartsWith("tests/", StringComparison.Ordinal) ? LignesDeTestsMax : LignesMax), $"{f.Chemin}: {Lignes(f.Texte)} lines"));
        Assert.All(Longs.Keys, l => Assert.True(sources.Any(f => f.Chemin == l && Lignes(f.Texte) > LignesMax), $"{l} is short or gone: take it off the list."));
    }

    // Seen red with the address of a registry in a comment of the domain.
    [Fact]
    public void No_file_names_a_package_registry_or_a_folder_of_somebodys_machine()
    {
        var fichiers = Code.Fichiers("src", "tests").ToList();

        Assert.NotEmpty(fichiers);
        Assert.All(fichiers, f => Assert.False(
            Registre().IsMatch(f.Texte) || Machine().IsMatch(f.Texte), $"{f.Chemin}: {Registre().Match(f.Texte)}{Machine().Match(f.Texte)}"));
    }

    // Seen red with one arrow of the README pointing elsewhere.
    [Fact]
    public void The_README_draws_the_life_of_a_convention_as_the_domain_lives_it()
    {
        var readme = File.ReadAllText(Path.Combine(Code.Racine, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains($"```mermaid\n{CycleDeVie.ToMermaid()}```\n", readme, StringComparison.Ordinal);
    }

    private static int Lignes(string texte) => texte.AsSpan().Count('\n');

    [GeneratedRegex(@"https?://[\w.-]*(registry|nuget|npmjs|pypi|artifact|mirror)[\w.-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Registre();

    [GeneratedRegex(@"(?<![\w.$})])/(work|root|home|Users|tmp)/\w+|\b[A-Z]:\\Users\\\w+")]
    private static partial Regex Machine();
}
