using CtgPortal.Application.Documents;
using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>The typesetting services as the portal registers them, shared by the tests that do not harm them.</summary>
public sealed class DocumentsFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services = Services();

    public IConventionPdf Pdf => _services.GetRequiredService<IConventionPdf>();

    public IDocumentsPdf DocumentsPdf => _services.GetRequiredService<IDocumentsPdf>();

    internal TypstWorkerPool Pool => _services.GetRequiredService<TypstWorkerPool>();

    internal Typographie Typographie => _services.GetRequiredService<Typographie>();

    /// <summary>Services of a test that kills or blocks its workers, or that reads their log.</summary>
    internal static ServiceProvider Services(Action<DocumentsOptions>? configure = null, ILoggerProvider? log = null)
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection()
            .AddLogging(b => _ = log is null ? b : b.AddProvider(log))
            .AddDocuments(configuration)
            .Configure<DocumentsOptions>(o => o.RacineNpm = PaquetsNpm.Racine("@myriaddreamin/typst-ts-node-compiler"));
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
