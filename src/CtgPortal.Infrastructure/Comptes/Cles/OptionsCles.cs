using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Comptes.Cles;

/// <summary>Keys are made for the public address of the portal, ask who holds the device for their code, finger or face, and are found without a name.</summary>
internal sealed class OptionsCles(IOptions<PortailOptions> portail) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        var adresse = new Uri(portail.Value.AdressePublique);
        options.ServerDomain = adresse.Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.ValidateOrigin = demande => ValueTask.FromResult(!demande.CrossOrigin && EstChezNous(demande.Origin, adresse));
    }

    /// <summary>The very origin of the portal; on the machine of who works on it, whatever the port.</summary>
    internal static bool EstChezNous(string origine, Uri adresse) =>
        Uri.TryCreate(origine, UriKind.Absolute, out var dite) && dite.Scheme == adresse.Scheme && dite.Host == adresse.Host
        && (dite.Port == adresse.Port || adresse.Host == "localhost");
}
