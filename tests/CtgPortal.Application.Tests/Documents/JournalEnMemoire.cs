using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>Keeps the log lines a test wants to read.</summary>
internal sealed class JournalEnMemoire : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lignes = new();

    public IReadOnlyCollection<string> Lignes => _lignes;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lignes.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }
}
