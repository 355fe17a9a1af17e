using Microsoft.EntityFrameworkCore;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Documents.Records;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>The last day of a period lies before its first, or after the day on which the report was sent.</summary>
internal sealed record PeriodIsImpossible() : Refusal("probationObservation.report.periodImpossible")
{
    public override string Field => "To";
}

/// <summary>A due day before the duty was set.</summary>
internal sealed record DutyIsDueInThePast() : Refusal("probationObservation.duty.dueInPast")
{
    public override string Field => "DueOn";
}

/// <summary>Records what concerns a child under observation: the representative's duties, school, reports to the court.</summary>
internal sealed class ChildHandler(PlusDb db, SectionEditing editing, PlusClock clock)
{
    public static readonly ProcessType DutySet = new("probationObservation.dutySet", OnTimeline: true);
    public static readonly ProcessType DutyEnded = new("probationObservation.dutyEnded", OnTimeline: true);
    public static readonly ProcessType SchoolTold = new("probationObservation.schoolTold", OnTimeline: true);
    public static readonly ProcessType ReportExpected = new("probationObservation.reportExpected", OnTimeline: true);
    public static readonly ProcessType Reported = new("probationObservation.reported", OnTimeline: true);

    public async Task<Outcome<Unit>> SetDutyAsync(
        SectionId id,
        Guid representative,
        string kind,
        string wording,
        DateOnly? dueOn,
        CancellationToken ct
    )
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || !await db.Set<RelatedPerson>()
                .AnyAsync(p => p.Id == representative && p.ClientId == section.ClientId && p.IsLegalRepresentative, ct)
        )
        {
            return new NoSuchRecord();
        }

        if (dueOn < clock.Today)
        {
            return new DutyIsDueInThePast();
        }

        var duty = new RepresentativeDuty(id, representative, kind, wording, clock.Today, dueOn);
        db.Add(duty);
        return await CommitAsync(section, DutySet, duty.Id, ("kind", kind), ct);
    }

    public async Task<Outcome<Unit>> EndDutyAsync(
        SectionId id,
        Guid duty,
        string state,
        DateOnly on,
        string note,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || await db.Set<RepresentativeDuty>().SingleOrDefaultAsync(d => d.Id == duty && d.SectionId == id, ct)
                is not { State: RepresentativeDuty.Open } found
        )
        {
            return new NoSuchRecord();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("On");
        }

        if (on < found.SetOn)
        {
            return new DayIsTooEarly("On", found.SetOn);
        }

        db.Entry(found).Property(d => d.Version).OriginalValue = version;
        found.End(state, on, note);
        return await CommitAsync(section, DutyEnded, duty, ("state", state), ct);
    }

    public async Task<Outcome<Unit>> TellSchoolAsync(SectionId id, ChildSchool school, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        if (school.AsOf > clock.Today)
        {
            return new DayIsInFuture("AsOf");
        }

        db.Add(school);
        return await CommitAsync(section, SchoolTold, school.Id, ("attendance", school.Attendance), ct);
    }

    /// <summary>The court waits for the next report by a day.</summary>
    public async Task<Outcome<Unit>> ExpectAsync(SectionId id, DateOnly by, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        if (by < clock.Today)
        {
            return new DayIsTooEarly("By", clock.Today);
        }

        (await db.Set<ObservationMeasure>().SingleAsync(m => m.SectionId == id, ct)).Report(by);
        return await CommitAsync(section, ReportExpected, id.Value, ("by", by), ct);
    }

    /// <param name="next">Day by which the court waits for the next one, where it said so.</param>
    public async Task<Outcome<Unit>> ReportAsync(SectionId id, CourtReport report, DateOnly? next, CancellationToken ct)
    {
        if (
            await OpenAsync(id, ct) is not { } section
            || (
                report.DocumentId is { } document
                && !await db.Set<Document>().AnyAsync(d => d.Id == document && d.SectionId == id, ct)
            )
        )
        {
            return new NoSuchRecord();
        }

        if (report.SentOn > clock.Today)
        {
            return new DayIsInFuture("SentOn");
        }

        if (report.From < section.OpenedOn)
        {
            return new DayIsTooEarly("From", section.OpenedOn);
        }

        if (report.To < report.From || report.To > report.SentOn)
        {
            return new PeriodIsImpossible();
        }

        if (next <= report.SentOn)
        {
            return new DayIsTooEarly("Next", report.SentOn.AddDays(1));
        }

        db.Add(report);
        (await db.Set<ObservationMeasure>().SingleAsync(m => m.SectionId == id, ct)).Report(next);
        return await CommitAsync(section, Reported, report.Id, ("kind", report.Kind), ct);
    }

    private async Task<Section?> OpenAsync(SectionId id, CancellationToken ct) =>
        await editing.FindAsync(id, CasePermissions.Work, null, ct)
            is { IsOpen: true, Measure: MeasureCode.ProbationObservation } section
            ? section
            : null;

    private Task<Outcome<Unit>> CommitAsync(
        Section section,
        ProcessType type,
        Guid subject,
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
