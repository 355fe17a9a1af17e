using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Plus.Shared.Exchange.Running;

/// <summary>What became of every line of a run, written out as one JSON array, with constant memory.</summary>
public static class IntakeReport
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(NpgsqlDataSource source, Guid run, Stream to, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT outcomes FROM exchange.intake_run_part WHERE run_id = $1 ORDER BY first_line"
        );
        command.Parameters.AddWithValue(run);
        await using var writer = new StreamWriter(to, leaveOpen: true);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await writer.WriteAsync("[");
        var first = true;
        while (await reader.ReadAsync(ct))
        {
            var part = reader.GetString(0);
            foreach (var outcome in JsonSerializer.Deserialize<JsonElement>(part).EnumerateArray())
            {
                await writer.WriteAsync(first ? "\n " : ",\n ");
                await writer.WriteAsync(outcome.GetRawText());
                first = false;
            }
        }

        await writer.WriteAsync("\n]\n");
    }
}
