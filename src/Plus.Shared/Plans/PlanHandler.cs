using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Plans.Reading;
using Plus.Shared.Plans.Records;

namespace Plus.Shared.Plans;

/// <summary>What the client and the officer agree on.</summary>
internal sealed record PlanAgreement(
    DateOnly AgreedOn,
    string Agreement,
    string? Remarks,
    string Strengths,
    DateOnly ReviewOn
);

/// <summary>Changes the plan of a section.</summary>
internal sealed class PlanHandler(
    PlusDb db,
    SectionEditing editing,
    PlanReader reader,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType NeedAdded = new("plans.needAdded", OnTimeline: true);
    public static readonly ProcessType StageSeen = new("plans.stageSeen", OnTimeline: true);
    public static readonly ProcessType NeedClosed = new("plans.needClosed", OnTimeline: true);
    public static readonly ProcessType GoalSet = new("plans.goalSet", OnTimeline: true);
    public static readonly ProcessType StepSet = new("plans.stepSet", OnTimeline: true);
    public static readonly ProcessType StepEnded = new("plans.stepEnded", OnTimeline: true);
    public static readonly ProcessType Agreed = new("plans.agreed", OnTimeline: true);

    public async Task<Outcome<Unit>> AddNeedAsync(
        SectionId id,
        string domain,
        string wording,
        string source,
        string stage,
        string note,
        CancellationToken ct
    )
    {
        if (await OpenAsync(id, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        var need = new PlanNeed(id, domain, wording, source, clock.Today);
        db.AddRange(need, new NeedStage(need.Id, id, stage, clock.Today, note));
        return await CommitAsync(section, NeedAdded, need.Id, ("domain", domain), ct);
    }

    public async Task<Outcome<Unit>> SeeStageAsync(
        SectionId id,
        Guid need,
        string stage,
        DateOnly onDay,
        string note,
        bool closes,
        CancellationToken ct
    )
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || await db.Set<PlanNeed>().SingleOrDefaultAsync(n => n.Id == need && n.SectionId == id, ct)
                is not { ClosedOn: null } found
        )
        {
            return new NoSuchRecord();
        }

        if (onDay > clock.Today)
        {
            return new DayIsInFuture("OnDay");
        }

        if (onDay < found.OpenedOn)
        {
            return new DayIsTooEarly("OnDay", found.OpenedOn);
        }

        db.Add(new NeedStage(need, id, stage, onDay, note));
        if (closes)
        {
            found.Close(onDay);
        }

        return await CommitAsync(section, closes ? NeedClosed : StageSeen, need, ("domain", found.Domain), ct);
    }

    /// <summary>A goal with its first step.</summary>
    public async Task<Outcome<Unit>> SetGoalAsync(
        SectionId id,
        Guid need,
        string wording,
        string step,
        string doer,
        DateOnly dueOn,
        CancellationToken ct
    )
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || !await db.Set<PlanNeed>().AnyAsync(n => n.Id == need && n.SectionId == id && n.ClosedOn == null, ct)
        )
        {
            return new NoSuchRecord();
        }

        if (dueOn < clock.Today)
        {
            return new DayIsTooEarly("DueOn", clock.Today);
        }

        var goal = new PlanGoal(need, id, wording, clock.Today);
        db.AddRange(goal, new PlanStep(goal.Id, id, step, doer, dueOn));
        return await CommitAsync(section, GoalSet, goal.Id, ("dueOn", dueOn), ct);
    }

    public async Task<Outcome<Unit>> SetStepAsync(
        SectionId id,
        Guid goal,
        string step,
        string doer,
        DateOnly dueOn,
        CancellationToken ct
    )
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || !await db.Set<PlanGoal>().AnyAsync(g => g.Id == goal && g.SectionId == id, ct)
        )
        {
            return new NoSuchRecord();
        }

        if (dueOn < clock.Today)
        {
            return new DayIsTooEarly("DueOn", clock.Today);
        }

        var row = new PlanStep(goal, id, step, doer, dueOn);
        db.Add(row);
        return await CommitAsync(section, StepSet, row.Id, ("dueOn", dueOn), ct);
    }

    public async Task<Outcome<Unit>> EndStepAsync(
        SectionId id,
        Guid step,
        string state,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || await db.Set<PlanStep>().SingleOrDefaultAsync(s => s.Id == step && s.SectionId == id, ct)
                is not { State: PlanStep.Open, IsReview: false } row
        )
        {
            return new NoSuchRecord();
        }

        db.Entry(row).Property(s => s.Version).OriginalValue = version;
        row.End(state, clock.Today);
        return await CommitAsync(section, StepEnded, step, ("state", state), ct);
    }

    /// <summary>Keeps the plan as it stands as a version; the review that was due is done with it, and the next one is set.</summary>
    public async Task<Outcome<Unit>> AgreeAsync(SectionId id, PlanAgreement agreement, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        if (agreement.AgreedOn > clock.Today)
        {
            return new DayIsInFuture("AgreedOn");
        }

        if (agreement.ReviewOn <= agreement.AgreedOn)
        {
            return new DayIsTooEarly("ReviewOn", agreement.AgreedOn.AddDays(1));
        }

        var plan = await reader.ReadAsync(id, ct);
        if (!plan.Needs.Any(n => n.Need.ClosedOn is null && n.Goals.Count > 0))
        {
            return new PlanHasNoGoals();
        }

        var number = (plan.Last?.Number ?? 0) + 1;
        db.Add(
            new PlanVersion(
                id,
                number,
                agreement.AgreedOn,
                agreement.Agreement,
                agreement.Remarks,
                agreement.Strengths,
                agreement.ReviewOn,
                JsonSerializer.Serialize(PlanCopy.Of(plan), PlanCopy.Options),
                staff.Current.Id!.Value
            )
        );
        foreach (
            var due in await db.Set<PlanStep>()
                .Where(s => s.SectionId == id && s.GoalId == null && s.State == PlanStep.Open)
                .ToListAsync(ct)
        )
        {
            due.End(PlanStep.Done, agreement.AgreedOn);
        }

        db.Add(new PlanStep(null, id, "", "staff", agreement.ReviewOn));
        return await CommitAsync(section, Agreed, null, ("number", number), ct);
    }

    private async Task<Section?> OpenAsync(SectionId id, CancellationToken ct) =>
        await editing.FindAsync(id, PlansModule.Work, null, ct) is { IsOpen: true } section ? section : null;

    private Task<Outcome<Unit>> CommitAsync(
        Section section,
        ProcessType type,
        Guid? subject,
        (string Name, object? Value) value,
        CancellationToken ct
    ) =>
        editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = subject,
                Values = new Dictionary<string, object?> { [value.Name] = value.Value },
            },
            ct
        );
}

/// <summary>A plan is agreed on when there is something to reach.</summary>
internal sealed record PlanHasNoGoals() : Refusal("plans.refusal.noGoals");
