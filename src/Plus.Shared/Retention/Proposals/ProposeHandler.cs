using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Retention.Due;
using Plus.Shared.Retention.Records;

namespace Plus.Shared.Retention.Proposals;

/// <summary>The first of two people: proposes to erase what is due and held by nothing.</summary>
internal sealed class ProposeHandler(
    PlusDb db,
    Processes processes,
    DueRecords due,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <summary>As many as one proposal holds; the rest waits for the next.</summary>
    public const int Most = 5000;

    public static readonly ProcessType Proposed = new("retention.erasureProposed");

    public async Task<Outcome<Guid>> ProposeAsync(RetentionClass kept, string reason, CancellationToken ct)
    {
        var records = (await due.ReadAsync(kept, Most, ct)).Where(r => !r.Held).ToList();
        if (records.Count == 0)
        {
            return new NothingIsDue();
        }

        var (years, _) = await due.YearsAsync(kept.Code, ct);
        var erasure = new Erasure(kept.Code, years, clock.Today, reason, staff.Current.Id!.Value, clock.Now);
        db.Add(erasure);
        db.AddRange(records.Select(r => new ErasureItem(erasure.Id, r.Record, r.Client, r.Label, r.Since)));
        var done = await processes.CommitAsync(
            new ProcessStart(Proposed)
            {
                Subject = erasure.Id,
                Reason = reason,
                LegalBasis = DueRecords.ParameterOf(kept.Code),
                Values = new Dictionary<string, object?> { ["class"] = kept.Code, ["count"] = records.Count },
            },
            ct
        );
        return done.Done ? erasure.Id : done.Refusal;
    }
}

internal sealed record NothingIsDue() : Refusal("retention.nothingDue");
