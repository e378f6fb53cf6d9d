using System.Reflection;

namespace CtgPortal.Infrastructure.Persistence.Quartz;

/// <summary>The tables of the job scheduler, for the migrations: <c>migrationBuilder.Sql(QuartzSql.Up)</c>.</summary>
internal static class QuartzSql
{
    public const string Prefixe = "quartz_";

    // children before parents
    public static readonly string[] Tables =
    [
        "job_status", "misfire_history", "execution_history", "locks", "scheduler_state", "fired_triggers", "paused_job_grps",
        "paused_trigger_grps", "calendars", "blob_triggers", "simprop_triggers", "cron_triggers", "simple_triggers", "triggers", "job_details",
    ];

    public static string Up { get; } = Lire();

    public static string Down { get; } = string.Concat(Tables.Select(t => $"DROP TABLE {Prefixe}{t};\n"));

    private static string Lire()
    {
        using var flux = Assembly.GetExecutingAssembly().GetManifestResourceStream("CtgPortal.Infrastructure.Persistence.Quartz.quartz.sql")
            ?? throw new InvalidOperationException("quartz.sql is not embedded in the assembly.");
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }
}
