using System.Text.Json;
using CtgPortal.Application.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Common;

/// <summary>The address of the preview of a form, which posts itself there, and of the file of what is saved.</summary>
public sealed record LienApercu(string Image, string Pdf);

internal static class ReponseApercu
{
    /// <summary>The drawing, and beside it how many pages it holds and where its fields are.</summary>
    public static IActionResult Image(this PageModel page, ImageDApercu image)
    {
        page.Response.Headers.CacheControl = "no-store";
        page.Response.Headers["X-Apercu"] = JsonSerializer.Serialize(new { image.Pages, image.Reperes }, JsonSerializerOptions.Web);
        return page.File(image.Svg, "image/svg+xml");
    }
}
