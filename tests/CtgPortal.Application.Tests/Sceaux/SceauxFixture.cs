using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.Infrastructure.Sceaux;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CtgPortal.Application.Tests.Sceaux;

/// <summary>The services of seals as the portal registers them, with a private authority of their own, and files sealed once for all tests.</summary>
public sealed class SceauxFixture : IAsyncDisposable
{
    public const string Reference = "CTG-02-2021-TROIS-RIVIERES";

    public static readonly DateTimeOffset Le = new(2026, 3, 15, 9, 30, 0, TimeSpan.Zero);

    private static readonly string Donnees = Directory.CreateTempSubdirectory("ctgportal-autorite-").FullName;

    private readonly ServiceProvider _services = Services();
    private readonly Lazy<Task<byte[]>> _figee45;
    private readonly Lazy<Task<byte[]>> _figee3;
    private readonly Lazy<Task<PdfScelle>> _scelle45;
    private readonly Lazy<Task<PdfScelle>> _scelle3;

    public SceauxFixture()
    {
        _figee45 = new(() => FigerAsync(45));
        _figee3 = new(() => FigerAsync(3));
        _scelle45 = new(async () => await Scelleur.ScellerAsync(Document(await _figee45.Value, 45), CancellationToken.None));
        _scelle3 = new(async () => await Scelleur.ScellerAsync(Document(await _figee3.Value, 3), CancellationToken.None));
    }

    public IScelleur Scelleur => _services.GetRequiredService<IScelleur>();

    public IVerificationPdf Verification => _services.GetRequiredService<IVerificationPdf>();

    /// <summary>PEM file of the private authority.</summary>
    public static string Autorite => Path.Combine(Donnees, "sceau", "autorite.pem");

    public Task<byte[]> Figee45Async() => _figee45.Value;

    public Task<byte[]> Figee3Async() => _figee3.Value;

    public Task<PdfScelle> Scelle45Async() => _scelle45.Value;

    public Task<PdfScelle> Scelle3Async() => _scelle3.Value;

    /// <summary>Every third signature was given by hand.</summary>
    public static DocumentASceller Document(byte[] pdf, int signataires) => new(
        pdf,
        [
            .. AtelierSceaux.Figee(signataires).Signataires.Select((s, i) => new SignatureAInscrire(
                NomsDeChamps.DuSignataire(s.Id, i + 1), $"{s.Civilite} {s.Nom}", s.Qualite, new DateOnly(2026, 3, 12), i % 3 == 2 ? null : new TimeOnly(14, 32),
                i % 3 == 2 ? "signée à la main, original numérisé" : "signature électronique simple, au portail",
                $"Le portail atteste que {s.Civilite} {s.Nom} a signé le 12 mars 2026.")),
        ],
        Le, Reference);

    /// <param name="reglages">Configuration, as « Sceau:Certificat » and its value.</param>
    public static ServiceProvider Services(string environnement = "Development", params (string Cle, string Valeur)[] reglages)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("CtgPortal:Donnees", Donnees), .. reglages.Select(r => KeyValuePair.Create<string, string?>(r.Cle, r.Valeur))]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environnement, ContentRootPath = Donnees })
            .AddDocuments(configuration)
            .AddSceaux(configuration)
            .Configure<DocumentsOptions>(o => o.RacineNpm = PaquetsNpm.Racine("@myriaddreamin/typst-ts-node-compiler"))
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Directory.Exists(Donnees))
        {
            Directory.Delete(Donnees, recursive: true);
        }
    }

    private Task<byte[]> FigerAsync(int signataires) =>
        _services.GetRequiredService<IConventionPdf>().ComposerAsync(AtelierSceaux.Figee(signataires), CancellationToken.None);
}
