using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Plus.Kernel.Storage;

/// <summary>
/// Tells the database who acts, with every statement outside a transaction and once at the start of each transaction.
/// The setting is the transaction's own, so nothing of it is left on a connection that goes back to the pool, and a
/// statement travels with its setting: no journey more. What slips past this class sees nothing.
/// </summary>
internal sealed class WallInterceptor : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Stands before a statement. A procedure, because it leaves no result set behind.</summary>
    internal const string Enter = "CALL access.enter(@plus_reach);\n";

    internal const string Parameter = "plus_reach";

    public static readonly WallInterceptor Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Tell(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Tell(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Tell(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData);
        return ValueTask.FromResult(result);
    }

    public DbTransaction TransactionStarted(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result
    )
    {
        if (eventData.Context is PlusDb { Wall: { } wall })
        {
            using var enter = EnterCommand(connection, wall);
            enter.ExecuteNonQuery();
        }

        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is PlusDb { Wall: { } wall })
        {
            await using var enter = EnterCommand(connection, wall);
            await enter.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    internal static NpgsqlCommand EnterCommand(DbConnection connection, string wall)
    {
        var open = (NpgsqlConnection)connection;
        var command = new NpgsqlCommand("CALL access.enter($1)", open);
        command.Parameters.AddWithValue(WallKey.Seal(open, wall));
        return command;
    }

    internal static void Tell(DbCommand command, string wall)
    {
        command.CommandText = Enter + command.CommandText;
        command.Parameters.Add(
            new NpgsqlParameter<string>(Parameter, WallKey.Seal((NpgsqlConnection)command.Connection!, wall))
        );
    }

    private static void Tell(DbCommand command, CommandEventData eventData)
    {
        // In a transaction it was said at the start.
        if (command.Transaction is null && eventData.Context is PlusDb { Wall: { } wall })
        {
            Tell(command, wall);
        }
    }
}
