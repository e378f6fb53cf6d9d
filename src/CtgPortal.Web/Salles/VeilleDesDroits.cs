using System.Collections.Concurrent;
using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Salles;

/// <summary>
/// A live channel lasts for hours, and rights may be withdrawn meanwhile: each screen of an account shows again, every few seconds,
/// the session it came with, as a new request would. What is refused is cut.
/// </summary>
public sealed class VeilleDesDroits(IServiceScopeFactory portees, TimeProvider clock, ILogger<VeilleDesDroits> logger) : BackgroundService
{
    public static readonly TimeSpan Periode = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Ecran> _ecrans = new();

    /// <summary>From its joining to its leaving.</summary>
    public void Suivre(HubCallerContext contexte, Guid convention, Guid atelier)
    {
        ArgumentNullException.ThrowIfNull(contexte);
        var cookies = contexte.GetHttpContext()!.Request.Headers.Cookie.ToString();
        _ecrans[contexte.ConnectionId] = new(contexte, new(cookies, new(convention), new(atelier)));
    }

    public void Oublier(string connexion) => _ecrans.TryRemove(connexion, out _);

    /// <returns>How many screens were cut.</returns>
    public async Task<int> RevoirAsync(CancellationToken cancellationToken)
    {
        var coupes = 0;
        foreach (var session in _ecrans.Values.GroupBy(e => e.Session))
        {
            if (!await PeutAsync(session.Key, cancellationToken))
            {
                foreach (var ecran in session)
                {
                    Oublier(ecran.Contexte.ConnectionId);
                    ecran.Contexte.Abort();
                    coupes++;
                }
            }
        }

        return coupes;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rythme = new PeriodicTimer(Periode, clock);
        try
        {
            while (await rythme.WaitForNextTickAsync(stoppingToken))
            {
                await RevoirSansFaillirAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // asked to stop: a service that ends by failing would stop its host
        }
    }

    private async Task RevoirSansFaillirAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await RevoirAsync(stoppingToken) is > 0 and var coupes)
            {
                logger.LogInformation("{Screens} screens of rooms lost their right.", coupes);
            }
        }
        catch (Exception panne) when (panne is not OperationCanceledException)
        {
            // while the database is down nothing new reaches screens either; the next turn asks again
            logger.LogWarning(panne, "The rights of screens of rooms could not be read.");
        }
    }

    /// <summary>Reads the cookie again in a scope of its own: who it is, and what they may do now.</summary>
    private async Task<bool> PeutAsync(Session session, CancellationToken cancellationToken)
    {
        await using var portee = portees.CreateAsyncScope();
        var requete = new DefaultHttpContext { RequestServices = portee.ServiceProvider };
        requete.Request.Headers[HeaderNames.Cookie] = session.Cookies;
        if (!(await requete.AuthenticateAsync()).Succeeded)
        {
            return false;
        }

        try
        {
            return await portee.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ConsulterSalle.Query(session.Convention, session.Atelier), cancellationToken) is not null;
        }
        catch (Exception refus) when (refus is NotFoundException or AccesRefuseException)
        {
            return false;
        }
    }

    private sealed record Session(string Cookies, ConventionId Convention, AtelierId Atelier);

    private sealed record Ecran(HubCallerContext Contexte, Session Session);
}
