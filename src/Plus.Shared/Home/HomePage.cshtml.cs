using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Access;
using Plus.Shared.Access.OpenedInNeed;
using Plus.Shared.Audit;
using Plus.Shared.Audit.Alarms;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Lists;
using Plus.Shared.Contacts;
using Plus.Shared.Contacts.Lists;
using Plus.Shared.Tasks;
using Plus.Shared.Tasks.Lists;

namespace Plus.Shared.Home;

/// <summary>
/// The work to do: today's appointments, what is due by urgency, sections nobody has. One's own by default; those who
/// assign work see their whole reach. Every count leads to exactly its rows.
/// </summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class HomePage(
    ContactList contacts,
    TaskList tasks,
    SectionList sections,
    FunctionDoors doors,
    AlarmQueue alarms,
    OpenInNeedHandler opened,
    StaffAccessor staff,
    IEnumerable<HomeNotice> notices,
    ViewLog views,
    PlusClock clock
) : PageModel
{
    private const int TasksShown = 8;
    private const int ContactsShown = 12;

    /// <summary>own or all; those who assign begin with all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public bool MayAssign => staff.Current.May(CasePermissions.Assign);

    public bool Own => Of is null ? !MayAssign : Of != "all";

    public string Whose => Own ? "own" : "all";

    public bool SeesContacts => staff.Current.May(ContactsModule.View);

    public bool SeesTasks => staff.Current.May(TasksModule.View);

    public DateOnly Today => clock.Today;

    public IReadOnlyList<ContactRow> Contacts { get; private set; } = [];

    public int MoreContacts { get; private set; }

    public IReadOnlyList<TaskCount> Counts { get; private set; } = [];

    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    /// <summary>Alarms of the audit that wait for a verdict.</summary>
    public int Alarms { get; private set; }

    public int WithoutManager { get; private set; }

    public int WithoutOffice { get; private set; }

    /// <summary>Records within one's work that others opened in need lately.</summary>
    public IReadOnlyList<OpenedLine> Opened { get; private set; } = [];

    public bool MayOpenInNeed => staff.Current.May(AccessPermissions.OpenInNeed);

    /// <summary>What a person must know before the day's work.</summary>
    public IReadOnlyList<HomeLine> Notices { get; private set; } = [];

    public string HrefOf(TaskRow row) => TaskLinks.HrefOf(row, doors, staff.Current);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (SeesContacts)
        {
            var day = await contacts.OfDayAsync(clock.Today, Own, ContactsModule.View, ct);
            Contacts = [.. day.Take(ContactsShown)];
            MoreContacts = day.Count - Contacts.Count;
        }

        if (SeesTasks)
        {
            Counts = await tasks.CountsAsync(Own, clock.Today, TasksModule.View, ct);
            Tasks = await tasks.ReadAsync(new TaskFilter(Own), clock.Today, TasksModule.View, 0, TasksShown, ct);
        }

        if (MayAssign && !Own)
        {
            var open = await sections
                .Filtered(new SectionFilter(State: "open"), CasePermissions.View)
                .GroupBy(s => 1)
                .Select(g => new
                {
                    Manager = g.Count(s => s.ManagerId == null),
                    Office = g.Count(s => s.OfficeId == null),
                })
                .SingleOrDefaultAsync(ct);
            (WithoutManager, WithoutOffice) = (open?.Manager ?? 0, open?.Office ?? 0);
        }

        var lines = new List<HomeLine>();
        foreach (var notice in notices)
        {
            lines.AddRange(await notice.ReadAsync(ct));
        }

        Notices = lines;
        if (staff.Current.May(AuditModule.View))
        {
            Alarms = await alarms.WaitingCountAsync(ct);
        }

        if (staff.Current.Reach.Managers.Count > 0)
        {
            Opened = await opened.NoticesAsync(MayAssign, ct);
        }

        var shown = Contacts
            .Select(c => c.Client)
            .Concat(Tasks.Select(t => t.Task.ClientId))
            .Concat(Opened.Select(o => o.Opened.ClientId));
        await views.ListAsync("home", shown, ct);
    }
}
