using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Salles;
using CtgPortal.Web.Tests.Common;
using Microsoft.AspNetCore.SignalR.Client;

namespace CtgPortal.Web.Tests.Salles;

/// <summary>What the browser of a phone or of a screen does in an open room.</summary>
internal static class DansLaSalle
{
    private static string Salle => $"/salle/{UneSalle.Code}";

    public static async Task EntrerAsync(HttpClient telephone)
    {
        var entree = await PageHtml.OuvrirAsync(telephone, Salle);
        Assert.Equal(HttpStatusCode.Redirect, (await entree.EnvoyerAsync("form[action*=Entrer]")).Statut);
    }

    /// <summary>What a page already open keeps, and sends with each contribution.</summary>
    public static async Task<string> JetonAsync(HttpClient telephone)
    {
        var etat = await EnJsonAsync(telephone, HttpMethod.Get, $"{Salle}?handler=Etat");
        return (await etat.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["jeton"]!.GetValue<string>();
    }

    public static async Task<HttpResponseMessage> PosterAsync(HttpClient telephone, string texte) =>
        await PosterAsync(telephone, await JetonAsync(telephone), Guid.CreateVersion7(), texte);

    /// <param name="id">Chosen by the phone: sent again, it is the same contribution.</param>
    public static Task<HttpResponseMessage> PosterAsync(HttpClient telephone, string jeton, Guid id, string texte) =>
        EnJsonAsync(telephone, HttpMethod.Post, $"{Salle}?handler=Contribuer", jeton, ("id", $"{id}"), ("nature", "Force"), ("texte", texte));

    public static Task<HttpResponseMessage> EnJsonAsync(
        HttpClient client, HttpMethod methode, string adresse, string? jeton = null, params (string, string)[] champs)
    {
        var requete = new HttpRequestMessage(methode, new Uri(adresse, UriKind.Relative));
        requete.Headers.Accept.ParseAdd("application/json");
        if (jeton is not null)
        {
            requete.Headers.Add("RequestVerificationToken", jeton);
            requete.Content = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Item1, c.Item2)));
        }

        return client.SendAsync(requete, TestContext.Current.CancellationToken);
    }

    /// <summary>The live channel, not opened yet.</summary>
    /// <param name="portail">The one that answers when the channel opens, each time it does.</param>
    public static HubConnection Canal(Func<PortailDeTest> portail, string cookies) => new HubConnectionBuilder()
        .WithUrl($"http://localhost{SallesWeb.AdresseDirecte}", options =>
        {
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (contexte, annulation) =>
            {
                var client = portail().WebSocket();
                client.ConfigureRequest = r => r.Headers.Cookie = cookies;
                return await client.ConnectAsync(contexte.Uri, annulation);
            };
        })
        .Build();
}
