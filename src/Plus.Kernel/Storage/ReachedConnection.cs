using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Access;

namespace Plus.Kernel.Storage;

/// <summary>
/// A connection for reading by hand-written statements, with the reach told for as long as it is open: one transaction
/// that only reads.
/// </summary>
public sealed class ReachedConnection : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    private ReachedConnection(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (Connection, _transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    /// <summary>Opens it with this reach.</summary>
    public static async Task<ReachedConnection> OpenAsync(NpgsqlDataSource source, Reach reach, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            await TellAsync(connection, reach, ct);
            return new ReachedConnection(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells the reach for the rest of the transaction that the connection is in.</summary>
    public static async Task TellAsync(NpgsqlConnection connection, Reach reach, CancellationToken ct)
    {
        await using var enter = WallInterceptor.EnterCommand(connection, reach.Setting);
        await enter.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}

/// <summary>Hand-written statements on the context's connection.</summary>
public static class ReachedCommands
{
    /// <summary>
    /// A statement with named parameters on the context's open connection, with who acts told to the database in the same
    /// journey.
    /// </summary>
    public static NpgsqlCommand ReachedCommand(this PlusDb db, string sql)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        db.Reached(command);
        return command;
    }

    /// <summary>A statement with named parameters on an open connection, with this reach told in the same journey.</summary>
    public static NpgsqlCommand ReachedCommand(this NpgsqlConnection connection, Reach reach, string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        WallInterceptor.Tell(command, reach.Setting);
        return command;
    }

    /// <summary>The same for a statement that stands already.</summary>
    public static void Reached(this PlusDb db, NpgsqlCommand command)
    {
        if (db.Database.CurrentTransaction is null && db.Wall is { } wall)
        {
            WallInterceptor.Tell(command, wall);
        }
    }
}
