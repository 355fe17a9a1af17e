using Npgsql;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Exchange.Running;

/// <summary>
/// Gives a message that is about an earlier one the keys of that one's person, so that it shares no batch with anything
/// else about that person. Looks into the chunks just read as well, which may not be written yet.
/// </summary>
internal sealed class OriginalKeys(NpgsqlDataSource source)
{
    // One chunk is being written, one waits, one is being read.
    private const int ChunksInWork = 3;

    private readonly Queue<Dictionary<Guid, IReadOnlyList<string>>> _recent = new();

    public async Task<List<PreparedLine>> AddAsync(List<PreparedLine> chunk, CancellationToken ct)
    {
        var keys = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var line in chunk)
        {
            if (line.Read?.Content is { RefersTo: null } content)
            {
                keys.TryAdd(content.MessageId, line.Keys);
            }
        }

        _recent.Enqueue(keys);
        if (_recent.Count > ChunksInWork)
        {
            _recent.Dequeue();
        }

        var referring = chunk.Select(l => l.Read?.Content?.RefersTo).OfType<Guid>().ToHashSet();
        if (referring.Count == 0)
        {
            return chunk;
        }

        var stored = await StoredAsync(referring, ct);
        return chunk.ConvertAll(line =>
            line.Read?.Content?.RefersTo is { } original
                ? line with
                {
                    Keys = [.. line.Keys, .. stored[original], .. Recent(original)],
                }
                : line
        );
    }

    private IEnumerable<string> Recent(Guid message) =>
        _recent.SelectMany(chunk => chunk.GetValueOrDefault(message, [])).Distinct(StringComparer.Ordinal);

    private async Task<ILookup<Guid, string>> StoredAsync(HashSet<Guid> messages, CancellationToken ct)
    {
        await using var reached = await ReachedConnection.OpenAsync(source, IntakeRunner.Reach, ct);
        await using var command = new NpgsqlCommand(
            """
            SELECT b.message_id, i.value, NULL::date, NULL::text
            FROM cases.basis b
            JOIN clients.client_identifier i ON i.client_id = b.client_id AND i.kind = 'personalCode'
            WHERE b.message_id = ANY($1)
            UNION
            SELECT b.message_id, NULL, c.birth_date, n.surname
            FROM cases.basis b
            JOIN clients.client c ON c.id = b.client_id
            JOIN clients.client_name n ON n.client_id = b.client_id
            WHERE b.message_id = ANY($1)
            """,
            reached.Connection
        );
        command.Parameters.AddWithValue(messages.ToArray());
        var keys = new List<(Guid Message, string Key)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var key = reader.IsDBNull(1)
                ? PreparedLine.KeyOf(reader.GetFieldValue<DateOnly>(2), NameFolding.Fold(reader.GetString(3)))
                : PreparedLine.KeyOfCode(reader.GetString(1));
            keys.Add((reader.GetGuid(0), key));
        }

        return keys.ToLookup(k => k.Message, k => k.Key);
    }
}
