using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Breaches;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Tasks.Sync;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Language;

namespace Plus.Shared.HostPages.Working;

/// <summary>
/// What a host confirms of the clients sent to it: hours, judged by the same law as any other entry, and absences, which
/// become violations with a task of the case manager at once.
/// </summary>
internal sealed class HostWorkHandler(
    PlusDb db,
    FunctionDoors doors,
    HoursJudge judge,
    BreachRecording breaches,
    TaskSync tasks,
    Processes processes,
    HostSession session,
    HostWorkReader reader,
    StaffAccessor staff,
    PlusClock clock
)
{
    /// <summary>How far back a host may still confirm; older days are the case manager's.</summary>
    public const int DaysBack = 7;

    public async Task<Outcome<Unit>> ConfirmAsync(SectionId id, DateOnly day, int minutes, CancellationToken ct)
    {
        if (Outside(day) is { } outside)
        {
            return outside;
        }

        using var itself = staff.AsSystem("host page");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await SentAsync(id, day, ct) is not { } section || doors.OfCode(section.Function) is not WorkDoor door)
        {
            return new NoSuchRecord();
        }

        await door.LockAsync(db, id, ct);
        if (await ReportedAbsentAsync(id, day, ct))
        {
            return new ReportedAbsent();
        }

        var measure = (await door.MeasureAsync(db, id, ct))!;
        var days = (await door.DaysAsync(db, id, tracked: false, ct)).Where(d => d.WithdrawnAt is null).ToList();
        var judged = (
            await judge.JudgeAsync(door, section, measure, days, [new DayWorked(day, minutes)], true, null, ct)
        ).Single();
        if (judged.Entry is not { } entry)
        {
            return judged.Refusal!;
        }

        db.Add(entry);
        return await CommitAsync(
            section,
            new ProcessStart(HostPagesModule.Confirmed)
            {
                OnDay = day,
                Values = new Dictionary<string, object?>
                {
                    ["day"] = day,
                    ["credited"] = TextValues.Hours(entry.CreditedMinutes),
                },
            },
            transaction,
            ct
        );
    }

    public async Task<Outcome<Unit>> AbsentAsync(SectionId id, DateOnly day, CancellationToken ct)
    {
        if (Outside(day) is { } outside)
        {
            return outside;
        }

        using var itself = staff.AsSystem("host page");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await SentAsync(id, day, ct) is not { } section || doors.OfCode(section.Function) is not WorkDoor door)
        {
            return new NoSuchRecord();
        }

        await door.LockAsync(db, id, ct);
        var planned = await db.Set<PlannedDay>()
            .AsNoTracking()
            .SingleOrDefaultAsync(d => d.SectionId == id && d.Day == day, ct);
        if (planned is null)
        {
            return new NothingPlanned(day);
        }

        if ((await door.DaysAsync(db, id, tracked: false, ct)).Any(d => d.WorkedOn == day && d.WithdrawnAt is null))
        {
            return new DayIsEntered();
        }

        var breach = await breaches.AddAsync(new NewBreach(id, BreachKinds.Work, day, false, null, planned.Id), ct);
        return breach is null
            ? new ReportedAbsent()
            : await CommitAsync(
                section,
                new ProcessStart(HostPagesModule.Absent)
                {
                    OnDay = day,
                    Values = new Dictionary<string, object?> { ["day"] = day },
                },
                transaction,
                ct
            );
    }

    /// <summary>Signs the month as it stands now.</summary>
    public async Task<Outcome<SignedMonth>> SignAsync(DateOnly month, CancellationToken ct)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        if (first > clock.Today)
        {
            return new MonthIsToCome();
        }

        var host = session.Visitor.Host;
        var clients = await reader.ReadAsync(host, first, first.AddMonths(1).AddDays(-1), ct);
        var worked = clients.Where(c => c.Worked.Count > 0).ToList();
        if (worked.Count == 0)
        {
            return new NothingToSign();
        }

        var signed = new SignedMonth(
            host,
            session.Visitor.Access,
            first,
            worked.Count,
            worked.Sum(c => c.Worked.Values.Sum(d => d.CreditedMinutes + d.RefusedMinutes)),
            HostWorkReader.HashOf(clients),
            clock.Now
        );
        db.Add(signed);
        var done = await processes.CommitAsync(
            new ProcessStart(HostPagesModule.Signed)
            {
                Subject = session.Visitor.Access,
                Values = new Dictionary<string, object?>
                {
                    ["month"] = first,
                    ["hours"] = TextValues.Hours(signed.Minutes),
                },
            },
            ct
        );
        return done.Done ? signed : done.Refusal;
    }

    private Refusal? Outside(DateOnly day) =>
        day > clock.Today ? new DayIsInFuture("Day")
        : day < clock.Today.AddDays(-DaysBack) ? new DayIsTooEarly("Day", clock.Today.AddDays(-DaysBack))
        : null;

    private Task<Section?> SentAsync(SectionId id, DateOnly day, CancellationToken ct)
    {
        var host = session.Visitor.Host;
        return db.Set<Section>()
            .SingleOrDefaultAsync(
                s =>
                    s.Id == id
                    && s.RegisteredOn != null
                    && s.ClosedOn == null
                    && s.AnnulledOn == null
                    && db.Set<Placement>()
                        .Any(p =>
                            p.SectionId == s.Id
                            && p.HostEmployerId == host
                            && p.From <= day
                            && (p.To == null || p.To >= day)
                        ),
                ct
            );
    }

    private Task<bool> ReportedAbsentAsync(SectionId id, DateOnly day, CancellationToken ct) =>
        db.Set<Breaches.Records.Breach>()
            .AnyAsync(
                b => b.SectionId == id && b.OccurredOn == day && b.SubjectId != null && b.WithdrawnOn == null,
                ct
            );

    private async Task<Outcome<Unit>> CommitAsync(
        Section section,
        ProcessStart start,
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        CancellationToken ct
    )
    {
        await tasks.AlignAsync([section.Id], ct);
        var done = await processes.CommitAsync(
            start with
            {
                Client = section.ClientId,
                Section = section.Id,
                Subject = session.Visitor.Access,
            },
            ct
        );
        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }
}

/// <summary>An absence is told of a day on which work was planned.</summary>
internal sealed record NothingPlanned(DateOnly Day) : Refusal("hostPages.refusal.nothingPlanned")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["day"] = Day };
}

/// <summary>The absence was told; the case manager mends it when it was a mistake.</summary>
internal sealed record ReportedAbsent() : Refusal("hostPages.refusal.reportedAbsent");

/// <summary>A month that has not begun.</summary>
internal sealed record MonthIsToCome() : Refusal("hostPages.refusal.monthToCome");

/// <summary>Nobody worked in the month.</summary>
internal sealed record NothingToSign() : Refusal("hostPages.refusal.nothingToSign");
