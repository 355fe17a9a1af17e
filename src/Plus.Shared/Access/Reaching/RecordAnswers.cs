using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Access.Reaching;

/// <summary>The one place that answers <see cref="RecordAnswer"/>. A limited answer is logged like any other.</summary>
public sealed class RecordAnswers(PlusDb db, StaffAccessor staff, ViewLog views)
{
    /// <summary>What the person is told of a client.</summary>
    public async Task<RecordAnswer> OfAsync(ClientId client, CancellationToken ct)
    {
        if (staff.Current.Reach.Forbidden.Contains(client))
        {
            var closed = await ClosedAsync(ct);
            return closed.FirstOrDefault(c => c.Client == client) is { } found
                ? new RecordAnswer.Limited(found.Number)
                : new RecordAnswer.NotFound();
        }

        return await db.Set<Client>().AnyAsync(c => c.Id == client && c.MergedInto == null, ct)
            ? new RecordAnswer.Full()
            : new RecordAnswer.NotFound();
    }

    /// <summary>The limited answer for exactly this number of a case, or not found. Full ones are for search to find.</summary>
    public async Task<RecordAnswer> OfNumberAsync(string number, string part, CancellationToken ct)
    {
        var found = (await ClosedAsync(ct)).Where(c => c.Number == number).ToList();
        await views.SearchAsync(part, found.Select(f => f.Client), ct);
        return found is [var one] ? new RecordAnswer.Limited(one.Number) : new RecordAnswer.NotFound();
    }

    /// <summary>Numbers of the cases in the person's scope that are closed to them, for the foot of a list.</summary>
    public async Task<IReadOnlyList<string>> LimitedAsync(string part, CancellationToken ct)
    {
        var found = await ClosedAsync(ct);
        await views.ListAsync(part, found.Select(f => f.Client), ct);
        return [.. found.Select(f => f.Number).Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<ClosedCase>> ClosedAsync(CancellationToken ct)
    {
        if (staff.Current.Reach.Forbidden.Count == 0)
        {
            return [];
        }

        var found = await db
            .Database.SqlQuery<ClosedRow>(
                $"SELECT l.client_id AS \"Client\", l.number AS \"Number\" FROM access.limited() l"
            )
            .ToListAsync(ct);
        return [.. found.Select(f => new ClosedCase(new ClientId(f.Client), f.Number))];
    }

    private sealed record ClosedRow(Guid Client, string Number);

    private sealed record ClosedCase(ClientId Client, string Number);
}
