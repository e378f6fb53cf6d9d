using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Signatures;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Courriels;

/// <summary>
/// Sends what waits in the outbox. Each message is locked, sent and marked in its own transaction, so that two instances never hold the
/// same one, and that a crash can repeat at most the message that was on the wire.
/// </summary>
internal sealed class Distribution(
    CtgDbContext db, ComposeurMentions mentions, SecretsDeSignature secrets, IOptions<SmtpOptions> smtp, TimeProvider clock, ILogger<Distribution> logger)
{
    private const int ErreurLongueurMax = 500;

    /// <returns>How many messages left.</returns>
    public async Task<int> DistribuerAsync(CancellationToken cancellationToken)
    {
        if (!smtp.Value.EstConfigure)
        {
            return 0;
        }

        await using var serveur = new ServeurSmtp(smtp);
        var envoyes = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            switch (await TraiterLeSuivantAsync(serveur, cancellationToken))
            {
                case Issue.Envoye:
                    envoyes++;
                    break;
                case Issue.Refuse:
                case Issue.SansObjet:
                    break;
                default:
                    return envoyes;
            }
        }

        return envoyes;
    }

    private async Task<Issue> TraiterLeSuivantAsync(ServeurSmtp serveur, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await ReserverAsync(cancellationToken) is not { } courriel)
        {
            return Issue.RienAEnvoyer;
        }

        var compose = courriel is { Composition: CompositionCourriel.Mentions, UtilisateurId: { } qui } ? await mentions.ComposerAsync(qui, cancellationToken) : null;
        var texte = courriel.Secret is null ? courriel.Texte : await secrets.EcrireAsync(courriel, cancellationToken);
        if ((courriel.Composition is not null && compose is null) || texte is null)
        {
            // everything was read, answered, closed or signed meanwhile: nobody is written to for nothing
            db.Courriels.Remove(courriel);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return Issue.SansObjet;
        }

        if (compose is not null)
        {
            courriel.Composer(compose.Objet, compose.Texte);
            texte = compose.Texte;
        }

        var issue = await EnvoyerAsync(serveur, courriel, texte, cancellationToken);
        if (issue == Issue.Envoye)
        {
            await secrets.NoterAsync(courriel, CancellationToken.None);
            foreach (var commentaire in compose?.Commentaires ?? [])
            {
                commentaire.Prevenir(courriel.UtilisateurId!.Value, clock.GetUtcNow());
            }
        }

        // what the server answered is written down even when the portal is stopping
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return issue;
    }

    private async Task<Courriel?> ReserverAsync(CancellationToken cancellationToken) =>
        (await db.Courriels.FromSql(
            $"""
            SELECT * FROM courriels
            WHERE envoye_le IS NULL AND tentatives < {Courriel.TentativesMax} AND prochaine_tentative_le <= {clock.GetUtcNow()}
            ORDER BY prochaine_tentative_le, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken)).SingleOrDefault();

    private async Task<Issue> EnvoyerAsync(ServeurSmtp serveur, Courriel courriel, string texte, CancellationToken cancellationToken)
    {
        try
        {
            await serveur.JoindreAsync(cancellationToken);

            // never cut on the wire: the server may have taken the message without the portal knowing, and it would leave twice
            await serveur.EnvoyerAsync(courriel, texte, CancellationToken.None);
            courriel.NoterEnvoi(clock.GetUtcNow());
            logger.LogInformation("Message {CourrielId} sent", courriel.Id);
            return Issue.Envoye;
        }
        catch (ServiceIndisponibleException cause)
        {
            courriel.Reporter(Court(cause.Message), clock.GetUtcNow());
            logger.LogWarning("The mail server cannot be reached: {Cause}", cause.InnerException?.GetType().Name);
            return Issue.ServeurInjoignable;
        }
        catch (SmtpCommandException cause)
        {
            courriel.NoterEchec(Court($"Le serveur a refusé le message : {(int)cause.StatusCode} {cause.Message}"), clock.GetUtcNow());
            logger.LogWarning("Message {CourrielId} refused with {Statut}", courriel.Id, (int)cause.StatusCode);
            return Issue.Refuse;
        }
        catch (MimeKit.ParseException)
        {
            courriel.NoterEchec("L’adresse du destinataire ou de l’expéditeur est mal formée.", clock.GetUtcNow());
            logger.LogWarning("Message {CourrielId} has a malformed address", courriel.Id);
            return Issue.Refuse;
        }
        catch (Exception cause) when (cause is IOException or SmtpProtocolException or TimeoutException or System.Net.Sockets.SocketException)
        {
            courriel.NoterEchec($"La connexion au serveur de messagerie s’est interrompue ({cause.GetType().Name}).", clock.GetUtcNow());
            logger.LogWarning("The connection to the mail server broke on message {CourrielId}: {Cause}", courriel.Id, cause.GetType().Name);
            return Issue.ServeurInjoignable;
        }
    }

    private static string Court(string texte) => texte.Length <= ErreurLongueurMax ? texte : texte[..ErreurLongueurMax];

    private enum Issue
    {
        RienAEnvoyer,
        Envoye,
        Refuse,
        SansObjet,
        ServeurInjoignable,
    }
}
