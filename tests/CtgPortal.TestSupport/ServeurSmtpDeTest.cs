using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CtgPortal.TestSupport;

/// <summary>A mail server on the loopback that keeps what it accepts. Speaks just enough SMTP: EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT.</summary>
public sealed class ServeurSmtpDeTest : IAsyncDisposable
{
    private readonly TcpListener _ecoute = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _arret = new();
    private readonly ConcurrentQueue<MessageRecu> _recus = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly SemaphoreSlim _arrivees = new(0);
    private readonly Task _accueil;
    private int _refus;

    public ServeurSmtpDeTest()
    {
        _ecoute.Start();
        _accueil = AccueillirAsync();
    }

    public int Port => ((IPEndPoint)_ecoute.LocalEndpoint).Port;

    public IReadOnlyList<MessageRecu> Recus => [.. _recus];

    /// <summary>The next <paramref name="nombre"/> recipients are refused with 450, as a busy server does.</summary>
    public void RefuserProvisoirement(int nombre) => _refus = nombre;

    /// <summary>Until one more message has arrived.</summary>
    public async Task AttendreAsync(CancellationToken cancellationToken) => await _arrivees.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _arret.CancelAsync();
        _ecoute.Stop();
        await _accueil;
        await Task.WhenAll(_conversations);
        _arret.Dispose();
        _arrivees.Dispose();
    }

    private async Task AccueillirAsync()
    {
        try
        {
            while (true)
            {
                _conversations.Add(ConverserAsync(await _ecoute.AcceptTcpClientAsync(_arret.Token)));
            }
        }
        catch (Exception fin) when (fin is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the end of the test
        }
    }

    private async Task ConverserAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var flux = client.GetStream();
            using var lecteur = new StreamReader(flux, Encoding.UTF8);
            await using var redacteur = new StreamWriter(flux, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await redacteur.WriteLineAsync("220 test");
            var destinataires = new List<string>();
            while (await lecteur.ReadLineAsync(_arret.Token) is { } ligne)
            {
                var verbe = ligne.Split(' ', ':')[0].ToUpperInvariant();
                switch (verbe)
                {
                    case "RCPT" when Interlocked.Decrement(ref _refus) >= 0:
                        await redacteur.WriteLineAsync("450 4.2.0 reessayez plus tard");
                        break;
                    case "RCPT":
                        destinataires.Add(ligne[(ligne.IndexOf('<', StringComparison.Ordinal) + 1)..ligne.IndexOf('>', StringComparison.Ordinal)]);
                        await redacteur.WriteLineAsync("250 OK");
                        break;
                    case "DATA" when destinataires.Count == 0:
                        await redacteur.WriteLineAsync("503 5.5.1 no recipient");
                        break;
                    case "DATA":
                        await redacteur.WriteLineAsync("354 go on");
                        _recus.Enqueue(new([.. destinataires], await LireAsync(lecteur)));
                        _arrivees.Release();
                        destinataires.Clear();
                        await redacteur.WriteLineAsync("250 OK");
                        break;
                    case "QUIT":
                        await redacteur.WriteLineAsync("221 bye");
                        return;
                    case "RSET":
                        destinataires.Clear();
                        await redacteur.WriteLineAsync("250 OK");
                        break;
                    default:
                        await redacteur.WriteLineAsync("250 OK");
                        break;
                }
            }
        }
        catch (Exception fin) when (fin is OperationCanceledException or IOException or SocketException or InvalidOperationException)
        {
            // the end of the test, or a sender that left, perhaps before its stream was opened
        }
    }

    private async Task<string> LireAsync(StreamReader lecteur)
    {
        var contenu = new StringBuilder();
        while (await lecteur.ReadLineAsync(_arret.Token) is { } ligne && ligne != ".")
        {
            contenu.Append(ligne.StartsWith('.') ? ligne[1..] : ligne).Append("\r\n");
        }

        return contenu.ToString();
    }
}

/// <param name="Source">Headers and body as they came.</param>
public sealed record MessageRecu(IReadOnlyList<string> Destinataires, string Source);
