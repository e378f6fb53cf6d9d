using CtgPortal.Application.Courriels;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Courriels;

/// <summary>Section <c>Smtp</c> of the configuration (environment variables <c>Smtp__Hote</c> and so on).</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>Empty: nothing is sent, messages wait.</summary>
    public string Hote { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Empty: no authentication.</summary>
    public string Utilisateur { get; set; } = "";

    public string MotDePasse { get; set; } = "";

    /// <summary>Such as <c>CTG &lt;ne-pas-repondre@exemple.fr&gt;</c>.</summary>
    public string Expediteur { get; set; } = "";

    public ModeTls Tls { get; set; } = ModeTls.StartTls;

    public bool EstConfigure => Hote.Length > 0;

    public SecureSocketOptions OptionsDeConnexion => Tls switch
    {
        ModeTls.Aucun => SecureSocketOptions.None,
        ModeTls.StartTls => SecureSocketOptions.StartTls,
        ModeTls.Implicite => SecureSocketOptions.SslOnConnect,
        _ => throw new InvalidOperationException($"Smtp:Tls {Tls} is unknown."),
    };
}

internal enum ModeTls
{
    /// <summary>Only for a relay of the same machine or private network, such as a mail catcher.</summary>
    Aucun,

    /// <summary>Refuses to go on when the server does not offer it.</summary>
    StartTls,

    Implicite,
}

internal sealed class EtatMessagerie(IOptions<SmtpOptions> smtp) : IEtatMessagerie
{
    public bool EstConfiguree => smtp.Value.EstConfigure;
}
