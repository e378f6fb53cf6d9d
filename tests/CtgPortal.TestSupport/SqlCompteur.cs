using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CtgPortal.TestSupport;

/// <summary>Counts the SQL commands that a context sends; transactions and connections are not commands.</summary>
public sealed class SqlCompteur : DbCommandInterceptor
{
    private int _nombre;

    public async Task<int> CompterAsync(Func<Task> agir)
    {
        ArgumentNullException.ThrowIfNull(agir);
        var avant = Volatile.Read(ref _nombre);
        await agir();
        return Volatile.Read(ref _nombre) - avant;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _nombre);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _nombre);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _nombre);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }
}
