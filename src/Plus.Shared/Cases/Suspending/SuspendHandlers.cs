using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Law.Terms;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Terms;
using SuspensionRow = Plus.Shared.Cases.Records.Suspension;

namespace Plus.Shared.Cases.Suspending;

/// <summary>Interrupts the execution and takes it up again; the end of the term moves by the days between.</summary>
internal sealed class SuspendHandlers(
    PlusDb db,
    SectionEditing editing,
    TermExplaining terms,
    FunctionDoors doors,
    PlusClock clock
)
{
    public static IReadOnlyList<string> Reasons { get; } = ["illness", "arrest", "childbirth", "abroad", "other"];

    /// <param name="from">First day on which the measure is not executed.</param>
    public async Task<Outcome<Unit>> SuspendAsync(
        SectionId id,
        DateOnly from,
        string reason,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        var section = await editing.FindAsync(id, CasePermissions.Work, version, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (SectionLifeCycle.May(section.State, SectionState.Suspended) is Verdict.Refused refused)
        {
            return new LawRefuses(refused);
        }

        if (from > clock.Today)
        {
            return new DayIsInFuture("Day");
        }

        var last = await db.Set<SuspensionRow>().Where(s => s.SectionId == id).MaxAsync(s => s.To, ct);
        var earliest = last?.AddDays(1) ?? section.RegisteredOn ?? section.OpenedOn;
        if (from < earliest)
        {
            return new DayIsTooEarly("Day", earliest);
        }

        var door = doors.OfCode(section.Function);
        if (await door.AgainstSuspendingAsync(db, section, from, ct) is { } refusal)
        {
            return refusal;
        }

        await door.SuspendingAsync(db, section, from, ct);
        section.Enter(SectionState.Suspended);
        db.Add(new SuspensionRow(id, from, reason));
        return await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Suspended)
            {
                OnDay = from,
                Reason = note,
                Values = new Dictionary<string, object?>
                {
                    ["measure"] = section.Measure,
                    ["day"] = from,
                    ["reason"] = reason,
                },
            },
            ct
        );
    }

    /// <param name="day">First day on which the measure is executed again.</param>
    public async Task<Outcome<Unit>> ResumeAsync(SectionId id, DateOnly day, uint version, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, CasePermissions.Work, version, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (
            section.State != SectionState.Suspended
            && SectionLifeCycle.May(SectionState.Active, SectionState.Active) is Verdict.Refused already
        )
        {
            return new LawRefuses(already);
        }

        if (day > clock.Today)
        {
            return new DayIsInFuture("Day");
        }

        var running = await db.Set<SuspensionRow>().SingleAsync(s => s.SectionId == id && s.To == null, ct);
        if (day <= running.From)
        {
            return new DayIsTooEarly("Day", running.From.AddDays(1));
        }

        running.End(day.AddDays(-1));
        section.Enter(SectionState.Active);
        var changes = await terms.ChangesAsync(id, ct);
        if (changes.Count > 0)
        {
            await terms.RecountAsync(section, changes, ct);
        }
        else if (section.TermStartsOn is { } start && section.TermEndsOn is { } end)
        {
            // Earlier suspensions moved the end already; only this one is added to it.
            var moved = TermCalculator.Extend(start, end, [new Suspension(running.From, running.To)]);
            section.Term(start, moved.LastDay);
        }

        return await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Resumed)
            {
                OnDay = day,
                Values = new Dictionary<string, object?>
                {
                    ["measure"] = section.Measure,
                    ["day"] = day,
                    ["termEndsOn"] = section.TermEndsOn,
                },
            },
            ct
        );
    }
}
