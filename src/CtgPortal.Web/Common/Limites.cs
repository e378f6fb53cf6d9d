using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Common;

/// <summary>
/// How often one address may try to sign in or ask for a link. Counted by each instance for itself: a first fence only, since the
/// lockout of an account and the delay between two links are kept in the database.
/// </summary>
internal static class Limites
{
    public const string Connexion = "connexion";
    public const string Lien = "lien";

    /// <summary>Signs of life: a whole town hall behind one address, each of several windows four times a minute.</summary>
    public const string Presence = "presence";

    /// <summary>Files and references that anybody has checked: looking at the empty form is free.</summary>
    public const string Verification = "verification";

    /// <summary>Personal links of signers: a whole council in one room, behind one address.</summary>
    public const string Signature = "signature";

    public static void AddLimites(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var delai))
            {
                context.HttpContext.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(delai.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Connexion, Envois(configuration.GetValue("Limites:ConnexionsParMinute", 30)));
        options.AddPolicy(Lien, Envois(configuration.GetValue("Limites:LiensParMinute", 10)));
        options.AddPolicy(Signature, ParAdresse(configuration.GetValue("Limites:SignaturesParMinute", 120), _ => true));
        options.AddPolicy(Presence, Envois(configuration.GetValue("Limites:PresencesParMinute", 1200)));
        options.AddPolicy(Verification, ParAdresse(
            configuration.GetValue("Limites:VerificationsParMinute", 30),
            http => !HttpMethods.IsGet(http.Request.Method) || http.Request.Query.ContainsKey("q") || http.GetRouteValue("reference") is not null));
    });

    // reading the form is free
    private static Func<HttpContext, RateLimitPartition<string>> Envois(int parMinute) => ParAdresse(parMinute, http => HttpMethods.IsPost(http.Request.Method));

    private static Func<HttpContext, RateLimitPartition<string>> ParAdresse(int parMinute, Func<HttpContext, bool> compte) => context => compte(context)
        ? RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = parMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("lecture");
}
