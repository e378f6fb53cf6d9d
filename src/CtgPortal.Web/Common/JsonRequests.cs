namespace CtgPortal.Web.Common;

internal static class JsonRequests
{
    /// <summary>A script asks, and wants data instead of a page.</summary>
    public static bool WantsJson(this HttpRequest request) =>
        request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true);
}
