using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Obligations.Following;

/// <summary>
/// A decision of the Service as it was sent to the client: from which day it counts as served, by the rule of the channel it
/// went by. The time for contesting begins there.
/// </summary>
public sealed class SentDecision(PlusDb db)
{
    /// <returns>Null when no document of the decision's number was sent to the client, or it does not count as served.</returns>
    public async Task<(DateOnly On, string How)?> FindAsync(
        ClientId client,
        string? number,
        DateOnly decidedOn,
        CancellationToken ct
    )
    {
        if (number is null)
        {
            return null;
        }

        var sent = await (
            from r in db.Set<DocumentRecipient>()
            join d in db.Set<Document>() on r.DocumentId equals d.Id
            where
                r.ClientId == client
                && r.Kind == "person"
                && r.ServedOn != null
                && d.Number == number
                && d.RegisteredOn >= decidedOn
            orderby d.RegisteredOn, r.ServedOn
            select new { r.ServedOn, r.Channel }
        ).FirstOrDefaultAsync(ct);
        return sent?.ServedOn is { } on
            ? (
                on,
                sent.Channel switch
                {
                    "handed" => "inPerson",
                    "eCase" => "eAddress",
                    _ => sent.Channel,
                }
            )
            : null;
    }
}
