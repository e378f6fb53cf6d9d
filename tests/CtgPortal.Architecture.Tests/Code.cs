using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Infrastructure.Persistence;
using MediatR;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace CtgPortal.Architecture.Tests;

/// <summary>What the rules are about: the four assemblies, their request types and their sources.</summary>
internal static class Code
{
    public static readonly Assembly Domain = typeof(AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(ICtgDbContext).Assembly;
    public static readonly Assembly Infrastructure = typeof(CtgDbContext).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Charge =
        new(() => new ArchLoader().LoadAssemblies(Domain, Application, Infrastructure, Web).Build());

    /// <summary>Every request type of the portal.</summary>
    public static readonly IReadOnlyList<Type> Requetes =
        [.. Application.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IBaseRequest)))];

    public static readonly IReadOnlyList<Type> Commandes = [.. Requetes.Where(t => t.Name == "Command")];

    public static string Racine { get; } = TrouverRacine();

    /// <summary>Source files by their path from the root, with <c>/</c>; what builds and package managers produce is left out.</summary>
    public static IEnumerable<(string Chemin, string Texte)> Fichiers(params string[] dossiers) =>
        from dossier in dossiers
        from fichier in Directory.EnumerateFiles(Path.Combine(Racine, dossier), "*", SearchOption.AllDirectories)
        let chemin = Path.GetRelativePath(Racine, fichier).Replace('\\', '/')
        where !Array.Exists(["/bin/", "/obj/", "/node_modules/", "/wwwroot/lib/", "/TestResults/", "/Migrations/"], d => chemin.Contains(d, StringComparison.Ordinal))
        where !Array.Exists([".otf", ".woff2", ".png", ".ico", ".jpg", ".pdf"], e => chemin.EndsWith(e, StringComparison.Ordinal))
        select (chemin, File.ReadAllText(fichier));

    /// <summary>Fails with every violation, and also when the rule selects nothing.</summary>
    public static void Check(this IArchRule regle)
    {
        var violations = regle.Evaluate(Charge.Value).Where(r => !r.Passed).Select(r => r.Description).ToList();
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    private static string TrouverRacine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "CtgPortal.sln")))
        {
            dossier = dossier.Parent ?? throw new DirectoryNotFoundException("No parent folder of the tests holds CtgPortal.sln.");
        }

        return dossier.FullName;
    }
}
