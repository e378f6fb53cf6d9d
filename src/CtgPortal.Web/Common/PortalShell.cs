using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CtgPortal.Web.Salles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Common;

/// <summary>What every page needs around it: rights, cookies, language, headers, error pages, static files, health.</summary>
internal static class PortalShell
{
    public const string ReadyTag = "ready";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static void AddPortalShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;

        services.AddOptions<PortailOptions>().BindConfiguration(PortailOptions.Section);
        services.AddRazorPages().AddMvcOptions(ConfigureMvc);
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHealthChecks();
        services.AddSingleton<Icones>();
        services.AddSallesWeb();
        services.AddHostedService<RepriseMemoire>();

        // accents and typographic signs are written as they are
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddLimites(builder.Configuration);
        AddCookies(services);
        AddUploadLimit(builder);
        AddProxies(builder);

        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(French);
            o.SupportedCultures = [French];
            o.SupportedUICultures = [French];
            o.RequestCultureProviders.Clear();
        });

        // pages are never compressed: they mix secrets (antiforgery) with what the address says (BREACH)
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static void UsePortalShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseEnTetesDeSecurite();
        app.UseErrorPages();
        app.UseRequestLocalization();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheStaticFile });
        app.UseRouting();
        app.UseUploadLimit();
        app.UseRouteNote();
        app.UseRateLimiter();
        app.UseHtmxSignIn();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapPortalEndpoints(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapDocuments();
        app.MapSalles();
        app.MapSaisieRiche();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(ReadyTag) }).AllowAnonymous();

        // lists the pages now, while the database is being prepared, rather than during the first request
        _ = ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count);
    }

    private static void ConfigureMvc(MvcOptions options)
    {
        // what is required is said by the validator of the command, in one place
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new FrenchDecimalBinderProvider());
        options.ModelBinderProviders.Insert(0, new TexteBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new FrenchMetadataProvider());
        FrenchMetadataProvider.Translate(options.ModelBindingMessageProvider);
        options.Filters.Add<MalformedInputFilter>();
        options.Filters.Add<BrouillonPageFilter>();
        options.Filters.Add<RefusalPageFilter>();
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "ctg.formulaire";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(o =>
        {
            o.Cookie.Name = "ctg.annonce";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void AddUploadLimit(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TeleversementsOptions>().BindConfiguration(TeleversementsOptions.Section);
        var limits = builder.Configuration.GetSection(TeleversementsOptions.Section).Get<TeleversementsOptions>() ?? new();
        builder.Services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = limits.OctetsMax);

        // the portal answers with a sentence above its own limit; the server cuts only far above
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 4 * limits.OctetsMax;
        });
    }

    private static void AddProxies(WebApplicationBuilder builder)
    {
        var proxy = builder.Configuration.GetSection("Proxy");
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            o.ForwardLimit = proxy.GetValue("Sauts", 1);
            foreach (var address in proxy.GetSection("Adresses").Get<string[]>() ?? [])
            {
                o.KnownProxies.Add(IPAddress.Parse(address));
            }

            foreach (var network in proxy.GetSection("Reseaux").Get<string[]>() ?? [])
            {
                o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }

    private static void CacheStaticFile(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file)
    {
        // "?v=" changes with the content (asp-append-version); fonts are named by relative address and never change
        var request = file.Context.Request;
        var forever = request.Query.ContainsKey("v") || request.Path.Value!.EndsWith(".woff2", StringComparison.Ordinal);
        file.Context.Response.Headers[HeaderNames.CacheControl] = forever ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
