using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CtgPortal.Infrastructure.Courriels;

/// <summary>One connection to the mail server, kept for the messages of one round.</summary>
internal sealed class ServeurSmtp(IOptions<SmtpOptions> options) : IAsyncDisposable
{
    // shorter than what a stopping portal is given to finish
    private readonly SmtpClient _client = new() { Timeout = 20_000 };

    /// <exception cref="ServiceIndisponibleException">The server does not answer, or refuses the portal itself.</exception>
    public async Task JoindreAsync(CancellationToken cancellationToken)
    {
        if (_client.IsConnected)
        {
            return;
        }

        var smtp = options.Value;
        try
        {
            await _client.ConnectAsync(smtp.Hote, smtp.Port, smtp.OptionsDeConnexion, cancellationToken);
            if (smtp.Utilisateur.Length > 0)
            {
                await _client.AuthenticateAsync(smtp.Utilisateur, smtp.MotDePasse, cancellationToken);
            }
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new ServiceIndisponibleException($"Le serveur de messagerie ne répond pas ({cause.GetType().Name}).", cause);
        }
    }

    /// <param name="texte">As its recipient reads it, secret included.</param>
    /// <exception cref="SmtpCommandException">The server refuses this message.</exception>
    public Task EnvoyerAsync(Courriel courriel, string texte, CancellationToken cancellationToken) =>
        _client.SendAsync(Composer(courriel, texte), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            await _client.DisconnectAsync(quit: true);
        }

        _client.Dispose();
    }

    private MimeMessage Composer(Courriel courriel, string texte)
    {
        var expediteur = MailboxAddress.Parse(options.Value.Expediteur);
        var message = new MimeMessage
        {
            Subject = courriel.Objet,
            Date = courriel.CreeLe,
            // the same at each attempt: a server that has already taken the message can tell
            MessageId = $"{courriel.Id:N}@{expediteur.Domain}",
            Body = Corps(courriel, texte),
        };
        message.From.Add(expediteur);
        message.To.Add(MailboxAddress.Parse(courriel.Destinataire));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MimeEntity Corps(Courriel courriel, string texte)
    {
        var corps = new BodyBuilder { TextBody = texte, HtmlBody = PartieHtml.De(courriel.Objet, texte) };
        if (courriel.PieceJointe is { } piece)
        {
            corps.Attachments.Add(piece.Nom, piece.Contenu, ContentType.Parse(piece.TypeMime));
        }

        return corps.ToMessageBody();
    }
}
