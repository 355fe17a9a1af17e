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
    public const string Name = "importRows";

    private const int Turns = 3;

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
        "community_work.sentence",
        "exchange.intake_message",
        "tasks.due_task",
        "audit.process",
    ];

    public static async Task<OperationResult> RunAsync(
        NpgsqlDataSource owner,
        string host,
        string data,
        int postmaster,
        double seconds
    )
    {
        // About half a millisecond a message is hoped for; a short run takes few.
        var messages = (int)Math.Clamp(seconds * 400, 50, 20_000);
        var file = Path.Combine(Path.GetTempPath(), $"plus-bench-{Environment.ProcessId}.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, messages).Select(Line));
        try
        {
            var before = await CountsAsync(owner);
            var clock = Stopwatch.StartNew();
            var (server, database) = await ImportAsync(host, file, data, postmaster);
            var took = clock.Elapsed.TotalSeconds;
            var after = await CountsAsync(owner);
            var written = Tables.Select((t, i) => (t, after[i] - before[i])).Where(t => t.Item2 > 0).ToList();
            var (cpu, twinTook, copied) = await CopyAsync(owner, written, postmaster);
            if (copied != written.Sum(t => t.Item2))
            {
                throw new BenchException($"{Name}: the sides wrote {written.Sum(t => t.Item2)} and {copied} rows.");
            }

            return new OperationResult(Name)
            {
                CpuRatio = (server + database) / cpu,
                ServerMs = server * 1000 / messages,
                DatabaseMs = database * 1000 / messages,
                TwinMs = cpu * 1000 / messages,
                PerSecond = messages / took,
                TwinPerSecond = messages / twinTook,
                P50Ms = took * 1000,
                P99Ms = took * 1000,
                TwinP99Ms = twinTook * 1000,
                Bytes = (int)new FileInfo(file).Length,
                TwinBytes = (int)new FileInfo(file).Length,
            };
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(double Server, double Database)> ImportAsync(
        string host,
        string file,
        string data,
        int postmaster
    )
    {
        var meter = new CpuMeter(-1, postmaster);
        var before = meter.Read();
        var ended = CpuMeter.EndedChildren();
        using var import =
            Process.Start(
                new ProcessStartInfo("dotnet", [host, "import", file, "--data", data])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardInput = true,
                }
            ) ?? throw new BenchException("dotnet does not start.");
        var output = import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        await output;
        return import.ExitCode == 0
            ? (CpuMeter.EndedChildren() - ended, (meter.Read() - before).Database)
            : throw new BenchException("The import failed.");
    }

    private static async Task<(double Cpu, double Seconds, long Rows)> CopyAsync(
        NpgsqlDataSource owner,
        IReadOnlyList<(string Table, long Rows)> tables,
        int postmaster
    )
    {
        var meter = new CpuMeter(Environment.ProcessId, postmaster);
        await using var connection = await owner.OpenConnectionAsync();
        await DoAsync(connection, "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench");
        var copies = new List<(string Table, byte[] Rows)>();
        foreach (var (table, rows) in tables)
        {
            copies.Add((await TableLikeAsync(connection, table), await NewestAsync(connection, table, rows)));
        }

        double cpu = 0;
        double seconds = 0;
        long written = 0;
        for (var turn = 0; turn < Turns; turn++)
        {
            var before = meter.Read();
            var clock = Stopwatch.StartNew();
            foreach (var (table, rows) in copies)
            {
                await using var writing = await connection.BeginRawBinaryCopyAsync(
                    $"COPY {table} FROM STDIN (FORMAT binary)"
                );
                await writing.WriteAsync(rows);
            }

            seconds += clock.Elapsed.TotalSeconds;
            cpu += (meter.Read() - before).Total;
            written = await RowsAsync(connection, copies.Select(c => c.Table));
            await DoAsync(connection, "TRUNCATE " + string.Join(", ", copies.Select(c => c.Table)));
        }

        await DoAsync(connection, "DROP SCHEMA bench CASCADE");
        return (Math.Max(cpu, 0.01) / Turns, seconds / Turns, written);
    }

    private static async Task<string> TableLikeAsync(NpgsqlConnection connection, string table)
    {
        var copy = "bench." + table.Replace('.', '_');
        await DoAsync(connection, $"CREATE TABLE {copy} (LIKE {table} INCLUDING ALL)");
        return copy;
    }

    /// <summary>The rows that were written last: ids rise.</summary>
    private static async Task<byte[]> NewestAsync(NpgsqlConnection connection, string table, long rows)
    {
        using var held = new MemoryStream();
        await using var reading = await connection.BeginRawBinaryCopyAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"COPY (SELECT * FROM {table} ORDER BY 1 DESC LIMIT {rows}) TO STDOUT (FORMAT binary)"
            )
        );
        await reading.CopyToAsync(held);
        return held.ToArray();
    }

    private static async Task<long> RowsAsync(NpgsqlConnection connection, IEnumerable<string> tables)
    {
        await using var command = new NpgsqlCommand(
            "SELECT " + string.Join(" + ", tables.Select(t => $"(SELECT count(*) FROM {t})")),
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
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
                    birthDate = new DateOnly(1960, 1, 1).AddDays(number * 7 % 14_000),
                    sex = "M",
                    citizenship = "LVA",
                    declaredAddress = new { atvk = "0004000", text = "Brīvības iela 55-78" },
                    phone = "+371 27773294",
                    email = (string?)null,
                },
                offences = new[]
                {
                    new
                    {
                        article = "170",
                        sup = (int?)null,
                        part = 1,
                        point = (string?)null,
                        committedOn = "2025-08-15",
                    },
                },
                measures = new[]
                {
                    new
                    {
                        kind = "communityWork",
                        role = "main",
                        hours = 100,
                    },
                },
                attachments = Array.Empty<object>(),
            }
        );
    }

    private static string Letters(string hex) =>
        string.Concat(hex.Take(8).Select(c => (char)('a' + Convert.ToInt32(c.ToString(), 16))));
}
