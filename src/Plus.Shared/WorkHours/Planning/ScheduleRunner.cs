using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using Plus.Shared.WorkHours.Scheduling;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Planning;

/// <summary>
/// Makes the schedules of a run, one section after the other. A section is a transaction of its own and making it again
/// gives the same days, so a stop anywhere goes on where it was.
/// </summary>
public sealed class ScheduleRunner(
    IServiceScopeFactory scopes,
    PlusClock clock,
    TextCatalog words,
    ILogger<ScheduleRunner> log
)
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <param name="most">Stops after so many sections; null goes on to the end.</param>
    /// <returns>How many sections were gone through.</returns>
    public async Task<int> LookAsync(int? most, CancellationToken ct)
    {
        var gone = 0;
        while (gone < (most ?? int.MaxValue) && await TakeAsync(ct) is { } line)
        {
            await StepAsync(line, ct);
            gone++;
        }

        return gone;
    }

    private async Task<Guid?> TakeAsync(CancellationToken ct)
    {
        await using var scope = Begin(null);
        var db = scope.ServiceProvider.GetRequiredService<PlusDb>();
        var (now, until) = (clock.Now, clock.Now + Hold);
        var taken = await db
            .Database.SqlQuery<Guid>(
                $"""
                UPDATE work_hours.schedule_run_line SET held_until = {until}
                WHERE id = (SELECT id FROM work_hours.schedule_run_line
                            WHERE state = 'waits' AND (held_until IS NULL OR held_until < {now})
                            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id AS "Value"
                """
            )
            .ToListAsync(ct);
        return taken.Count == 0 ? null : taken[0];
    }

    private async Task StepAsync(Guid id, CancellationToken ct)
    {
        await using var look = Begin(null);
        var db = look.ServiceProvider.GetRequiredService<PlusDb>();
        var line = await db.Set<ScheduleRunLine>().SingleAsync(l => l.Id == id, ct);
        var run = await db.Set<ScheduleRun>().AsNoTracking().SingleAsync(r => r.Id == line.RunId, ct);
        try
        {
            await MakeAsync(run, line, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The schedule of line {Line} could not be made", id);
            line.Refuse(words.In(PageLanguage.Latvian)["workHours.planning.failed"]);
        }

        await look.ServiceProvider.GetRequiredService<Processes>().SaveBookkeepingAsync(ct);
    }

    private async Task MakeAsync(ScheduleRun run, ScheduleRunLine line, CancellationToken ct)
    {
        await using var scope = Begin(run.StartedBy);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PlusDb>();
        var function = await db.Set<Section>()
            .Where(s => s.Id == line.SectionId)
            .Select(s => s.Function)
            .SingleAsync(ct);
        var texts = words.In(PageLanguage.Latvian);
        if (services.GetRequiredService<FunctionDoors>().OfCode(function) is not WorkDoor door)
        {
            line.Refuse(texts["workHours.planning.failed"]);
            return;
        }

        // The first day of a run that was stopped for long may have passed.
        var from = run.From < clock.Today ? clock.Today : run.From;
        var made = await services
            .GetRequiredService<ScheduleHandler>()
            .MakeAsync(door, line.SectionId, from, run.WeeklyMinutes, ct);
        if (!made.Done)
        {
            line.Refuse(LawWords.Of(texts, made.Refusal));
            return;
        }

        var schedule = made.Value;
        line.Make(
            schedule.Days.Count,
            schedule.UnplannedMinutes,
            schedule.EndsOn,
            schedule.ShortWeeks.Count(w => w.ForWantOfPlaces)
        );
    }

    // The service works for who started it: what they may reach was looked at when they did.
    private AsyncServiceScope Begin(StaffId? person)
    {
        var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        staff.Source = "schedules";
        staff.Current = new CurrentStaff
        {
            Id = person,
            Permissions = new Dictionary<string, AccessScope>(StringComparer.Ordinal)
            {
                [WorkHoursModule.Enter] = AccessScope.Service,
            },
            Reach = Reach.System("schedules"),
        };
        return scope;
    }
}
