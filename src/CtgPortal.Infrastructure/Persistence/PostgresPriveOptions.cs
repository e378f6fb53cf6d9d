namespace CtgPortal.Infrastructure.Persistence;

/// <param name="Dossiers">Where the cluster may live, best first: as root, a folder that the unprivileged account cannot enter is passed over.</param>
/// <param name="Jetable">For tests: a new folder each time inside the first usable one, nothing synced to disk, removed at the end.</param>
public sealed record PostgresPriveOptions(IReadOnlyList<string> Dossiers, bool Jetable)
{
    public static PostgresPriveOptions Durable(params string[] dossiers) => new(dossiers, Jetable: false);

    public static PostgresPriveOptions PourLesTests() =>
        new(OperatingSystem.IsWindows() ? [Path.GetTempPath()] : [Path.GetTempPath(), "/tmp", "/var/tmp"], Jetable: true);

    /// <summary>Tests open many small databases at once; the portal has one pool.</summary>
    internal int Connexions => Jetable ? 400 : 100;
}
