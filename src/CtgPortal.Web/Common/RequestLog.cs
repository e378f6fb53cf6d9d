using CtgPortal.Application.Acces;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CtgPortal.Web.Common;

/// <summary>One line per request: method, route template, status, time, convention. Never an address as typed, a name or an e-mail.</summary>
internal static class RequestLog
{
    private static readonly object RouteKey = new();

    public static void AddRequestLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((services, logger) =>
        {
            logger.ReadFrom.Configuration(builder.Configuration).ReadFrom.Services(services).Enrich.FromLogContext();
            if (builder.Environment.IsProduction())
            {
                logger.WriteTo.Console(new CompactJsonFormatter());
            }
            else
            {
                logger.WriteTo.Console(
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}",
                    formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            }
        },
        // a logger of its own: one shared by the process is silenced for all when the first host stops, and traces with it
        preserveStaticLogger: true);

    public static void UseRequestLog(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{Method} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
            options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
            [
                new("Method", new ScalarValue(context.Request.Method)),
                new("Route", new ScalarValue(context.Items[RouteKey] ?? "(unmatched)")),
                new("StatusCode", new ScalarValue(status)),
                new("Elapsed", new ScalarValue(elapsed)),
            ];
            options.GetLevel = (context, _, exception) => (exception, context.Response.StatusCode) switch
            {
                (not null, _) or (_, >= 500) => LogEventLevel.Error,
                // probes and static files
                (_, < 400) when context.Request.Path.StartsWithSegments("/health") || !context.Items.ContainsKey(RouteKey) => LogEventLevel.Debug,
                (_, < 400) when context.GetEndpoint()?.Metadata.GetMetadata<SigneDeVieAttribute>() is not null => LogEventLevel.Debug,
                _ => LogEventLevel.Information,
            };
        });

    /// <summary>Notes the route of the request as first matched: an error page shown in its place does not hide it.</summary>
    public static void UseRouteNote(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            if (!context.Items.ContainsKey(RouteKey) && context.GetEndpoint() is RouteEndpoint endpoint)
            {
                context.Items[RouteKey] = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
                if (context.Request.Path.StartsWithSegments("/conventions") && context.GetRouteValue("id") is { } convention)
                {
                    context.RequestServices.GetRequiredService<IDiagnosticContext>().Set("ConventionId", convention);
                }
            }

            return next(context);
        });
}
