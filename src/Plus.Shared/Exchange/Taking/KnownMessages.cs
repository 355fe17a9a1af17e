using Npgsql;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Running;

namespace Plus.Shared.Exchange.Taking;

/// <summary>The messages received before that the lines of a batch may repeat or contradict.</summary>
internal sealed class KnownMessages
{
    private readonly Dictionary<string, Known> _byRaw = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Known> _live = [];
    private readonly Dictionary<(Guid?, string), Known> _quarantined = [];

    private sealed record Known(Guid? MessageId, string ContentHash, string RawHash, string State, string? Reasons)
    {
        public bool Quarantined => State is "rejected" or "mended";
    }

    /// <summary>What the line is, when it says nothing new; else null, with the reason when it is a conflict.</summary>
    public LineOutcome? Answer(PreparedLine line, out IntakeReason? conflict)
    {
        conflict = null;
        var number = line.Source.Number;
        if (line.Source.IsBlank)
        {
            return new LineOutcome(number, null, LineOutcome.Ignored, []);
        }

        if (_byRaw.TryGetValue(Convert.ToHexStringLower(line.Source.Hash), out var raw))
        {
            return Again(raw, number);
        }

        if (line.Read is not { } read)
        {
            return null;
        }

        if (_quarantined.TryGetValue((read.MessageId, read.ContentHash), out var quarantined))
        {
            return Again(quarantined, number);
        }

        if (read.Content is null || !_live.TryGetValue(read.Content.MessageId, out var live))
        {
            return null;
        }

        if (live.ContentHash == read.ContentHash)
        {
            return Again(live, number);
        }

        conflict = IntakeReason.Of(IntakeReasons.ConflictingContent, "messageId", ("value", read.Content.MessageId));
        return null;
    }

    /// <summary>Which of the lines were taken in before, byte by byte.</summary>
    public static async Task<HashSet<string>> RawKnownAsync(
        NpgsqlDataSource source,
        IEnumerable<SourceLine> lines,
        CancellationToken ct
    )
    {
        await using var reached = await ReachedConnection.OpenAsync(source, IntakeRunner.Reach, ct);
        await using var command = new NpgsqlCommand(
            "SELECT encode(raw_hash, 'hex') FROM exchange.intake_message WHERE raw_hash = ANY($1)",
            reached.Connection
        );
        command.Parameters.AddWithValue(lines.Where(l => !l.IsBlank).Select(l => l.Hash).ToArray());
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            known.Add(reader.GetString(0));
        }

        return known;
    }

    public static async Task<KnownMessages> LoadAsync(
        NpgsqlConnection connection,
        IReadOnlyList<PreparedLine> lines,
        CancellationToken ct
    )
    {
        var read = lines.Select(l => l.Read).OfType<ReadLine>().ToList();
        await using var command = new NpgsqlCommand(
            """
            SELECT message_id, content_hash, encode(raw_hash, 'hex'), state, reason_values
            FROM exchange.intake_message
            WHERE raw_hash = ANY($1)
            UNION
            SELECT message_id, content_hash, encode(raw_hash, 'hex'), state, reason_values
            FROM exchange.intake_message
            WHERE message_id = ANY($2) AND message_id IS NOT NULL AND state NOT IN ('rejected', 'mended')
            UNION
            SELECT message_id, content_hash, encode(raw_hash, 'hex'), state, reason_values
            FROM exchange.intake_message
            WHERE content_hash = ANY($3) AND state IN ('rejected', 'mended')
            """,
            connection
        );
        command.Parameters.AddWithValue(lines.Where(l => !l.Source.IsBlank).Select(l => l.Source.Hash).ToArray());
        command.Parameters.AddWithValue(read.Select(r => r.MessageId).OfType<Guid>().ToArray());
        command.Parameters.AddWithValue(read.ConvertAll(r => r.ContentHash).ToArray());
        var known = new KnownMessages();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            known.Add(
                new Known(
                    reader.IsDBNull(0) ? null : reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetString(4)
                )
            );
        }

        return known;
    }

    private void Add(Known known)
    {
        // What took effect outweighs what was rejected.
        if (!known.Quarantined || !_byRaw.ContainsKey(known.RawHash))
        {
            _byRaw[known.RawHash] = known;
        }

        if (known.Quarantined)
        {
            _quarantined.TryAdd((known.MessageId, known.ContentHash), known);
        }
        else if (known.MessageId is { } id)
        {
            _live[id] = known;
        }
    }

    private static LineOutcome Again(Known known, int line) =>
        known.Quarantined
            ? new LineOutcome(line, known.MessageId, LineOutcome.Rejected, IntakeReason.Read(known.Reasons))
            : new LineOutcome(line, known.MessageId, LineOutcome.Repeat, []);
}
