using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Host.Demo.Intake;
using Plus.Host.Demo.Present;
using Plus.Host.Storage;
using Plus.Kernel.Storage;
using Plus.Shared.Audit.Sealing;

namespace Plus.Host.Demo;

/// <summary>Builds the synthetic service in a migrated database that belongs to nobody yet, and marks it as a demo for good.</summary>
public static class DemoBuilder
{
    /// <summary>How much is done side by side where the order does not matter.</summary>
    internal const int AtOnce = 2;

    /// <summary>Everything is written in one transaction: a build that was stopped leaves no people behind.</summary>
    /// <exception cref="CommandException">The database is a real service's, or a demo stands in it already.</exception>
    public static async Task BuildAsync(
        string ownerConnectionString,
        DemoOptions options,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        var settings = new NpgsqlConnectionStringBuilder(ThroughPlus.Mark(ownerConnectionString))
        {
            CommandTimeout = 0,
        };
        await using var source = NpgsqlDataSource.Create(settings.ConnectionString);
        await ClaimAsync(source, ownerConnectionString, ct);
        await using (var connection = await source.OpenConnectionAsync(ct))
        {
            await AuditMonths.MakeAsync(connection, FirstDay(options), options.Today.AddMonths(1), ct);
        }

        await using (var connection = await source.OpenConnectionAsync(ct))
        await using (var model = PlusDbFactory.Create(source))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var service = new DemoService(model, connection, options, progress);
            await service.BuildAsync(ct);
            await transaction.CommitAsync(ct);
        }

        progress.Report("Computing the tasks of open sections");
        await DemoTasks.AlignAsync(source, options.Today, ct);
        if (options.Present)
        {
            await DemoIntake.TakeAsync(ownerConnectionString, options.Today, ct);
            await DemoMailRoom.TakeAsync(ownerConnectionString, options.Today, ct);
            await ClosedPeople.CloseAsync(source, options.Today, ct);
        }

        progress.Report("Measuring the tables");
        await MeasureAsync(source, ct);
    }

    // Sections that run in the first year were opened, and worked on, up to some years before it.
    private static DateOnly FirstDay(DemoOptions options) => new(options.FirstYear - 4, 1, 1);

    /// <summary>Counts the tables anew for the planner; only those of PLUS, which the owner may.</summary>
    private static async Task MeasureAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var parts = new List<string>();
        await using (
            var list = source.CreateCommand(
                $"""
                SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM (
                    SELECT t.*, row_number() OVER (ORDER BY pg_table_size(format('%I.%I', schemaname, tablename)::regclass) DESC) % {AtOnce} AS part
                    FROM pg_tables t WHERE tableowner = current_user) sized GROUP BY part
                """
            )
        )
        await using (var reader = await list.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                parts.Add(reader.GetString(0));
            }
        }

        await Task.WhenAll(
            parts.Select(async tables =>
            {
                await using var vacuum = source.CreateCommand($"VACUUM (ANALYZE) {tables}");
                await vacuum.ExecuteNonQueryAsync(ct);
            })
        );
    }

    /// <summary>Whether nobody and nothing of a service stands in the database, so that a demo may be built.</summary>
    public static async Task<bool> MayBuildAsync(string ownerConnectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(ct);
        if (await DatabaseMark.ReadAsync(connection, ct) is not (null or DatabaseMark.Demo))
        {
            return false;
        }

        await using var command = new NpgsqlCommand(
            """
            SELECT NOT EXISTS (SELECT FROM clients.client) AND NOT EXISTS (SELECT FROM access.staff)
               AND NOT EXISTS (SELECT FROM exchange.intake_message)
            """,
            connection
        );
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ClaimAsync(NpgsqlDataSource source, string ownerConnectionString, CancellationToken ct)
    {
        await using var any = source.CreateCommand("SELECT EXISTS (SELECT FROM clients.client)");
        var inhabited = (bool)(await any.ExecuteScalarAsync(ct))!;
        await using var connection = await source.OpenConnectionAsync(ct);
        var mark = await DatabaseMark.ReadAsync(connection, ct);
        if (mark == DatabaseMark.Real || (mark is null && inhabited))
        {
            throw new CommandException(
                "This database belongs to a real service; a demo is never built in it. Name an empty folder with --data."
            );
        }

        if (inhabited)
        {
            throw new CommandException("A demo stands here already. Name an empty folder with --data for another one.");
        }

        if (await DatabaseMark.SetAsync(ownerConnectionString, DatabaseMark.Demo, ct) != DatabaseMark.Demo)
        {
            throw new CommandException("This database has just become a real service's.");
        }
    }
}
