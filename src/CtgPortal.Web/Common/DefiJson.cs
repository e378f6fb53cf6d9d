using System.Text.Json;
using CtgPortal.Application.Comptes.Cles;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Common;

internal static class DefiJson
{
    /// <summary>What the script of passkeys reads.</summary>
    public static JsonResult EnJson(this DefiLance defi) => new(new { id = defi.Id, options = JsonSerializer.Deserialize<JsonElement>(defi.Options) });
}
