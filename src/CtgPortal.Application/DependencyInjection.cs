using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application;

public static class DependencyInjection
{
    /// <summary>Registers every handler and validator of this assembly, and the behaviours in their order: access, validation, log, proof of a refusal, lock.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var types = typeof(DependencyInjection).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false });
        foreach (var type in types)
        {
            foreach (var service in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                if (service.GetGenericTypeDefinition() is var definition
                    && (definition == typeof(IRequestHandler<,>) || definition == typeof(IValidator<>)))
                {
                    services.AddScoped(service, type);
                }
            }
        }

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Documents.AssembleurDossier>();
        services.AddScoped<Avenants.AssembleurAvenant>();
        services.AddScoped<Documents.AssembleurApercu>();
        services.AddScoped<Documents.ImprimerieDocuments>();
        services.AddScoped<Archives.LectureArchive>();
        services.AddScoped<Documents.ImprimerieFiches>();
        services.AddScoped<Versions.LectureVersions>();
        services.AddScoped<Ateliers.MessagesInvitation>();
        services.AddScoped<Signatures.MessagesCircuit>();
        services.AddScoped<Fins.MessagesFin>();
        services.AddScoped<Signatures.Scellements.MessagesScellement>();
        services.AddScoped<Plans.EcritureFiche>();
        services.AddScoped<Commentaires.EcritureCommentaire>();
        services.AddScoped<Commentaires.LectureCommentaires>();
        services.AddScoped<Presences.LecturePresences>();
        services.AddScoped<Commentaires.ComposeurMentions>();
        services.AddScoped<Textes.Avis.MessagesAvis>();
        services.AddScoped<LectureProuvee>();
        services.AddScoped<LecturePreuve>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccesBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RefusProuveBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RefusProuveParLienBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(VerrouBehavior<,>));

        ValidatorOptions.Global.LanguageManager.Culture = System.Globalization.CultureInfo.GetCultureInfo("fr");
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        return services;
    }
}
