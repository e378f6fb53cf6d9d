using System.Text.RegularExpressions;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Sceaux.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Sceaux;

public static partial class SceauxServices
{
    /// <summary>Seals, their certificate, their timestamps and their checking. What is set wrongly stops the start with a sentence.</summary>
    public static IServiceCollection AddSceaux(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SceauOptions>().Bind(configuration.GetSection(SceauOptions.Section)).ValidateOnStart();
        services.AddOptions<HorodatageOptions>().Bind(configuration.GetSection(HorodatageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SceauOptions>, ValidationSceau>();
        services.AddSingleton<IValidateOptions<HorodatageOptions>, ValidationHorodatage>();
        services.AddSingleton(provider => new AutoriteDeDeveloppement(
            DossiersDeDonnees.De(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>())));
        services.AddSingleton(new ApparenceSignature(Path.Combine(AppContext.BaseDirectory, "Documents", "polices")));
        services.AddSingleton<ICertificatSceau, CertificatSceau>();
        services.AddSingleton<HorodateurHttp>();
        services.AddSingleton<HorodateurDeDeveloppement>();
        services.AddSingleton<IHorodateur, Horodateurs>();
        services.AddSingleton<IRevocations, Revocations>();
        services.AddSingleton<IScelleur, Scelleur>();
        services.AddSingleton<ConfianceSceaux>();
        services.AddSingleton<IVerificationPdf, VerificationPdf>();
        return services;
    }

    /// <summary>What time alone can break, such as an expired certificate, is not looked at here: it must not keep the portal from starting.</summary>
    private sealed class ValidationSceau : IValidateOptions<SceauOptions>
    {
        public ValidateOptionsResult Validate(string? name, SceauOptions options)
        {
            try
            {
                FichierPkcs12.LirePem(options.Autorites, "Sceau : Autorites");
                FichierPkcs12.LirePem(options.AnciensCertificats, "Sceau : AnciensCertificats");
                if (options.Certificat.Length > 0)
                {
                    FichierPkcs12.Ouvrir(options).Dispose();
                }

                return options.DelaiRevocation > TimeSpan.Zero ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("Sceau : DelaiRevocation doit être positif.");
            }
            catch (CertificatRefuseException refus)
            {
                return ValidateOptionsResult.Fail(refus.Message);
            }
        }
    }

    private sealed partial class ValidationHorodatage : IValidateOptions<HorodatageOptions>
    {
        public ValidateOptionsResult Validate(string? name, HorodatageOptions options)
        {
            try
            {
                FichierPkcs12.LirePem(options.Autorites, "Horodatage : Autorites");
            }
            catch (CertificatRefuseException refus)
            {
                return ValidateOptionsResult.Fail(refus.Message);
            }

            return options.Adresses.FirstOrDefault(a => !Uri.TryCreate(a, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) is { } fausse
                    ? ValidateOptionsResult.Fail($"Horodatage : « {fausse} » n’est pas une adresse http ou https.")
                : options.Politique.Length > 0 && !Oid().IsMatch(options.Politique)
                    ? ValidateOptionsResult.Fail("Horodatage : Politique doit être un identifiant tel que 1.2.3.4.")
                : options.Delai <= TimeSpan.Zero || options.EcartMax <= TimeSpan.Zero
                    ? ValidateOptionsResult.Fail("Horodatage : Delai et EcartMax doivent être positifs.")
                : ValidateOptionsResult.Success;
        }

        [GeneratedRegex(@"^[0-2](\.\d+)+$")]
        private static partial Regex Oid();
    }
}
