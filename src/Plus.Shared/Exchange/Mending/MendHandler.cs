using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Message;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Taking;

namespace Plus.Shared.Exchange.Mending;

/// <summary>Takes the mended text of a quarantined line in as a message; the line itself stays as it came.</summary>
internal sealed class MendHandler(
    PlusDb db,
    IntakeBatch batch,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <summary>The new message's row, or what is still wrong with the text.</summary>
    public async Task<(Guid? Taken, IReadOnlyList<IntakeReason> Wrong, Refusal? Refusal)> HandleAsync(
        Guid id,
        string text,
        uint version,
        CancellationToken ct
    )
    {
        var bytes = Encoding.UTF8.GetBytes(OneLine(text));
        var source = new SourceLine(
            1,
            bytes,
            bytes.Length,
            SHA256.HashData(bytes),
            bytes.Length > LineSource.LongestLine
        );
        var line = PreparedLine.Of(source, known: false);
        if (line.Read?.Content is null)
        {
            return (null, line.Read?.Reasons ?? [IntakeReason.Of(IntakeReasons.NotAnObject)], null);
        }

        using var system = staff.AsSystem("intake");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var quarantined = await db.Set<IntakeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
        if (quarantined is null)
        {
            return (null, [], new NoSuchRecord());
        }

        if (quarantined.State != IntakeState.Rejected)
        {
            return (null, [], new MessageIsSettledAlready());
        }

        var outcome = (await batch.TakeAsync([line], null, ct, mendedFrom: id))[0];
        if (outcome.Outcome is LineOutcome.Rejected or LineOutcome.Repeat or LineOutcome.Ignored)
        {
            var why = outcome.Reasons.Count > 0 ? outcome.Reasons : [IntakeReason.Of(IntakeReasons.ReceivedAlready)];
            return (null, why, null);
        }

        db.ChangeTracker.Clear();
        var row = await db.Set<IntakeMessage>().SingleAsync(m => m.Id == id, ct);
        db.Entry(row).Property(m => m.Version).OriginalValue = version;
        row.Settle(IntakeState.Mended, staff.Current.Id, clock.Now);
        var done = await processes.CommitAsync(new ProcessStart(IntakeProcesses.Mended) { Subject = id }, ct);
        if (!done.Done)
        {
            return (null, [], done.Refusal);
        }

        var taken = await db.Set<IntakeMessage>().Where(m => m.MendedFrom == id).Select(m => m.Id).SingleAsync(ct);
        await transaction.CommitAsync(ct);
        return (taken, [], null);
    }

    // A message is one line; what was spread for reading is put together again.
    private static string OneLine(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using (
                var writer = new Utf8JsonWriter(
                    buffer,
                    new JsonWriterOptions
                    {
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }
                )
            )
            {
                document.RootElement.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return text;
        }
    }
}
