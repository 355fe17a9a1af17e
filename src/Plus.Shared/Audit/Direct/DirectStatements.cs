using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Plus.Shared.Audit.Direct;

/// <summary>
/// Brings what pgAudit wrote into the server's log beside the audit: readings and commands that did not come through PLUS.
/// Where pgAudit is not switched on there is nothing to bring.
/// </summary>
public sealed class DirectStatements(NpgsqlDataSource source, StatementLogFolder folder)
{
    private const int Batch = 500;
    private const int LongestRead = 16 * 1024 * 1024;

    // How far each file was read. After a restart files are read again: the same lines are the same rows.
    private readonly ConcurrentDictionary<string, long> read = new(StringComparer.Ordinal);

    /// <returns>How many statements were new.</returns>
    public async Task<int> TakeAsync(CancellationToken ct)
    {
        if (folder.Path is not { } path || !Directory.Exists(path))
        {
            return 0;
        }

        var taken = 0;
        foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
        {
            taken += await TakeAsync(file, ct);
        }

        return taken;
    }

    private async Task<int> TakeAsync(string file, CancellationToken ct)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var from = read.GetValueOrDefault(file);
        // A file that is shorter than before has been begun anew.
        stream.Position = from <= stream.Length ? from : 0;
        var begin = stream.Position;
        var bytes = new byte[Math.Min(LongestRead, stream.Length - begin)];
        await stream.ReadExactlyAsync(bytes, ct);
        // A line that is not whole yet is read next time.
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var taken = 0;
        foreach (var lines in Lines(bytes.AsMemory(0, whole)).Chunk(Batch))
        {
            taken += await TakeAsync(lines, ct);
        }

        read[file] = begin + (whole == 0 && bytes.Length == LongestRead ? bytes.Length : whole);
        return taken;
    }

    private static IEnumerable<AuditLogLine> Lines(ReadOnlyMemory<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.Span).Split('\n').Select(AuditLogLine.Read).OfType<AuditLogLine>();

    private async Task<int> TakeAsync(AuditLogLine[] lines, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT audit.take_statements($1)");
        command.Parameters.AddWithValue(NpgsqlDbType.Jsonb, JsonSerializer.Serialize(lines));
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
