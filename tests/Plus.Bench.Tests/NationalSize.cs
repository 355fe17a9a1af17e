using Npgsql;
using Plus.Bench.Data;
using Plus.Bench.Operations;
using Plus.Host.Database;
using Plus.Kernel.Time;
using Plus.Testing.Databases;

namespace Plus.Bench.Tests;

/// <summary>The bench's database of the national size, with an officer to log in as.</summary>
public sealed class NationalSize : IAsyncLifetime
{
    private readonly string _folder = PostgresServer.NewFolder("national");
    private IReadOnlyList<Operation> _operations = [];

    internal DatabaseAccess Database { get; private set; } = null!;

    internal NpgsqlDataSource Owner { get; private set; } = null!;

    internal BenchPerson Person { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await DatabaseAccess.UseAsync(
            new DatabaseSettings(_folder, null, null),
            Console.Error.WriteLine,
            default
        );
        var size = new BenchSize(BenchSize.National);
        await BenchData.PrepareAsync(Database, size, new PlusClock(TimeProvider.System).Today);
        Owner = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        Person = await BenchPerson.ChooseAsync(Owner, size);
        _operations = PageOperations.All(await Arranged.ReadAsync(Owner, Person));
    }

    internal Operation Operation(string name) => _operations.Single(o => o.Name == name);

    /// <summary>Tables of at least so many rows that were read from end to end meanwhile.</summary>
    internal async Task<IReadOnlyList<string>> ScannedAsync(int rows, Func<Task> work)
    {
        var before = await ScansAsync(rows);
        await work();
        var after = before;
        // A connection tells of its scans when it ends, a moment after it was closed.
        for (var tries = 0; tries < 10 && after.All(t => t.Value == before[t.Key]); tries++)
        {
            await Task.Delay(200);
            after = await ScansAsync(rows);
        }

        return
        [
            .. after
                .Where(t => t.Value > before.GetValueOrDefault(t.Key))
                .Select(t => t.Key)
                .Order(StringComparer.Ordinal),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Dictionary<string, long>> ScansAsync(int rows)
    {
        await using var command = Owner.CreateCommand(
            "SELECT schemaname || '.' || relname, coalesce(seq_scan, 0) FROM pg_stat_user_tables WHERE n_live_tup >= $1"
        );
        command.Parameters.AddWithValue((long)rows);
        await using var reader = await command.ExecuteReaderAsync();
        var scans = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            scans[reader.GetString(0)] = reader.GetInt64(1);
        }

        return scans;
    }
}
