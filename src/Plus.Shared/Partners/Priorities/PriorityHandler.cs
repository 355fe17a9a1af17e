using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Priorities;

/// <summary>No municipality of this code.</summary>
public sealed record MunicipalityUnknown() : Refusal("partners.refusal.municipality")
{
    public override string? Field => "Territory";
}

/// <summary>The last day lies before the first.</summary>
public sealed record PriorityEndsBeforeItBegins() : Refusal("partners.refusal.priorityDays")
{
    public override string? Field => "To";
}

/// <summary>Keeps the municipalities' lists of work to be done first.</summary>
internal sealed class PriorityHandler(PlusDb db, Processes processes, PlusClock clock)
{
    public async Task<Outcome<Unit>> AddAsync(
        string territory,
        string work,
        string title,
        DateOnly from,
        DateOnly? to,
        CancellationToken ct
    )
    {
        if (!await db.Set<Territory>().AnyAsync(t => t.Code == territory, ct))
        {
            return new MunicipalityUnknown();
        }

        if (to < from)
        {
            return new PriorityEndsBeforeItBegins();
        }

        var priority = new PriorityWork(territory, work, title.Trim(), from, to);
        db.Add(priority);
        return await processes.CommitAsync(
            new ProcessStart(PartnersModule.PriorityAdded)
            {
                Subject = priority.Id,
                Values = new Dictionary<string, object?> { ["work"] = work, ["from"] = from },
            },
            ct
        );
    }

    /// <summary>The municipality does not ask for it any more; yesterday was the last day, or the first was.</summary>
    public async Task<Outcome<Unit>> EndAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<PriorityWork>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } priority)
        {
            return new NoSuchRecord();
        }

        var yesterday = clock.Today.AddDays(-1);
        priority.End(yesterday < priority.From ? priority.From : yesterday);
        return await processes.CommitAsync(
            new ProcessStart(PartnersModule.PriorityEnded)
            {
                Subject = id,
                Values = new Dictionary<string, object?> { ["work"] = priority.Work },
            },
            ct
        );
    }
}
