using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Calendar;
using Plus.Shared.Applications;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Contacts;
using Plus.Shared.Contacts.Calendar;
using Plus.Shared.Opportunities;
using Plus.Shared.Opportunities.Showing;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks;
using Plus.Shared.Tasks.Lists;

namespace Plus.Shared.Home.Week;

/// <summary>A day of the week: whom to meet and what falls due.</summary>
internal sealed record WeekDay(
    DateOnly Day,
    bool DayOff,
    IReadOnlyList<CalendarEntry> Contacts,
    IReadOnlyList<TaskRow> Tasks
);

/// <summary>A person's own week at a glance: appointments and due tasks day by day, what is late, and who is away.</summary>
[RequiresPermission(TasksModule.View)]
internal sealed class WeekPage(
    CalendarReader calendar,
    TaskList tasks,
    RequestReader requests,
    OpportunityList opportunities,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    StaffAccessor staff
) : PageModel
{
    private const int Most = 200;

    /// <summary>Opportunities named; the others are behind the link.</summary>
    public const int Shown = 5;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public DateOnly Monday { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsThisWeek => Monday <= Today && Today < Monday.AddDays(7);

    public IReadOnlyList<WeekDay> Days { get; private set; } = [];

    public int Overdue { get; private set; }

    public IReadOnlyList<AwayLine> Away { get; private set; } = [];

    /// <summary>What can be proposed for own clients now.</summary>
    public IReadOnlyList<OpportunityRow> Opportunities { get; private set; } = [];

    public bool SeesContacts => staff.Current.May(ContactsModule.View);

    public string HrefOf(TaskRow row) => TaskLinks.HrefOf(row, doors, staff.Current);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var shown = Day is { } day && WorkingCalendar.Holds(day) ? day : Today;
        Monday = shown.AddDays(-(((int)shown.DayOfWeek + 6) % 7));
        var sunday = Monday.AddDays(6);
        var contacts = SeesContacts ? await calendar.ReadAsync(Monday, sunday, own: true, ContactsModule.View, ct) : [];
        var due = await tasks.BetweenAsync(Monday, sunday, TasksModule.View, Most, ct);
        Overdue = await tasks.CountAsync(new TaskFilter(true, State: "overdue"), Today, TasksModule.View, ct);
        Away = staff.Current.May(ApplicationsModule.View)
            ? await requests.AwayAsync(Monday, sunday, ApplicationsModule.View, ct)
            : [];
        Opportunities =
            IsThisWeek && staff.Current.May(OpportunitiesModule.View)
                ? await opportunities.ReadAsync(own: true, metOnly: true, OpportunitiesModule.View, ct)
                : [];
        var working = (await rules.ReadAsync(ct)).Calendar;
        Days =
        [
            .. Enumerable
                .Range(0, 7)
                .Select(Monday.AddDays)
                .Select(d => new WeekDay(
                    d,
                    !working.IsWorkingDay(d),
                    [.. contacts.Where(c => PlusClock.DayOf(c.At) == d)],
                    [.. due.Where(t => t.Task.DueOn == d)]
                ))
                .Where(d => !d.DayOff || d.Contacts.Count + d.Tasks.Count > 0),
        ];
        await views.ListAsync(
            "home.week",
            contacts
                .Select(c => c.Client)
                .Concat(due.Select(t => t.Task.ClientId))
                .Concat(Away.Select(a => a.Client))
                .Concat(Opportunities.Take(Shown).Select(o => o.Client)),
            ct
        );
    }
}
