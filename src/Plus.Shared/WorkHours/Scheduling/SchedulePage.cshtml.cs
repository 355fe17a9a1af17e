using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.CommunityWork;
using Plus.Law.Rules;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Binding;
using Plus.Web.Charts;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>The schedule of a client's work: made for all that is left, seen as a calendar, changed by hand week by week.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.schedule", Subject = "section")]
internal sealed class SchedulePage(
    PlusDb db,
    SectionReader reader,
    ScheduleHandler handler,
    ScheduleFacts facts,
    CurrentRules rules,
    FunctionDoors doors,
    ShownSchedule shown,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private readonly PlusDb _db = db;

    [BindProperty]
    public ScheduleInput Input { get; set; } = new();

    /// <summary>Any day of the week that is changed by hand.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Week { get; set; }

    public PlannedSection Read { get; private set; } = null!;

    public string? HostName { get; private set; }

    public int Remainder { get; private set; }

    public int PlannedMinutes { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public IReadOnlyList<ShortWeek> ShortWeeks { get; private set; } = [];

    public CalendarChart? Calendar { get; private set; }

    public IReadOnlyList<WeekDay> WeekDays { get; private set; } = [];

    /// <summary>Proof of this view, for what the page asks while one types.</summary>
    public string Shown => shown.Seal(Id);

    public DateOnly Monday => WorkWeek.MondayOf(Week ?? Today);

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.schedule.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.From is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.From", "workHours.schedule.fromMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.MakeAsync(Door, Id, Input.From!.Value, Input.Weekly ?? 0, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        var made = done.Value;
        Flash.Success(
            made.UnplannedMinutes == 0 ? "workHours.schedule.made" : "workHours.schedule.madeInPart",
            ("days", made.Days.Count),
            ("ends", made.EndsOn),
            ("left", T.Hours(made.UnplannedMinutes))
        );
        return LocalRedirect(Href + "/schedule");
    }

    /// <summary>Keeps the week as it was typed.</summary>
    public async Task<IActionResult> OnPostWeekAsync()
    {
        var lines = Typed();
        if (ModelState.ErrorCount > 0)
        {
            return await ShowAsync();
        }

        var done = await handler.SetAsync(Door, Id, lines, Ct);
        if (done.Refusal is PlannedDaysAreRefused refused)
        {
            foreach (var (day, reason) in refused.Days)
            {
                ModelState.AddModelError(TypedWeek.HoursField(day), LawWords.Of(T, new LawRefuses(reason)));
            }

            return await ShowAsync();
        }

        if (!done.Done)
        {
            ModelState.AddModelError("", LawWords.Of(T, done.Refusal));
            return await ShowAsync();
        }

        Flash.Success("workHours.schedule.changed");
        return LocalRedirect($"{Href}/schedule?week={TypedWeek.Iso(Monday)}");
    }

    private List<PlannedWork> Typed()
    {
        var typed = TypedWeek.Read(Request.Form, Monday);
        foreach (var (field, value) in typed.Fields)
        {
            ModelState.SetModelValue(field, value, value);
        }

        foreach (var (field, key) in typed.Wrong)
        {
            ModelState.AddModelError(field, key);
        }

        return [.. typed.Days];
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Read = await facts.ReadAsync(Door, View.Section, Measure, Today, 0, Ct);
        if (Read.Placement is { } placement)
        {
            HostName = await _db.Set<HostEmployer>()
                .Where(h => h.Id == placement.HostEmployerId)
                .Select(h => h.Name)
                .SingleAsync(Ct);
        }

        var set = await rules.ReadAsync(Ct);
        Input.From ??= Later(Today.AddDays(1), Read.Request.From);
        Input.Weekly ??= set.Parameters.Get(ParameterCodes.WeeklyMinimumHours, Today).Minutes;
        Remainder = ScheduleGenerator.Remainder(Read.Request.Facts);
        PlannedMinutes = Read.Planned.Sum(d => d.Minutes);
        EndsOn = Read.Planned.Count > 0 && PlannedMinutes >= Remainder ? Read.Planned[^1].Day : null;
        ShortWeeks = Read.Placement is null || Read.Planned.Count == 0 ? [] : [.. Short(set.Parameters)];
        Calendar =
            Read.Planned.Count == 0
                ? null
                : new CalendarChart(
                    T["workHours.schedule.calendar"],
                    Read.Planned[0].Day,
                    Read.Planned[^1].Day,
                    [.. Read.Planned.Select(Drawn)]
                );
        WeekDays = [.. Enumerable.Range(0, 7).Select(i => OfWeek(Monday.AddDays(i), set))];
        return true;
    }

    private WeekDay OfWeek(DateOnly day, RuleSet set)
    {
        var planned = Read.Planned.FirstOrDefault(d => d.Day == day);
        var proposed = new ProposedHours(day, 1, Read.Request.StatusOn(day), Read.Request.ConsentToLongerDay);
        var limit = HoursRules.DailyLimit(proposed, set.Calendar, set.Parameters).Minutes;
        var free = Read.Request.Free.LongestOn(day);
        var most = Math.Min(limit, free?.Minutes ?? 0);
        return new WeekDay(day, planned, most, free, day >= Today && Read.Placement is not null);
    }

    private CalendarDay Drawn(PlannedDay day) =>
        new(
            day.Day,
            Math.Clamp((day.Minutes + 119) / 120, 1, 4),
            T["workHours.schedule.dayText", ("from", FreeHours.WriteTime(day.Start)), ("hours", T.Hours(day.Minutes))]
        );

    private IEnumerable<ShortWeek> Short(LegalParameters parameters)
    {
        List<PlannedWork> planned = [.. Read.Planned.Select(d => new PlannedWork(d.Day, d.Start, d.Minutes))];
        for (var monday = WorkWeek.MondayOf(Today); monday <= planned[^1].Day; monday = monday.AddDays(7))
        {
            if (WeekMinimum.Of(Read.Request, planned, monday, parameters) is { } missing)
            {
                yield return missing.Week;
            }
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>A day of the week changed by hand.</summary>
/// <param name="MostMinutes">What may be planned on it at most, by its limit and the client's free hours.</param>
internal sealed record WeekDay(DateOnly Day, PlannedDay? Planned, int MostMinutes, FreeSpan? Free, bool MayChange);

/// <summary>What the form asks.</summary>
internal sealed class ScheduleInput
{
    public DateOnly? From { get; set; }

    [Hours]
    public int? Weekly { get; set; }
}
