using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;

namespace Plus.Shared.Exchange.Erasing;

/// <summary>Messages that nobody was matched to: they name no client, but their text may carry a client's code.</summary>
internal static class UnmatchedMessages
{
    /// <summary>Takes the text of those that carry one of the clients' identifiers, with or without its hyphen.</summary>
    public static Task EraseAsync(PlusDb db, IReadOnlyList<Guid> clients, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE exchange.intake_message m SET raw = '', raw_bytes = NULL, reason_values = NULL
            WHERE m.client_id IS NULL AND m.raw <> '' AND EXISTS (
                SELECT FROM clients.client_identifier i
                WHERE i.client_id = ANY ({clients.ToArray()}) AND i.value <> ''
                  AND strpos(replace(m.raw, '-', ''), replace(i.value, '-', '')) > 0)
            """,
            ct
        );
}
