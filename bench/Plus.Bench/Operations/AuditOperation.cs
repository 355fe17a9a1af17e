using System.Diagnostics;
using Npgsql;
using Plus.Bench.Measuring;
using Plus.Host.Database;

namespace Plus.Bench.Operations;

/// <summary>
/// What the audit costs beyond the durable row: readings written one a transaction into <c>audit.view</c>, divided by month,
/// watched and sealed every second, against the same rows committed into a plain table with the same indexes.
/// </summary>
internal static class AuditOperation
{
    public const string Name = "auditRow";

    private const int Rounds = 4;

    private const string Columns = "(id, at, actor_id, kind, part, clients, source)";

    private const string Row =
        "VALUES (gen_random_uuid(), clock_timestamp(), gen_random_uuid(), 'consult', 'clients.view', ARRAY[gen_random_uuid()], '10.0.0.1')";

    public static async Task<OperationResult> RunAsync(
        DatabaseAccess database,
        NpgsqlDataSource owner,
        int postmaster,
        double seconds
    )
    {
        await DoAsync(
            owner,
            """
            DROP SCHEMA IF EXISTS bench_audit CASCADE;
            CREATE SCHEMA bench_audit;
            CREATE TABLE bench_audit.view (LIKE audit.view INCLUDING DEFAULTS, PRIMARY KEY (id, at));
            DO $$
            DECLARE
                definition text;
            BEGIN
                FOR definition IN SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i
                    WHERE i.indrelid = 'audit.view'::regclass AND NOT i.indisprimary
                LOOP
                    EXECUTE replace(replace(definition, ' ON ONLY ', ' ON '), ' audit.view ', ' bench_audit.view ');
                END LOOP;
            END $$
            """
        );
        var meter = new CpuMeter(postmaster, postmaster);
        await using var app = NpgsqlDataSource.Create(database.AppConnectionString);
        var round = TimeSpan.FromSeconds(seconds / Rounds);
        var (ours, twin) = (Cost.None, Cost.None);
        // The first round of each warms and counts nowhere.
        for (var i = 0; i <= Rounds; i++)
        {
            var our = await WriteAsync(app, "audit.view", round, meter, seals: true);
            var their = await WriteAsync(owner, "bench_audit.view", round, meter, seals: false);
            (ours, twin) = i == 0 ? (ours, twin) : (ours + our, twin + their);
        }

        await DoAsync(owner, "DROP SCHEMA bench_audit CASCADE");
        return new OperationResult(Name)
        {
            CpuRatio = ours.MsEach / twin.MsEach,
            DatabaseMs = ours.MsEach,
            TwinMs = twin.MsEach,
            PerSecond = ours.Rows.Count / seconds,
            TwinPerSecond = twin.Rows.Count / seconds,
            P50Ms = ours.Percentile(0.5),
            P99Ms = ours.Percentile(0.99),
            TwinP99Ms = twin.Percentile(0.99),
            Statements = 1,
        };
    }

    private static async Task<Cost> WriteAsync(
        NpgsqlDataSource source,
        string table,
        TimeSpan time,
        CpuMeter meter,
        bool seals
    )
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var insert = new NpgsqlCommand($"INSERT INTO {table} {Columns} {Row}", connection);
        await insert.PrepareAsync();
        var before = meter.Read();
        var (rows, watch, sealedAt) = (new List<double>(), Stopwatch.StartNew(), TimeSpan.Zero);
        while (watch.Elapsed < time)
        {
            var began = watch.Elapsed;
            await insert.ExecuteNonQueryAsync();
            rows.Add((watch.Elapsed - began).TotalMilliseconds);
            if (seals && watch.Elapsed - sealedAt > TimeSpan.FromSeconds(1))
            {
                await SealAsync(source);
                sealedAt = watch.Elapsed;
            }
        }

        if (seals)
        {
            await SealAsync(source);
        }

        return new Cost(rows, (meter.Read() - before).Database);
    }

    // As the sealer of the server asks: from what the last seals knew.
    private static async Task SealAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT sealed FROM audit.seal_pending(true, now(), '', 0)");
        await command.ExecuteScalarAsync();
    }

    private static async Task DoAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What was written: the milliseconds of each row, and the database's CPU seconds for all.</summary>
    private sealed record Cost(IReadOnlyList<double> Rows, double Seconds)
    {
        public static readonly Cost None = new([], 0);

        public double MsEach => Rows.Count == 0 ? 0 : Seconds * 1000 / Rows.Count;

        public double Percentile(double part) => Rows.Order().ElementAt((int)((Rows.Count - 1) * part));

        public static Cost operator +(Cost a, Cost b) => new([.. a.Rows, .. b.Rows], a.Seconds + b.Seconds);
    }
}
