using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CtgPortal.Application.Salles;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CtgPortal.Web.Salles;

internal static class SallesWeb
{
    public const string AdresseDirecte = "/salle/direct";

    // what a screen may be late by before it is cut
    private const long OctetsEnAttente = 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void AddSallesWeb(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.TryAddSingleton<SignauxSalle>();
        services.AddSingleton<EssaisDeCode>();
        services.AddSingleton<CompteurParMinute>();
        services.AddHostedService<DiffusionSalles>();
        services.AddSingleton<VeilleDesDroits>();
        services.AddHostedService(provider => provider.GetRequiredService<VeilleDesDroits>());
    }

    /// <summary>WebSockets only: nothing has to lead a screen back to the node it came from.</summary>
    public static void MapSalles(this WebApplication app) => app.MapHub<SalleHub>(AdresseDirecte, options =>
    {
        options.Transports = HttpTransportType.WebSockets;
        options.TransportMaxBufferSize = OctetsEnAttente;
    }).AllowAnonymous();

    /// <summary>Data for the script of a page, written in an attribute of it.</summary>
    public static string Json(object valeur) => JsonSerializer.Serialize(valeur, Options);

    /// <summary>An answer for a script, which nobody keeps.</summary>
    public static IActionResult EnJson(this HttpContext http, object valeur, int statut = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new JsonResult(valeur, Options) { StatusCode = statut };
    }
}
