using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Retention.Records;

namespace Plus.Shared.Retention.Holds;

/// <summary>A legal hold in a list; the number is missing where the reader may not see it.</summary>
internal sealed record HoldLine(
    Guid Id,
    string? Number,
    string Reason,
    DateOnly Until,
    DateTimeOffset SetAt,
    uint Version
);

/// <summary>Lays a legal hold on a person's records and ends it early.</summary>
internal sealed class HoldHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Laid = new("retention.holdLaid");

    public static readonly ProcessType Ended = new("retention.holdEnded");

    public async Task<IReadOnlyList<HoldLine>> StandingAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return await (
            from hold in db.Set<LegalHold>().AsNoTracking()
            where hold.EndedAt == null && hold.Until >= today
            orderby hold.Until
            select new HoldLine(
                hold.Id,
                db.Set<Case>().Where(c => c.ClientId == hold.ClientId).Select(c => c.Number).FirstOrDefault(),
                hold.Reason,
                hold.Until,
                hold.SetAt,
                hold.Version
            )
        )
            .Take(500)
            .ToListAsync(ct);
    }

    /// <param name="until">The last day of the hold.</param>
    public async Task<Outcome<Unit>> LayAsync(string number, string reason, DateOnly until, CancellationToken ct)
    {
        var client = await db.Set<Case>()
            .Where(c => c.Number == number)
            .Select(c => (ClientId?)c.ClientId)
            .SingleOrDefaultAsync(ct);
        if (client is null)
        {
            return new CaseOfHoldUnknown();
        }

        if (until < clock.Today)
        {
            return new HoldEndsInThePast();
        }

        var hold = new LegalHold(client.Value, reason, until, staff.Current.Id!.Value, clock.Now);
        db.Add(hold);
        return await processes.CommitAsync(
            new ProcessStart(Laid)
            {
                Client = client,
                Subject = hold.Id,
                Reason = reason,
                Values = new Dictionary<string, object?> { ["until"] = until },
            },
            ct
        );
    }

    public async Task<Outcome<Unit>> EndAsync(Guid id, uint version, CancellationToken ct)
    {
        var hold = await db.Set<LegalHold>().SingleOrDefaultAsync(h => h.Id == id && h.EndedAt == null, ct);
        if (hold is null)
        {
            return new NoSuchRecord();
        }

        db.Entry(hold).Property(h => h.Version).OriginalValue = version;
        hold.End(clock.Now);
        return await processes.CommitAsync(new ProcessStart(Ended) { Client = hold.ClientId, Subject = id }, ct);
    }
}

internal sealed record CaseOfHoldUnknown() : Refusal("retention.hold.caseUnknown")
{
    public override string Field => "Number";
}

internal sealed record HoldEndsInThePast() : Refusal("retention.hold.past")
{
    public override string Field => "Until";
}
