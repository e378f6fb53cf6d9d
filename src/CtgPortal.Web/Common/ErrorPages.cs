using System.Data.Common;
using CtgPortal.Application.Common;
using Htmx;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CtgPortal.Web.Common;

/// <summary>Every refusal and every failure ends on a French page that says what happened and what to do.</summary>
internal static class ErrorPages
{
    private static readonly object RefusalKey = new();

    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur/500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,

            // a refusal told by a status is no failure of the portal
            SuppressDiagnosticsCallback = context => EstUnRefus(context.Exception),

            // the failed request may have left a broken authentication or database scope behind it
            CreateScopeForErrors = true,
        });
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.Use(ShowErrorAsGet);
    }

    /// <summary>A sentence for the error page, in place of its general one.</summary>
    public static void SetRefusal(this HttpContext context, string message) => context.Items[RefusalKey] = message;

    public static string? GetRefusal(this HttpContext context) => context.Items[RefusalKey] as string;

    /// <summary>413 before the form is read: later, the antiforgery check would hide the reason behind a 400.</summary>
    public static void UseUploadLimit(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            // a page that takes more says so, and reads the body as it comes
            var max = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize
                ?? context.RequestServices.GetRequiredService<IOptions<TeleversementsOptions>>().Value.OctetsMax;
            if (context.Request.ContentLength > max && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
            {
                context.SetRefusal($"Un envoi ne peut pas dépasser {max / 1024 / 1024} Mo.");
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }

            return next(context);
        });

    /// <summary>A fragment request that needs a sign-in takes the whole window to the sign-in page.</summary>
    public static void UseHtmxSignIn(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            await next(context);

            if (context.Request.IsHtmx()
                && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status302Found }
                && context.Response.Headers.Location.ToString() is var target
                && target.Contains("/connexion", StringComparison.Ordinal))
            {
                context.Response.Headers.Location = default;
                context.Response.StatusCode = StatusCodes.Status200OK;
                context.Response.Htmx(h => h.Redirect("/connexion"));
            }
        });

    /// <summary>The database does not answer: not a bug, and it recovers by itself.</summary>
    public static bool IsDatabaseDown(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is DbException failure && (failure.IsTransient || EstArret(failure.SqlState)))
            {
                return true;
            }
        }

        return false;

        // 08 connection, 53 too many connections, 57P shutdown or start-up
        static bool EstArret(string? state) =>
            state is not null
            && (state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
                || state.StartsWith("57P", StringComparison.Ordinal));
    }

    private static bool EstUnRefus(Exception exception) => exception is NotFoundException or AccesRefuseException;

    /// <summary>Pages have their own filter; this is for addresses that serve files.</summary>
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException malformed => malformed.StatusCode,
        NotFoundException => StatusCodes.Status404NotFound,
        AccesRefuseException => StatusCodes.Status403Forbidden,
        ServiceIndisponibleException => StatusCodes.Status503ServiceUnavailable,
        _ when IsDatabaseDown(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task ShowErrorAsGet(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var failed = context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!failed && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            await next(context);
            return;
        }

        var (method, body, contentType, contentLength) = (request.Method, request.Body, request.ContentType, request.ContentLength);
        request.Method = HttpMethods.Get;
        (request.Body, request.ContentType, request.ContentLength) = (Stream.Null, null, null);
        if (failed)
        {
            // reading the session may need what has just failed
            request.Headers.Remove("Cookie");
        }

        try
        {
            await next(context);
        }
        finally
        {
            request.Method = method;
            (request.Body, request.ContentType, request.ContentLength) = (body, contentType, contentLength);
        }
    }
}
