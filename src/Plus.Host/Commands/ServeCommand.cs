using System.Globalization;
using Npgsql;
using Plus.Host.Database;
using Plus.Host.Serving;

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

        await using var database = await DatabaseAccess.ServeAsync(
            DatabaseSettings.FromEnvironment(data),
            Console.Error.WriteLine,
            default
        );
        var mark = await MarkAsync(database);
        var settings = new ServeSettings(database.AppConnectionString)
        {
            Urls = Urls(port),
            IsDemo = mark == DatabaseMark.Demo,
            TrustedProxies = List("PLUS_TRUSTED_PROXIES"),
            CertificatePath = Text("PLUS_TLS_CERT"),
            CertificateKeyPath = Text("PLUS_TLS_KEY"),
        };
        await using var app = PlusWebApp.Build(settings);
        await app.StartAsync();
        Console.Error.WriteLine($"PLUS serves {string.Join(", ", app.Urls)}. Ctrl+C stops it.");
        await app.WaitForShutdownAsync();
        return 0;
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
