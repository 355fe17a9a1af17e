using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Plus.Host.Serving;
using Plus.Host.Storage;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Files;
using Plus.Testing.Databases;
using Xunit;

namespace Plus.Testing.Pages;

/// <summary>
/// The real application on a database of its own, in process. Use it as <c>IClassFixture&lt;PlusApp&gt;</c>. The clock
/// stands at <see cref="Now"/> until a test moves it.
/// </summary>
public sealed class PlusApp : IAsyncLifetime
{
    /// <summary>Password of every person made by <see cref="StaffAsync"/>.</summary>
    public const string Password = "kluss-vakars-pie-jūras-7";

    // As weak as it may be: hundreds of log-ins would otherwise spend most of their time on making guesses slow.
    private const int HashIterations = 1000;

    private static readonly string PasswordHash = new PasswordHasher<object>(
        Options.Create(new PasswordHasherOptions { IterationCount = HashIterations })
    ).HashPassword(new object(), Password);
    private readonly SettableTime _time = new(new DateTimeOffset(2026, 4, 15, 7, 0, 0, TimeSpan.Zero));
    private readonly Authenticator _authenticator = new();
    private readonly bool _listens;
    private readonly Action<WebApplicationBuilder>? _change;
    private WebApplication? _app;
    private int _number;

    public PlusApp()
        : this(listens: false) { }

    /// <param name="listens">Served by Kestrel on a free port, for real browsers, instead of in process.</param>
    /// <param name="change">Adds to the services.</param>
    internal PlusApp(bool listens, Action<WebApplicationBuilder>? change = null)
    {
        _listens = listens;
        _change = change;
    }

    /// <summary>Where the application listens; only when it does.</summary>
    public Uri Address => new(_app!.Urls.Single());

    /// <summary>Whether pages say that the people are invented.</summary>
    internal bool IsDemo { get; init; }

    /// <summary>Whether there is an archive beside the database.</summary>
    internal bool HasArchive { get; init; }

    /// <summary>How people log in.</summary>
    internal Plus.Shared.Access.SingleSignOn.LogInWays Ways { get; init; } =
        Plus.Shared.Access.SingleSignOn.LogInWays.LocalOnly;

    /// <summary>Passwords that became known.</summary>
    internal Plus.Shared.Access.Passwords.BreachedPasswords Breached { get; init; } =
        Plus.Shared.Access.Passwords.BreachedPasswords.None;

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>The archive; only where there is one.</summary>
    public TestDatabase? Archive { get; private set; }

    /// <summary>The present instant of the application; settable.</summary>
    public DateTimeOffset Now
    {
        get => _time.GetUtcNow();
        set => _time.Set(value);
    }

    /// <summary>Where the application keeps its files; gone at the end.</summary>
    internal string FileFolder { get; } = PostgresServer.NewFolder("files");

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Archive = HasArchive ? await TestDatabase.CreateArchiveAsync() : null;
        _app = PlusWebApp.Build(
            new ServeSettings(Database.AppConnectionString)
            {
                ArchiveConnectionString = Archive?.AppConnectionString,
                RunsJobs = false,
                IsDemo = IsDemo,
                Breached = Breached,
                Ways = Ways,
                Urls = _listens ? ["http://127.0.0.1:0"] : [],
            },
            builder =>
            {
                if (!_listens)
                {
                    builder.WebHost.UseTestServer();
                }

                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
                builder.Services.AddSingleton<TimeProvider>(_time);
                builder.Services.AddSingleton(FilePlaces.Of(FileFolder));
                _change?.Invoke(builder);
            }
        );
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await Database.DisposeAsync();
        if (Archive is not null)
        {
            await Archive.DisposeAsync();
        }

        if (Directory.Exists(FileFolder))
        {
            Directory.Delete(FileFolder, recursive: true);
        }
    }

    /// <summary>A browser with cookies of its own, not logged in.</summary>
    public PageBrowser Browser() =>
        _listens
            ? new(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
                },
                Address
            )
            : new(_app!.GetTestServer().CreateHandler());

    /// <summary>A browser logged in as a new person with this delivered role in this office (the first one by default).</summary>
    public async Task<PageBrowser> LoggedInAsAsync(string role, OfficeId? office = null)
    {
        var person = await StaffAsync(role, office);
        return await LoggedInAsAsync(person);
    }

    /// <summary>A browser logged in as this person.</summary>
    public async Task<PageBrowser> LoggedInAsAsync(Staff person)
    {
        var browser = Browser();
        var page = await browser.GetAsync("/login");
        var welcome = await page.SubmitAsync(new() { ["UserName"] = person.UserName, ["Password"] = Password });
        await _authenticator.PassAsync(person.Id, welcome, Now);
        browser.StaffId = person.Id;
        return browser;
    }

    /// <summary>A new person with a delivered role in an office (the first one by default).</summary>
    public Task<Staff> StaffAsync(string role, OfficeId? office = null) =>
        AddStaffAsync(Database.OwnerConnectionString, role, Interlocked.Increment(ref _number), office);

    /// <summary>The same in any migrated database.</summary>
    internal static async Task<Staff> AddStaffAsync(
        string ownerConnectionString,
        string role,
        int number,
        OfficeId? office = null
    )
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        if (office is null)
        {
            await using var first = source.CreateCommand(
                "SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1"
            );
            office = new OfficeId((Guid)(await first.ExecuteScalarAsync())!);
        }

        var since = new DateOnly(2020, 1, 1);
        var person = new Staff(StaffId.New(), $"{role}{number}", "Testa", $"Darbiniece{number}", since)
        {
            PasswordHash = PasswordHash,
        };
        await SaveAsync(ownerConnectionString, person, new StaffPost(person.Id, office.Value, role, since));
        return person;
    }

    /// <summary>Stores records as they are, as the owner; for arranging.</summary>
    public Task SaveAsync(params object[] records) => SaveAsync(Database.OwnerConnectionString, records);

    /// <summary>The same in any migrated database.</summary>
    internal static async Task SaveAsync(string ownerConnectionString, params object[] records)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var db = PlusDbFactory.Create(source);
        db.AddRange(records);
        await db.SaveUnauditedAsync();
    }

    /// <summary>A scope of the application, with the service itself acting unless a person is given.</summary>
    public AsyncServiceScope Scope(CurrentStaff? staff = null)
    {
        var scope = Services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        accessor.Current = staff ?? new CurrentStaff { Reach = Reach.System("test") };
        accessor.Source = "test";
        return scope;
    }

    /// <summary>Reads through a fresh context.</summary>
    public async Task<T> ReadAsync<T>(Func<PlusDb, Task<T>> read)
    {
        await using var source = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        await using var db = PlusDbFactory.Create(source);
        return await read(db);
    }

    /// <summary>One value by SQL, as the owner.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("No value: " + sql));
    }

    /// <summary>The first column of the rows of a query, as text, as the owner.</summary>
    public async Task<IReadOnlyList<string>> ReadListAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return values;
    }
}
