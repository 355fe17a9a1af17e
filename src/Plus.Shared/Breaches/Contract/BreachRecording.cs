using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Deadlines;
using Plus.Law.Rules;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Breaches.Contract;

/// <summary>A violation to record.</summary>
/// <param name="Attended">False: did not come. True: came, did not comply. Null: not about coming.</param>
/// <param name="Subject">The contact or the planned day it comes from.</param>
public sealed record NewBreach(
    SectionId Section,
    string Kind,
    DateOnly OccurredOn,
    bool? Attended,
    string? Description = null,
    Guid? Subject = null
)
{
    /// <summary>The client is asked to explain; the day is counted by the Service's term.</summary>
    public bool AskExplanation { get; init; } = true;
}

/// <summary>Adds violations to what is being written; any room may, the caller commits its own process.</summary>
public sealed class BreachRecording(PlusDb db, CurrentRules rules, StaffAccessor staff, PlusClock clock)
{
    /// <returns>The violation added; null when one of the same subject stands already.</returns>
    public async Task<Breach?> AddAsync(NewBreach wanted, CancellationToken ct)
    {
        if (
            wanted.Subject is { } subject
            && await db.Set<Breach>().AnyAsync(b => b.SubjectId == subject && b.WithdrawnOn == null, ct)
        )
        {
            return null;
        }

        var breach = new Breach(
            wanted.Section,
            wanted.Kind,
            wanted.OccurredOn,
            wanted.Attended,
            clock.Today,
            staff.Current.Id
        );
        breach.Describe(wanted.Description, wanted.Subject);
        if (wanted.AskExplanation)
        {
            var set = await rules.ReadAsync(ct);
            var rule = DeadlineRule.From(set.Parameters, ParameterCodes.ExplanationDays, clock.Today);
            breach.Ask(DeadlineCalculator.Compute(rule, clock.Today, set.Calendar).DueOn);
        }

        db.Add(breach);
        return breach;
    }
}
