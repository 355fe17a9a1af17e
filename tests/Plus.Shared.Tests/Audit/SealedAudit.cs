using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Proof;
using Plus.Shared.Audit.Sealing;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Audit;

/// <summary>A database with an audit that is sealed and signed into a folder of its own.</summary>
internal sealed class SealedAudit : IAsyncDisposable
{
    // The last byte chooses the chain: spread evenly, so that each chain gets as many.
    private const string Id = "(left(gen_random_uuid()::text, 34) || lpad(to_hex(n % 256), 2, '0'))::uuid";

    private readonly NpgsqlDataSource app;

    private SealedAudit(TestDatabase database, string superuser)
    {
        (Database, Superuser) = (database, superuser);
        app = NpgsqlDataSource.Create(database.AppConnectionString);
        Folder = Directory.CreateTempSubdirectory("plus-audit").FullName;
        Places = new AuditPlaces(
            Path.Combine(Folder, "audit"),
            Path.Combine(Folder, "audit", "signing-key.pem"),
            Path.Combine(Folder, "second")
        );
        var clock = new PlusClock(TimeProvider.System);
        Sealer = new AuditSealer(app, clock);
        Heads = new HeadWriter(app, clock, Places);
        Months = new AuditMonths(app, clock, NullLogger<AuditMonths>.Instance);
    }

    public TestDatabase Database { get; }

    public string Superuser { get; }

    public string Folder { get; }

    public AuditPlaces Places { get; }

    public AuditSealer Sealer { get; }

    public HeadWriter Heads { get; }

    public AuditMonths Months { get; }

    public string PublicKey => File.ReadAllText(Path.Combine(Places.Folder, SigningKey.PublicName));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SealedAudit> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var server = await PostgresServer.GetAsync();
        return new SealedAudit(database, server.SuperuserConnectionTo(database.Name));
    }

    /// <summary>Forty events, sealed and signed, then twenty more, sealed and signed.</summary>
    public static async Task<SealedAudit> FilledAsync()
    {
        var audit = await CreateAsync();
        await audit.WriteAsync(20);
        await audit.SealAsync();
        await audit.WriteAsync(10);
        await audit.SealAsync();
        return audit;
    }

    public Task WriteAsync(int count) =>
        DoAsync(
            Database.AppConnectionString,
            $"""
            INSERT INTO audit.process (id, at, on_day, type, source, on_timeline, changes, reason)
            SELECT {Id}, now() + n * interval '1 ms', current_date, 'test.done', 'test', false,
                   '[{"{"}"fields": {"{"}"Name": [null, "Ozoliņš\t\\ \"x\""]{"}"}{"}"}]', E'Pamatojums\nar ē'
            FROM generate_series(1, {count}) n;
            INSERT INTO audit.view (id, at, kind, part, clients, source)
            SELECT {Id}, now() + n * interval '1 ms', 'consult', 'test', ARRAY[gen_random_uuid()], 'test'
            FROM generate_series(1, {count}) n
            """
        );

    public async Task SealAsync()
    {
        await Sealer.SealAsync(wait: true, Token);
        await Heads.WriteAsync(Token);
    }

    /// <summary>Does it as a superuser, with the audit's triggers out of the way.</summary>
    public Task TamperAsync(string sql) =>
        DoAsync(Superuser, "SET session_replication_role = replica; SET plus.tamper = 'yes'; " + sql);

    public async Task<AuditVerdict> ProveAsync(string? heads = null)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync(Token);
        return await DatabaseProof.ProveAsync(connection, TrustedHeads.Read(heads ?? Places.Folder, PublicKey), Token);
    }

    public async Task<string> CopyAsync()
    {
        var folder = Path.Combine(Folder, "copy" + Guid.NewGuid().ToString("N")[..6]);
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(Token);
        await AuditCopy.WriteAsync(connection, folder, Places, Token);
        return folder;
    }

    public static async Task DoAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString
        );
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Sealer.DisposeAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
