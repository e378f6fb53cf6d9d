using CtgPortal.Application.Signatures;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Salles;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Salles;
using CtgPortal.Infrastructure.Sceaux;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Documents;

public static class DocumentsServices
{
    /// <summary>Typesetting: <see cref="IConventionPdf"/> and the workers behind it, stopped with the host.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DocumentsOptions>()
            .Bind(configuration.GetSection(DocumentsOptions.Section))
            .Validate(o => o is { Travailleurs: > 0, FileMax: >= 0, DocumentsParTravailleur: > 0, MemoireMaxMo: > 0 } && o.Delai > TimeSpan.Zero,
                "Documents : les limites doivent être positives.")
            .Validate(o => Directory.Exists(Path.Combine(o.RacineNpm, "node_modules")),
                "Documents : RacineNpm doit désigner le dossier qui contient node_modules.");
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<Typographie>(provider, CouverturePolices.Lire(Path.Combine(AppContext.BaseDirectory, "Documents", "polices"))));
        services.AddSingleton<TypstWorkerPool>();
        services.AddHostedService(provider => provider.GetRequiredService<TypstWorkerPool>());
        services.AddSingleton<IPreparationSignatures, PreparationSignatures>();
        services.TryAddSingleton<IQrCode, QrCode>();
        services.AddSingleton<IConventionPdf, ConventionPdfTypst>();
        services.AddSingleton<IFeuilleSignaturePdf, FeuilleSignaturePdfTypst>();
        services.AddSingleton<IDocumentsPdf, DocumentsPdfTypst>();
        services.AddSingleton(provider => new FileApercus(provider.GetRequiredService<IOptions<DocumentsOptions>>().Value));
        services.AddSingleton<IApercuDocument, ApercuTypst>();
        services.AddSingleton<IAffichePdf, AffichePdfTypst>();
        services.AddSingleton<IPreuvePdf, PreuvePdfTypst>();
        services.AddSingleton<IFichesPdf, FichesPdfTypst>();
        services.AddSingleton<IFichesWord, Word.FichesWord>();
        services.AddSingleton<IDocumentsWord, Word.ComposeurWord>();
        services.AddSingleton<IConventionWord, Word.ConventionWord>();
        return services;
    }
}
