using System.Globalization;
using Npgsql;
using Plus.Host.Database;

namespace Plus.Bench.Data;

/// <summary>
/// The data measured on: a synthetic service of the national size, invented by number and written by COPY. The same
/// for the same size and day. A folder that holds it already is used as it is.
/// </summary>
internal static class BenchData
{
    public static async Task PrepareAsync(DatabaseAccess database, BenchSize size, DateOnly today)
    {
        await using var owner = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { CommandTimeout = 0 }.ConnectionString
        );
        await using var connection = await owner.OpenConnectionAsync();
        if (await PeopleAsync(connection) is > 0 and var found)
        {
            if (found != size.People)
            {
                throw new BenchException(
                    $"The folder holds {found} people and not {size.People}. Name another one with --data."
                );
            }

            return;
        }

        await Console.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"writing {size.People} people, {size.Sections} sections, {size.Entries} journal entries ..."
            )
        );
        await DatabaseMark.SetAsync(database.OwnerConnectionString, DatabaseMark.Demo, default);
        await DoAsync(connection, "SET synchronous_commit = off");
        // The audit's months, as the years would have made them one by one.
        await DoAsync(
            connection,
            $"SELECT audit.keep_partitions('{today.AddYears(-5):yyyy-MM-dd}', '{today.AddMonths(2):yyyy-MM-dd}')"
        );
        var offices = await OfficesAsync(connection);
        await PeopleRows.WriteAsync(connection, size, today, offices);
        await SectionRows.WriteAsync(connection, size, today, offices);
        await JournalRows.WriteAsync(connection, size, today, offices);
        await DoAsync(connection, $"SELECT setval('cases.case_number', {size.People + 1})");
        await VacuumAsync(connection);
    }

    /// <summary>The planner's numbers, and no work left over for the time of measuring.</summary>
    public static async Task VacuumAsync(NpgsqlConnection connection)
    {
        await using var list = new NpgsqlCommand(
            "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables WHERE tableowner = current_user",
            connection
        );
        await DoAsync(connection, $"VACUUM (ANALYZE) {await list.ExecuteScalarAsync()}");
        // What was written must not be written out while somebody is measured.
        await DoAsync(connection, "SET synchronous_commit = on");
    }

    private static async Task<IReadOnlyList<Guid>> OfficesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT id FROM organisation.office WHERE region_id IS NOT NULL AND valid_to IS NULL ORDER BY code",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var offices = new List<Guid>();
        while (await reader.ReadAsync())
        {
            offices.Add(reader.GetGuid(0));
        }

        return offices;
    }

    // Of its own: what an import of an earlier run took in is newer.
    private static async Task<long> PeopleAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM clients.client WHERE id < '01900000-0000-0000-0000-000000000000'",
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
