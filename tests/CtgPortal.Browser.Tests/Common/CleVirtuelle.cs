using System.Text;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>The authenticator that Chromium simulates for tests: a phone or a computer that knows its holder.</summary>
internal static class CleVirtuelle
{
    /// <param name="reconnait">False for a device that does not recognise who holds it.</param>
    public static async Task BrancherAsync(Onglet onglet, bool reconnait = true)
    {
        var session = await onglet.Page.Context.NewCDPSessionAsync(onglet.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = reconnait,
                automaticPresenceSimulation = true,
            },
        });
    }

    /// <summary>From « Mon compte » to the new key.</summary>
    public static async Task AjouterAsync(Onglet onglet, string nom)
    {
        await onglet.AllerAsync("/compte");
        await onglet.SuivreAsync("Gérer mes clés d’accès");
        await onglet.TitreAsync("Clés d’accès");
        await onglet.EcrireAsync("Nom de la clé", nom);
        await onglet.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await onglet.CliquerAsync("Ajouter une clé d’accès");
        await onglet.AnnonceAsync($"La clé d’accès « {nom} » est ajoutée");
    }

    /// <summary>Lets the answer of the device reach the portal with one letter in the middle of its signature changed.</summary>
    public static Task AltererAsync(Onglet onglet) => onglet.Page.RouteAsync("**/*handler=Cle", route =>
    {
        const string Signature = "%22signature%22%3A%22";
        var envoi = route.Request.PostData!;
        var place = envoi.IndexOf(Signature, StringComparison.Ordinal) + Signature.Length + 40;
        return route.ContinueAsync(new() { PostData = Encoding.UTF8.GetBytes($"{envoi[..place]}{(envoi[place] == 'A' ? 'B' : 'A')}{envoi[(place + 1)..]}") });
    });
}
