using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Binding;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Overview;

/// <summary>
/// The section of a client who works hours: balance, the week to fill in, host employer, entries. Hours are typed on
/// this page, Monday to Sunday; sending is <c>workHours.enter</c>'s.
/// </summary>
[RequiresPermission(CasePermissions.View)]
[KeepsDraft("workHours.week", Subject = "section")]
internal sealed class WorkSectionPage(
    PlusDb db,
    SectionReader reader,
    SectionDetails details,
    EnterHoursHandler handler,
    CurrentRules rules,
    FunctionDoors doors,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private readonly PlusDb _db = db;
    private readonly StaffAccessor _staff = staff;

    /// <summary>Any day of the week shown.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Week { get; set; }

    public DateOnly Monday => WorkWeek.MondayOf(Week ?? Today);

    public SectionMore More { get; private set; } = null!;

    public HoursBalance Balance { get; private set; } = null!;

    /// <summary>The shown week against the weekly minimum; null before registration.</summary>
    public WeekCheck? Check { get; private set; }

    /// <summary>The law lets a part of a refused day be credited: the person may choose to record it so.</summary>
    public bool CanSplit { get; private set; }

    public IReadOnlyList<SectionFact> Facts { get; private set; } = [];

    public string? FactsHref => _staff.Current.May(CasePermissions.Work) ? Door.FactsHref(Id) : null;

    public bool MayEnter =>
        _staff.Current.May(WorkHoursModule.Enter) && View.Section.IsOpen && View.Section.RegisteredOn is not null;

    protected override string Part => CasePermissions.View;

    public static string FieldOf(DateOnly day) => "Worked-" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public WorkedDay? EntryOf(DateOnly day) => Days.FirstOrDefault(d => d.WorkedOn == day && d.WithdrawnAt is null);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(bool split)
    {
        if (!_staff.Current.May(WorkHoursModule.Enter))
        {
            return Forbid();
        }

        var lines = Typed();
        if (ModelState.ErrorCount > 0)
        {
            return await ShowAsync();
        }

        if (lines.Count == 0)
        {
            ModelState.AddModelError(FieldOf(Monday), "workHours.week.nothingTyped");
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(Door, Id, lines, split, Ct);
        if (done.Refusal is SomeDaysAreRefused some)
        {
            foreach (var day in some.Days)
            {
                ModelState.AddModelError(FieldOf(day.Worked.Day), LawWords.Of(T, day.Refusal!));
            }

            CanSplit = some.Days.Any(d => d.Splittable > 0);
            return await ShowAsync();
        }

        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Say(done.Value);
        return LocalRedirect($"{Href}?week={Monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }

    private void Say(EnteredHours entered)
    {
        var key =
            entered.RemainingMinutes == 0 ? "workHours.week.allServed"
            : entered.RefusedMinutes > 0 ? "workHours.week.doneInPart"
            : "workHours.week.done";
        Flash.Success(
            key,
            ("credited", T.Hours(entered.CreditedMinutes)),
            ("refused", T.Hours(entered.RefusedMinutes)),
            ("remaining", T.Hours(entered.RemainingMinutes))
        );
    }

    private List<DayWorked> Typed()
    {
        var lines = new List<DayWorked>();
        for (var i = 0; i < 7; i++)
        {
            var day = Monday.AddDays(i);
            var name = FieldOf(day);
            var typed = Request.Form[name].ToString().Trim();
            if (typed.Length == 0)
            {
                continue;
            }

            ModelState.SetModelValue(name, typed, typed);
            if (ForgivingHours.TryRead(typed, out var minutes))
            {
                lines.Add(new DayWorked(day, minutes));
            }
            else
            {
                ModelState.AddModelError(name, "web.error.hours");
            }
        }

        return lines;
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        More = await details.ReadAsync(Id, Ct);
        Facts = await Door.ReadFactsAsync(_db, Id, Ct);
        var facts = HoursJudge.FactsOf(View.Section, Measure, More.Suspensions, Days, View.Client.BirthDate);
        Balance = HoursBalance.Of(Measure.ImposedMinutes, facts.Entries);
        if (View.Section.RegisteredOn is not null && !Measure.RegularWorkNotAvailable)
        {
            Check = WorkWeek.Check(Monday, facts, (await rules.ReadAsync(Ct)).Parameters);
        }

        return true;
    }
}
