using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace CtgPortal.Web.Salles;

/// <summary>
/// Screens come here to hear a room. They say nothing by this way: what people post goes by pages, with their checks. Each says once
/// which room it listens to, and shows why it may: a participant their cookie, an account its rights.
/// </summary>
public sealed class SalleHub(EssaisDeCode essais, VeilleDesDroits veille) : Hub
{
    public async Task Participer(string code)
    {
        var http = Http;
        var billet = BilletSalle.Lire(http);
        var adresse = http.Connection.RemoteIpAddress;
        var connu = billet is not null && billet.Code == CodeSalle.Lire(code);
        var participation = connu || !essais.DoitAttendre(adresse)
            ? await MediatorDe(http).Send(new ConsulterParticipation.Query(code, billet?.Jeton), Context.ConnectionAborted)
            : null;
        if (participation?.Moi is not { } moi)
        {
            if (!connu)
            {
                essais.NoterFaux(adresse);
            }

            throw new HubException("Cette salle est inconnue ou fermée.");
        }

        await RejoindreAsync(Ecrans.Participants(participation.Atelier, participation.Code), Ecrans.Fermeture(participation.Atelier), Ecrans.Participant(moi.Id));
    }

    /// <summary>For whoever leads the room.</summary>
    public async Task Animer(Guid convention, Guid atelier)
    {
        await VerifierAsync(convention, atelier);
        await RejoindreAsync(Ecrans.Animateurs(new(atelier)));
        veille.Suivre(Context, convention, atelier);
    }

    /// <summary>For the wall: nothing that is hidden is sent to it.</summary>
    public async Task Projeter(Guid convention, Guid atelier)
    {
        await VerifierAsync(convention, atelier);
        await RejoindreAsync(Ecrans.Mur(new(atelier)));
        veille.Suivre(Context, convention, atelier);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        veille.Oublier(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private HttpContext Http => Context.GetHttpContext() ?? throw new InvalidOperationException("Rooms are heard over HTTP.");

    // the scope of the request that opened the connection is the one where the cookie said who is acting
    private static IMediator MediatorDe(HttpContext http) => http.RequestServices.GetRequiredService<IMediator>();

    private async Task VerifierAsync(Guid convention, Guid atelier)
    {
        try
        {
            if (await MediatorDe(Http).Send(new ConsulterSalle.Query(new ConventionId(convention), new AtelierId(atelier)), Context.ConnectionAborted) is not null)
            {
                return;
            }
        }
        catch (Exception refus) when (refus is Application.Common.NotFoundException or Application.Common.AccesRefuseException)
        {
            // said the same way as an unknown workshop
        }

        throw new HubException("Cet atelier est inconnu, ou votre rôle ne permet pas de l’animer.");
    }

    private Task RejoindreAsync(params string[] groupes) =>
        Task.WhenAll(groupes.Select(g => Groups.AddToGroupAsync(Context.ConnectionId, g, Context.ConnectionAborted)));
}

/// <summary>Names of the groups of screens.</summary>
internal static class Ecrans
{
    public static string Animateurs(AtelierId atelier) => $"animateurs {atelier.Value}";

    public static string Mur(AtelierId atelier) => $"mur {atelier.Value}";

    /// <summary>With the code: who came in with an older one hears nothing of what follows.</summary>
    public static string Participants(AtelierId atelier, string code) => $"participants {atelier.Value} {code}";

    /// <summary>Hears only that the room closed.</summary>
    public static string Fermeture(AtelierId atelier) => $"fermeture {atelier.Value}";

    public static string Participant(ParticipantId participant) => $"participant {participant.Value}";
}
