namespace CtgPortal.Web.Common;

/// <summary>No inline script or style, nothing from elsewhere, never in a frame.</summary>
internal static class SecurityHeaders
{
    private static readonly PathString Personnel = new("/signer");

    /// <summary>An address that is a right in itself is told to nobody, not even to this portal, and no engine keeps it.</summary>
    public static void UseEnTetesDeSecurite(this WebApplication app)
    {
        var (partout, personnel) = (Policies(app.Environment), Policies(app.Environment));
        personnel.AddReferrerPolicyNoReferrer().AddCustomHeader("X-Robots-Tag", "noindex, nofollow");
        app.UseWhen(http => !http.Request.Path.StartsWithSegments(Personnel, StringComparison.OrdinalIgnoreCase), suite => suite.UseSecurityHeaders(partout));
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Personnel, StringComparison.OrdinalIgnoreCase), suite => suite.UseSecurityHeaders(personnel));
    }

    private static HeaderPolicyCollection Policies(IWebHostEnvironment environment)
    {
        var policies = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(x => x.SameOrigin())
            .AddCrossOriginResourcePolicy(x => x.SameOrigin())
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddObjectSrc().None();
                csp.AddFrameAncestors().None();
                csp.AddFormAction().Self();
                csp.AddBaseUri().Self();
            })
            .AddPermissionsPolicy(p =>
            {
                p.AddCamera().None();
                p.AddMicrophone().None();
                p.AddGeolocation().None();
                p.AddPayment().None();
                p.AddUsb().None();
            });

        return environment.IsDevelopment() ? policies : policies.AddStrictTransportSecurityMaxAge();
    }
}
