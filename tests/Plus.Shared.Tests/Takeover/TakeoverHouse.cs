using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Host;
using Plus.Host.Commands;
using Plus.Kernel;
using Plus.Shared.Exchange.Takeover.Reconciling;
using Plus.Shared.Exchange.Takeover.Records;
using Plus.Shared.Exchange.Takeover.Running;
using Plus.Shared.Tests.Exchange;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using Plus.Web.Language;

namespace Plus.Shared.Tests.Takeover;

/// <summary>An empty service with its reference data into which folders are taken over.</summary>
internal sealed class TakeoverHouse : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TakeoverHouse(TestDatabase database)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddKernel(Doors.All, database.AppConnectionString)
            .BuildServiceProvider();
    }

    /// <summary>Sunday, 22 November 2026, noon in Riga.</summary>
    public SettableTime Time { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    public string Owner => _database.OwnerConnectionString;

    public NpgsqlDataSource Data => _services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<TakeoverHouse> NewAsync() => new(await TestDatabase.CreateAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Takes the folder over and gives its report.</summary>
    public async Task<JsonObject> TakeAsync(TakeoverFolder folder, bool dryRun = false)
    {
        using var stream = new MemoryStream();
        await _services
            .GetRequiredService<TakeoverRunner>()
            .RunAsync(
                folder.Path,
                dryRun,
                null,
                (db, run, reconciliation, ct) =>
                    TakeoverReport.WriteAsync(
                        db,
                        run,
                        reconciliation,
                        dryRun,
                        stream,
                        IntakeHouse.Catalog.In(PageLanguage.Latvian),
                        IntakeHouse.Catalog.In(PageLanguage.English),
                        ct
                    ),
                TestContext.Current.CancellationToken
            );
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The codes of the marks of one row.</summary>
    public Task<string[]> MarksAsync(string table, string id) =>
        ScalarAsync<string[]>(
            $"SELECT marks FROM takeover.taken_row WHERE table_code = '{table}' AND source_id = '{id}'"
        );

    /// <summary>A digest of every row of every table of PLUS, and of its sequences.</summary>
    public async Task<string> DigestAsync()
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var list = source.CreateCommand(
            """
            SELECT string_agg(format('SELECT %L AS t, count(*) AS n, md5(coalesce(string_agg(x::text, chr(10) ORDER BY x::text), '''')) AS d FROM %I.%I x',
                       schemaname || '.' || tablename, schemaname, tablename), ' UNION ALL ' ORDER BY schemaname, tablename)
            FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
              -- Which connections are PLUS's own is written at every one.
              AND schemaname || '.' || tablename <> 'audit.plus_session'
            """
        );
        var union = (string)(await list.ExecuteScalarAsync())!;
        await using var digest = source.CreateCommand(
            $"SELECT string_agg(t || ' ' || n || ' ' || d, chr(10) ORDER BY t) FROM ({union}) u"
        );
        await using var sequence = source.CreateCommand("SELECT last_value || ' ' || is_called FROM cases.case_number");
        return $"{await digest.ExecuteScalarAsync()}\n{await sequence.ExecuteScalarAsync()}";
    }

    /// <summary>What the figures of a year say.</summary>
    public async Task<decimal?> FigureAsync(int year, string key)
    {
        var figures = await FiguresCommand.ComputeAsync(Data, year, default);
        return figures.All.SingleOrDefault(f => f.Definition.Key == key)?.Value.Number;
    }
}
