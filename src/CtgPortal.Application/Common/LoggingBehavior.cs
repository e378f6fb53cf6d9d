using System.Diagnostics;
using CtgPortal.Application.Acces;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Application.Common;

/// <summary>Third behaviour: one line per request that reached its handler. Ids only, never what people typed.</summary>
internal sealed class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly LogLevel Niveau = typeof(TRequest).IsDefined(typeof(SigneDeVieAttribute), inherit: false) ? LogLevel.Debug : LogLevel.Information;

    private static readonly string Name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var start = Stopwatch.GetTimestamp();
        var response = await next();
        logger.Log(
            Niveau,
            "{Command} on {ConventionId} took {ElapsedMs} ms",
            Name, (request as IRequeteSurConvention)?.Convention.Value, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return response;
    }
}
