using CtgPortal.Application.Acces;
using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Comptes;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Application.Plans;
using CtgPortal.Infrastructure.Comptes.Cles;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Comptes;

public static class ComptesServices
{
    /// <summary>Accounts, the cookie, and who acts in each scope. Needs the database context, <see cref="IDroits"/> and <see cref="IPerimetres"/>.</summary>
    public static IServiceCollection AddComptes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PortailOptions>()
            .Bind(configuration.GetSection(PortailOptions.Section))
            .PostConfigure<IHostEnvironment>((options, environnement) =>
            {
                if (options.AdressePublique.Length == 0 && !environnement.IsProduction())
                {
                    options.AdressePublique = "http://localhost:5080";
                }
            })
            .Validate(
                options => Uri.TryCreate(options.AdressePublique, UriKind.Absolute, out var adresse) && adresse.Scheme is "http" or "https",
                "CtgPortal:AdressePublique (environment variable CtgPortal__AdressePublique) must be the address at which people reach the portal, such as https://ctg.exemple.fr.")
            .ValidateOnStart();

        services.AddIdentityCore<Utilisateur>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
        });
        // one save per use case, by the use case: the account and its message share a transaction
        services.AddScoped<ComptesEtCles>();
        services.AddScoped<IUserStore<Utilisateur>>(provider => provider.GetRequiredService<ComptesEtCles>());
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, OptionsCles>();
        services.AddScoped<IPasskeyHandler<Utilisateur>, PasskeyHandler<Utilisateur>>();
        services.AddScoped<IClesAcces, ClesAccesIdentity>();
        // PBKDF2-HMAC-SHA512; the count that OWASP gives for it
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddDataProtection().SetApplicationName("CtgPortal").PersistKeysToDbContext<CtgDbContext>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SessionNavigateur.Configurer);
        services.AddAuthorization();

        services.AddSingleton<MotDePasseLeurre>();
        services.AddScoped<UtilisateurAmbiant>();
        services.AddScoped<IUtilisateurCourant>(provider => provider.GetRequiredService<UtilisateurAmbiant>());
        services.AddScoped<IPorteur>(provider => provider.GetRequiredService<UtilisateurAmbiant>());
        services.AddScoped<PersonnesConnues>();
        services.AddScoped<LiensMotDePasse>();
        services.AddScoped<MessagesComptes>();
        services.AddScoped<IComptes, ComptesIdentity>();
        services.AddScoped<Application.Signatures.IConfirmationIdentite, ConfirmationMotDePasse>();
        services.AddScoped<Application.Signatures.IConfirmationIdentite, Signatures.ConfirmationCode>();
        services.AddScoped<Application.Signatures.IConfirmationIdentite, ConfirmationCleAcces>();
        services.AddScoped<PremierAdministrateur>();
        services.AddScoped<ISessionNavigateur, SessionNavigateur>();
        services.AddScoped<IAnnuaire, Annuaire>();
        services.AddScoped<IPersonnesDeConvention, PersonnesDeConvention>();
        services.AddScoped<IPilotesPossibles, PilotesPossibles>();
        return services;
    }
}
