using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Plus.Bench.Measuring;
using Plus.Host.Database;

namespace Plus.Bench.Operations;

/// <summary>
/// Import of messages against a bare COPY of the rows it wrote, into tables of the same shape with the same indexes.
/// Counted a message, not a request.
/// </summary>
internal static class ImportOperation
{
    private const int Messages = 2000;

    private static readonly string[] Tables =
    [
        "clients.client",
        "clients.client_identifier",
        "clients.client_name",
        "clients.client_address",
        "clients.client_reach",
        "cases.client_case",
        "cases.basis",
        "cases.basis_offence",
        "cases.section",
        "cases.assignment",
        "exchange.intake_message",
        "tasks.due_task",
        "audit.process",
    ];

    public static async Task<IReadOnlyList<OperationResult>> RunAsync(DatabaseAccess database, string host, string data, int postmaster)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        var file = Path.Combine(Path.GetTempPath(), $"plus-bench-{Environment.ProcessId}.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Messages).Select(Line));
        try
        {
            var before = await CountsAsync(owner);
            var clock = Stopwatch.StartNew();
            var (server, rows) = await ImportAsync(host, file, data, postmaster);
            var seconds = clock.Elapsed.TotalSeconds;
            var after = await CountsAsync(owner);
            var twin = await CopyAsync(owner, Tables.Select((t, i) => (t, after[i] - before[i])), postmaster);
            return
            [
                new(
                    "importRows",
                    (server + rows) / twin.Cpu,
                    server * 1000 / Messages,
                    rows * 1000 / Messages,
                    twin.Cpu * 1000 / Messages,
                    Messages / seconds,
                    Messages / twin.Seconds,
                    seconds * 1000,
                    seconds * 1000,
                    0
                ),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(double Server, double Database)> ImportAsync(string host, string file, string data, int postmaster)
    {
        var meter = new CpuMeter(-1, postmaster);
        var before = meter.Read();
        using var import =
            Process.Start(
                new ProcessStartInfo("dotnet", [host, "import", file, "--data", data]) { UseShellExecute = false, RedirectStandardOutput = true }
            ) ?? throw new InvalidOperationException("dotnet does not start.");
        var output = import.StandardOutput.ReadToEndAsync();
        var cpu = TimeSpan.Zero;
        while (!import.WaitForExit(100))
        {
            cpu = import.TotalProcessorTime;
        }

        await output;
        return import.ExitCode == 0
            ? (cpu.TotalSeconds, (meter.Read() - before).Database)
            : throw new InvalidOperationException("The import failed.");
    }

    private static async Task<(double Cpu, double Seconds)> CopyAsync(
        NpgsqlDataSource owner,
        IEnumerable<(string Table, long Rows)> tables,
        int postmaster
    )
    {
        var meter = new CpuMeter(Environment.ProcessId, postmaster);
        double cpu = 0;
        double seconds = 0;
        await using var connection = await owner.OpenConnectionAsync();
        await DoAsync(connection, "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench");
        foreach (var (table, rows) in tables.Where(t => t.Rows > 0))
        {
            var copy = "bench." + table.Replace('.', '_');
            await DoAsync(connection, $"CREATE TABLE {copy} (LIKE {table} INCLUDING ALL)");
            using var held = new MemoryStream();
            await using (
                var reading = await connection.BeginRawBinaryCopyAsync(
                    string.Create(CultureInfo.InvariantCulture, $"COPY (SELECT * FROM {table} ORDER BY id DESC LIMIT {rows}) TO STDOUT (FORMAT binary)")
                )
            )
            {
                await reading.CopyToAsync(held);
            }

            var bytes = held.ToArray();
            var before = meter.Read();
            var clock = Stopwatch.StartNew();
            await using (var writing = await connection.BeginRawBinaryCopyAsync($"COPY {copy} FROM STDIN (FORMAT binary)"))
            {
                await writing.WriteAsync(bytes);
            }

            seconds += clock.Elapsed.TotalSeconds;
            cpu += (meter.Read() - before).Total;
        }

        await DoAsync(connection, "DROP SCHEMA bench CASCADE");
        return (Math.Max(cpu, 0.01), seconds);
    }

    private static async Task<long[]> CountsAsync(NpgsqlDataSource owner)
    {
        var counts = new long[Tables.Length];
        for (var i = 0; i < Tables.Length; i++)
        {
            await using var command = owner.CreateCommand("SELECT count(*) FROM " + Tables[i]);
            counts[i] = (long)(await command.ExecuteScalarAsync())!;
        }

        return counts;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A message about a person of its own: no two runs or lines meet.</summary>
    private static string Line(int number)
    {
        var person = Guid.NewGuid().ToString("N");
        var digits = string.Concat(person.Where(char.IsAsciiDigit)).PadRight(9, '7')[..9];
        return JsonSerializer.Serialize(
            new
            {
                messageId = Guid.NewGuid(),
                kind = "courtRuling",
                sentAt = "2026-10-29T14:51:00Z",
                number = $"B-{number}",
                issuedOn = "2026-10-19",
                inForceOn = "2026-10-29",
                criminalProceedingNo = "11568956231",
                sender = new { kind = "court", name = "Rīgas pilsētas tiesa" },
                person = new
                {
                    givenName = "Mērs" + Letters(person),
                    surname = "Mērītājs" + Letters(person),
                    personalCode = "3" + (2 + (number % 8)) + digits,
                    birthDate = "1977-05-11",
                    sex = "M",
                    citizenship = "LVA",
                    declaredAddress = new { atvk = "0004000", text = "Brīvības iela 55-78" },
                    phone = "+371 27773294",
                    email = (string?)null,
                },
                offences = new[] { new { article = "170", sup = (int?)null, part = 1, point = (string?)null, committedOn = "2025-08-15" } },
                measures = new[] { new { kind = "communityWork", role = "main", hours = 100 } },
                attachments = Array.Empty<object>(),
            }
        );
    }

    private static string Letters(string hex) => string.Concat(hex.Take(8).Select(c => (char)('a' + Convert.ToInt32(c.ToString(), 16))));
}
