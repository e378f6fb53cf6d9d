using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using Microsoft.AspNetCore.SignalR;

namespace CtgPortal.Web.Salles;

/// <summary>Sends to the screens of this node what rooms have become.</summary>
internal sealed class DiffusionSalles(SignauxSalle signaux, IHubContext<SalleHub> hub, ILogger<DiffusionSalles> logger) : BackgroundService
{
    // a phone that no longer reads must not make the others wait; the server cuts it by itself
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await DiffuserAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // asked to stop: a service that ends by failing would stop its host
        }
    }

    private async Task DiffuserAsync(CancellationToken stoppingToken)
    {
        await foreach (var nouveautes in signaux.LireAsync(stoppingToken))
        {
            var envoi = nouveautes is null ? hub.Clients.All.SendAsync("resynchroniser", stoppingToken) : EnvoyerAsync(nouveautes, stoppingToken);
            try
            {
                await envoi.WaitAsync(Patience, stoppingToken);
            }
            catch (TimeoutException)
            {
                logger.LogWarning("Some screens of a room are slow to read.");
            }
        }
    }

    private Task EnvoyerAsync(NouveautesSalle n, CancellationToken cancellationToken)
    {
        List<Task> envois =
        [
            hub.Clients.Group(Ecrans.Animateurs(n.Atelier)).SendAsync("nouveautes", Message(n), cancellationToken),
            hub.Clients.Group(Ecrans.Mur(n.Atelier)).SendAsync("nouveautes", Message(n.PourLeMur()), cancellationToken),
        ];
        if (n.Salle.Etat == EtatSalle.Fermee && n.PourTous is not null)
        {
            envois.Add(hub.Clients.Group(Ecrans.Fermeture(n.Atelier)).SendAsync("fermee", cancellationToken));
        }
        else if (n is { PourTous: not null, Code: { } code })
        {
            envois.Add(hub.Clients.Group(Ecrans.Participants(n.Atelier, code)).SendAsync("salle", n.PourTous, cancellationToken));
        }

        envois.AddRange(n.Siennes.Select(s => hub.Clients.Group(Ecrans.Participant(s.Key)).SendAsync("miennes", s.Value, cancellationToken)));
        return Task.WhenAll(envois);
    }

    private static object Message(NouveautesSalle n) => new { n.Salle, n.Code, n.Participants, n.Contributions, n.Disparues, n.Groupes, n.Points, n.Agenda };
}
