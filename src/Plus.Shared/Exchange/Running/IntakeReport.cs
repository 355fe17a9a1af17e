using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Taking;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Running;

/// <summary>
/// What became of every line of a run, written out as one JSON array of {line, messageId, outcome, why}, with constant
/// memory. The why is the reason's code and its text.
/// </summary>
public static class IntakeReport
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(NpgsqlDataSource source, Guid run, Stream to, Texts texts, CancellationToken ct)
    {
        await using var reached = await ReachedConnection.OpenAsync(source, IntakeRunner.Reach, ct);
        await using var command = new NpgsqlCommand(
            "SELECT outcomes FROM exchange.intake_run_part WHERE run_id = $1 ORDER BY first_line",
            reached.Connection
        );
        command.Parameters.AddWithValue(run);
        await using var writer = new StreamWriter(to, leaveOpen: true);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await writer.WriteAsync("[");
        var first = true;
        while (await reader.ReadAsync(ct))
        {
            var part = reader.GetString(0);
            foreach (var outcome in JsonSerializer.Deserialize<IReadOnlyList<LineOutcome>>(part, Options)!)
            {
                await writer.WriteAsync(first ? "\n " : ",\n ");
                await writer.WriteAsync(JsonSerializer.Serialize(LineOf(outcome, texts), Options));
                first = false;
            }
        }

        await writer.WriteAsync("\n]\n");
    }

    private static ReportLine LineOf(LineOutcome outcome, Texts texts) =>
        new(
            outcome.Line,
            outcome.MessageId,
            outcome.Outcome,
            outcome.Reasons.Count == 0
                ? null
                : string.Join(" ", outcome.Reasons.Select(r => r.Code + ": " + ReasonText.Of(r, texts)))
        );

    private sealed record ReportLine(int Line, Guid? MessageId, string Outcome, string? Why);
}
