using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Plus.Host.Database;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.HardFailures;

/// <summary>
/// A data folder as an installation has it and the real program serving it in a process of its own, which can be killed
/// and started again.
/// </summary>
public sealed class ServedFolder : IAsyncLifetime
{
    private readonly Authenticator _authenticator = new();
    private readonly string _folder = PostgresServer.NewFolder("serve");
    private readonly int _port = FreePort();
    private HostProcess? _program;
    private string _owner = "";
    private int _people;

    public Uri Address => new($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The process of PostgreSQL itself; 0 while there is none.</summary>
    public int DatabaseProcess
    {
        get
        {
            try
            {
                var file = Directory
                    .EnumerateFiles(_folder, "postmaster.pid", SearchOption.AllDirectories)
                    .SingleOrDefault();
                var first = file is null ? null : File.ReadLines(file).FirstOrDefault();
                return int.TryParse(first, CultureInfo.InvariantCulture, out var process) ? process : 0;
            }
            catch (IOException)
            {
                // A server that starts replaces its files between the look and the reading.
                return 0;
            }
        }
    }

    public async ValueTask InitializeAsync()
    {
        var settings = new DatabaseSettings(_folder, null, null);
        await using (var made = await DatabaseAccess.UseAsync(settings, _ => { }, default))
        {
            await DatabaseMark.SetAsync(made.OwnerConnectionString, DatabaseMark.Real, default);
            // Connections kept from before a kill would be broken ones.
            _owner = made.OwnerConnectionString + ";Pooling=false";
        }

        await StartAsync();
    }

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        _program = HostProcess.Start([
            "serve",
            "--data",
            _folder,
            "--port",
            _port.ToString(CultureInfo.InvariantCulture),
        ]);
        using var client = new HttpClient { BaseAddress = Address };
        await Eventually.HoldsAsync(
            async () =>
            {
                Assert.False(_program.HasExited, "The program has ended by itself.");
                return await IsReadyAsync(client);
            },
            "the program is ready",
            seconds: 60
        );
    }

    /// <summary>kill -9</summary>
    public Task KillAsync() => _program!.KillAsync();

    public async Task<Staff> StaffAsync(string role) =>
        await PlusApp.AddStaffAsync(_owner, role, Interlocked.Increment(ref _people));

    /// <summary>A client in the office of <see cref="StaffAsync"/>.</summary>
    internal async Task<People.Person> PersonAsync(string givenName, string surname)
    {
        var office = await ScalarAsync<Guid>(
            "SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1"
        );
        var (person, records) = People.Make(DateTimeOffset.UtcNow, new OfficeId(office), givenName, surname);
        await PlusApp.SaveAsync(_owner, records);
        return person;
    }

    internal Task SaveAsync(params object[] records) => PlusApp.SaveAsync(_owner, records);

    public PageBrowser Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, Address);

    public async Task<PageBrowser> LoggedInAsync(Staff person)
    {
        var browser = Browser();
        var welcome = await (await browser.GetAsync("/login")).SubmitAsync(
            new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password }
        );
        await _authenticator.PassAsync(person.Id, welcome, DateTimeOffset.UtcNow);
        return browser;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.KillAsync();
            _program.Dispose();
        }

        // The server of a killed program ends a moment later.
        await Eventually.HoldsAsync(() => !AnythingRuns(), "everything of the folder has ended");
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private bool AnythingRuns() =>
        Directory.EnumerateDirectories("/proc").Any(process => CommandLineOf(process).Contains(_folder));

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
