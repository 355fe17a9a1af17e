using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Host;
using Plus.Kernel;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Testing.Databases;
using Plus.Testing.Pages;
using Plus.Web.Language;

namespace Plus.Shared.Tests.Exchange;

/// <summary>An empty service with its reference data into which files of messages are taken.</summary>
public sealed class IntakeHouse : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private IntakeHouse(TestDatabase database)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddKernel(Doors.All, database.AppConnectionString)
            .BuildServiceProvider();
    }

    public static TextCatalog Catalog { get; } = new([typeof(IntakeRun).Assembly, typeof(Plus.Law.Verdict).Assembly]);

    private static Texts Words => Catalog.In(PageLanguage.Latvian);

    /// <summary>Sunday, 22 November 2026, noon in Riga.</summary>
    public SettableTime Time { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _services;

    public static async Task<IntakeHouse> NewAsync() => new(await TestDatabase.CreateAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Takes these lines in as a file of their own.</summary>
    public Task<List<Outcome>> TakeAsync(params string[] lines) =>
        TakeAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public async Task<List<Outcome>> TakeAsync(byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"plus-intake-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllBytesAsync(path, file);
        try
        {
            return await TakeFileAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public async Task<List<Outcome>> TakeFileAsync(string path)
    {
        var run = await RunAsync(path);
        using var report = new MemoryStream();
        await IntakeReport.WriteAsync(_services.GetRequiredService<NpgsqlDataSource>(), run.Id, report, Words, default);
        return JsonSerializer.Deserialize<List<Outcome>>(report.ToArray(), JsonSerializerOptions.Web)!;
    }

    public async Task<IntakeRun> RunAsync(string path)
    {
        await using var scope = _services.CreateAsyncScope();
        var run = await scope.ServiceProvider.GetRequiredService<IntakeRuns>().BeginAsync("upload", path, default);
        await _services.GetRequiredService<IntakeRunner>().RunAsync(run.Id, null, default);
        return run;
    }

    /// <summary>Reads through a fresh context.</summary>
    public async Task<T> ReadAsync<T>(Func<PlusDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PlusDb>());
    }

    /// <summary>All people with their sections, tasks, names and ways to be reached, as one text.</summary>
    public Task<string> StateAsync() =>
        ScalarAsync<string>(
            """
            SELECT string_agg(x, E'\n' ORDER BY x) FROM (
              SELECT concat_ws('|', c.given_name, c.surname, c.birth_date, s.measure, s.state, s.function, s.term_starts_on,
                s.term_ends_on, s.main_article, o.code, b.number, b.kind,
                (SELECT string_agg(t.kind || coalesce(t.due_on::text, '-'), ',' ORDER BY t.kind) FROM tasks.due_task t WHERE t.section_id = s.id),
                (SELECT string_agg(n.surname || n.as_of, ',' ORDER BY n.as_of) FROM clients.client_name n WHERE n.client_id = c.id),
                (SELECT string_agg(r.value, ',' ORDER BY r.value) FROM clients.client_reach r WHERE r.client_id = c.id AND r.valid_to IS NULL)) AS x
              FROM clients.client c LEFT JOIN cases.section s ON s.client_id = c.id
              LEFT JOIN organisation.office o ON o.id = s.office_id LEFT JOIN cases.basis b ON b.id = s.basis_id) AS rows
            """
        );

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>One line of a report, as the command writes it.</summary>
public sealed record Outcome(
    int Line,
    Guid? MessageId,
    [property: System.Text.Json.Serialization.JsonPropertyName("outcome")] string Result,
    string? Why
);
