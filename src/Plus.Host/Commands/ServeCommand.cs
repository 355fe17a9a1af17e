using System.Globalization;
using Npgsql;
using Plus.Host.Database;
using Plus.Host.Demo;
using Plus.Host.Demo.Bans;
using Plus.Host.Demo.Documents;
using Plus.Host.Demo.Work;
using Plus.Host.Serving;
using Plus.Kernel.Time;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.SingleSignOn;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Keys.Ring;

namespace Plus.Host.Commands;

/// <summary><c>plus run [--data DIR] [--port N]</c>: serves PLUS until it is stopped.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;

    public static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var port = TakePort(ref args);
        if (args.Length > 0)
        {
            throw new CommandException($"run knows no '{args[0]}'. Usage: plus run [--data DIR] [--port N]", 2);
        }

        var place = DatabaseSettings.FromEnvironment(data);
        await using var database = await DatabaseAccess.ServeAsync(place, Console.Error.WriteLine, default);
        var keys = await KeyRingStart.OpenAsync(
            KeyPlaces.FromEnvironment(place.DataFolder),
            database.AppConnectionString,
            new PlusClock(TimeProvider.System).Now,
            default
        );
        var mark = await DemoAsync(database) ?? await MarkAsync(database);
        var settings = new ServeSettings(database.AppConnectionString)
        {
            ArchiveConnectionString = database.ArchiveConnectionString,
            Urls = Urls(port),
            DataFolder = Path.GetFullPath(place.DataFolder),
            Keys = keys,
            Ways = LogInWays.FromEnvironment(),
            Breached = BreachedPasswords.FromEnvironment(),
            Audit = AuditPlaces.FromEnvironment(place.DataFolder),
            IsDemo = mark == DatabaseMark.Demo,
            TrustedProxies = List("PLUS_TRUSTED_PROXIES"),
            CertificatePath = Text("PLUS_TLS_CERT"),
            CertificateKeyPath = Text("PLUS_TLS_KEY"),
        };
        await using var app = PlusWebApp.Build(settings);
        if (settings.IsDemo)
        {
            await DemoDocuments.MakeAsync(app.Services, default);
            await DemoTransport.MakeAsync(app.Services, default);
            await DemoBans.MakeAsync(app.Services, default);
        }

        await app.StartAsync();
        Console.Error.WriteLine($"PLUS serves {string.Join(", ", app.Urls)}. Ctrl+C stops it.");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>A folder of PLUS's own in which nothing stands yet gets the demo service.</summary>
    private static async Task<string?> DemoAsync(DatabaseAccess database)
    {
        if (database.Embedded is null || !await DemoBuilder.MayBuildAsync(database.OwnerConnectionString, default))
        {
            return null;
        }

        Console.Error.WriteLine("The data folder is empty: building the demo service (about a minute).");
        var today = new PlusClock(TimeProvider.System).Today;
        await DemoBuilder.BuildAsync(
            database.OwnerConnectionString,
            new DemoOptions(today),
            new ConsoleLines(),
            default
        );
        return DatabaseMark.Demo;
    }

    private static async Task<string?> MarkAsync(DatabaseAccess database)
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        return await DatabaseMark.ReadAsync(connection, default);
    }

    /// <summary>PLUS_URLS (semicolons between), else plain HTTP on loopback.</summary>
    private static string[] Urls(int port)
    {
        var given = Text("PLUS_URLS");
        return given is null
            ? [$"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}"]
            : given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static int TakePort(ref string[] args)
    {
        var at = Array.IndexOf(args, "--port");
        if (at < 0)
        {
            return DefaultPort;
        }

        if (
            at + 1 >= args.Length
            || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 65535
        )
        {
            throw new CommandException("--port needs a number from 1 to 65535.", 2);
        }

        args = [.. args[..at], .. args[(at + 2)..]];
        return port;
    }

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string[] List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
