using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
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
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Entering;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Binding;
using Plus.Web.Charts;
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
    WorkBeside beside,
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

    public IReadOnlyList<HoursAdjustment> Adjustments { get; private set; } = [];

    /// <summary>Changes of the amount with the rulings they stand on.</summary>
    public IReadOnlyList<AmountLine> Amounts { get; private set; } = [];

    /// <summary>The client's other open sections of work.</summary>
    public IReadOnlyList<OtherWork> Others { get; private set; } = [];

    /// <summary>When the execution is barred by time; null for measures without such a day.</summary>
    public BarredByTime? Barred { get; private set; }

    public IReadOnlyList<PlacementLine> Placements { get; private set; } = [];

    /// <summary>Days planned in the week shown, and the last day planned.</summary>
    public IReadOnlyDictionary<DateOnly, int> Planned { get; private set; } = new Dictionary<DateOnly, int>();

    public DateOnly? PlannedUntil { get; private set; }

    /// <summary>What is left week by week; null while there is nothing to see.</summary>
    public Chart? BurnDownChart { get; private set; }

    public string? FactsHref => _staff.Current.May(CasePermissions.Work) ? Door.FactsHref(Id) : null;

    public bool MaySeeHosts => _staff.Current.May(Partners.PartnersModule.View);

    public bool ConcernsAChild =>
        _staff.Current.May(WorkHoursModule.Enter)
        && _staff.Current.May(Access.SpecialCategories.Minors)
        && Children.ChildReader.Concerns(View, More.Offences, Today);

    /// <summary>The court that imposed the work is told how it goes.</summary>
    public bool IsReported =>
        View.Section.Measure == Plus.Law.Sections.MeasureCode.EducationalCommunityWork
        && _staff.Current.May(WorkHoursModule.Enter)
        && _staff.Current.May(Access.SpecialCategories.Minors);

    public bool MayClaimTransport => _staff.Current.May("transportCosts.claim");

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
        await LoadPlacesAsync();
        Facts = await Door.ReadFactsAsync(_db, Id, Ct);
        Adjustments = await _db.Set<HoursAdjustment>()
            .AsNoTracking()
            .Where(a => a.SectionId == Id)
            .OrderBy(a => a.Id)
            .ToListAsync(Ct);
        var adjusted = Adjustments.Sum(a => a.Minutes);
        var facts = HoursJudge.FactsOf(View.Section, Measure, More.Suspensions, Days, adjusted, View.Client.BirthDate);
        Balance = HoursBalance.Of(Measure.ImposedMinutes, facts.Entries, adjusted);
        BurnDownChart = BurnDown.Draw(T, facts, _ahead, Today);
        Amounts = await beside.AmountsAsync(Id, Ct);
        Others = await beside.OthersAsync(View.Section, Today, Ct);
        Barred = beside.Barred(View.Section, View.Basis, More.Suspensions, (await rules.ReadAsync(Ct)).Parameters);
        if (View.Section.RegisteredOn is not null && !Measure.RegularWorkNotAvailable)
        {
            Check = WorkWeek.Check(Monday, facts, (await rules.ReadAsync(Ct)).Parameters);
        }

        return true;
    }

    private List<(DateOnly Day, int Minutes)> _ahead = [];

    private async Task LoadPlacesAsync()
    {
        Placements = await (
            from p in _db.Set<Placement>().AsNoTracking()
            join h in _db.Set<HostEmployer>() on p.HostEmployerId equals h.Id
            where p.SectionId == Id
            orderby p.From descending
            select new PlacementLine(
                p,
                h.Name,
                _db.Set<HostSite>().Where(s => s.Id == p.SiteId).Select(s => s.Name).FirstOrDefault()
            )
        ).ToListAsync(Ct);
        var planned = await _db.Set<PlannedDay>()
            .AsNoTracking()
            .Where(d => d.SectionId == Id && (d.Day >= Monday || d.Day >= Today))
            .Select(d => new { d.Day, d.Minutes })
            .ToListAsync(Ct);
        _ahead = [.. planned.Where(d => d.Day > Today).Select(d => (d.Day, d.Minutes))];
        Planned = planned
            .Where(d => d.Day >= Monday && d.Day < Monday.AddDays(7))
            .ToDictionary(d => d.Day, d => d.Minutes);
        PlannedUntil = planned.Count == 0 ? null : planned.Max(d => d.Day);
    }
}

/// <summary>A placement as the section shows it.</summary>
internal sealed record PlacementLine(Placement Placement, string Host, string? Site);
