using CtgPortal.Application;
using CtgPortal.Infrastructure;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Web.Common;
using Microsoft.Extensions.Options;

try
{
    await PortailAsync(args);
    return 0;
}
catch (Exception refus) when (refus is PostgresPriveException or BaseInaccessibleException or DemonstrationImpossibleException)
{
    // one sentence with its remedy, not a stack trace: a second instance on the same data, no connection string in production, a wrong one,
    // demonstration data asked for in production
    await Console.Error.WriteLineAsync(refus.Message);
    return 1;
}
catch (OptionsValidationException refus)
{
    // a setting that is missing or wrong: each says which, and what it should be
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, refus.Failures));
    return 1;
}

static async Task PortailAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);

    // in development without a connection string, the portal brings its own PostgreSQL; what asks for no database is done while it starts
    var postgres = PostgresPrive.StartIfNeededAsync(builder.Configuration, builder.Environment);
    try
    {
        await ServirAsync(builder, postgres, args.Contains("--preparer"));
    }
    finally
    {
        // last of all
        if (await postgres is { } prive)
        {
            await prive.DisposeAsync();
        }
    }
}

static async Task ServirAsync(WebApplicationBuilder builder, Task<PostgresPrive?> postgres, bool prepareOnly)
{
    builder.AddRequestLog();
    builder.Services.AddApplication();
    builder.Services.AddInfrastructure(builder.Configuration, PortalShell.ReadyTag);
    builder.AddPortalShell();

    await using var app = builder.Build();
    app.Services.PreparerLeModele();
    (await postgres)?.Configurer(app.Configuration);

    var preparation = PreparerAsync(app, prepareOnly);
    if (!prepareOnly)
    {
        app.UsePortalShell();
        app.MapPortalEndpoints();
    }

    await preparation;
    if (!prepareOnly)
    {
        await app.RunAsync();
    }
}

static async Task PreparerAsync(WebApplication app, bool demandee)
{
    await Task.Yield();
    if (demandee || app.Environment.IsDevelopment())
    {
        await app.Services.PreparerBaseAsync();
    }

    await app.Services.CreerDemonstrationAsync();
}

/// <summary>Composition root: the only type that may see the infrastructure.</summary>
public partial class Program;
