using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Breaches;
using Plus.Shared.Breaches.Records;
using Plus.Shared.HostPages.Records;
using Plus.Shared.HostPages.Working;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours;
using Plus.Shared.WorkHours.Sheets;
using Plus.Web.Charts;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.HostPages.Month;

/// <summary>A client's month at the host.</summary>
internal sealed record MonthRow(
    string Name,
    string Href,
    IReadOnlyDictionary<DateOnly, int> Worked,
    IReadOnlyDictionary<DateOnly, int> Planned,
    IReadOnlySet<DateOnly> Absent
)
{
    public int WorkedMinutes => Worked.Values.Sum();
}

/// <summary>A host's month at a glance: who came when and for how long, who did not, whether it is signed.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class HostMonthPage(
    PlusDb db,
    SheetReader sheets,
    HostWorkReader signing,
    ViewLog views,
    PlusClock clock,
    PageHead head,
    Texts texts
) : PageModel
{
    private const int MinutesOfALevel = 480;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Any day of the month shown.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Month { get; set; }

    public string HostName { get; private set; } = "";

    public DateOnly First => new((Month ?? clock.Today).Year, (Month ?? clock.Today).Month, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public IReadOnlyList<DateOnly> Days => [.. Enumerable.Range(0, Last.Day).Select(First.AddDays)];

    public IReadOnlyList<MonthRow> Rows { get; private set; } = [];

    public int WorkedMinutes => Rows.Sum(r => r.WorkedMinutes);

    public int CreditedMinutes { get; private set; }

    public int PlannedMinutes => Rows.Sum(r => r.Planned.Values.Sum());

    public int Absences => Rows.Sum(r => r.Absent.Count);

    public SignedMonth? Signed { get; private set; }

    public bool SignedStillHolds { get; private set; }

    public CalendarChart Picture =>
        new(texts["hostPages.month.calendar"], First, Last, [.. Days.Select(Drawn).OfType<CalendarDay>()]);

    public string Name(DateOnly month) => month.ToString("Y", texts.Language.Culture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var host = new HostEmployerId(Id);
        var name = await db.Set<HostEmployer>().Where(h => h.Id == host).Select(h => h.Name).SingleOrDefaultAsync(ct);
        if (name is null)
        {
            return NotFound();
        }

        HostName = name;
        var lines = await sheets.ReadAsync(host, First, Last, withClosed: true, ct);
        var sections = lines.Select(l => l.Section).ToList();
        var (first, last) = (First, Last);
        var absent = (
            await db.Set<Breach>()
                .AsNoTracking()
                .Where(b =>
                    sections.Contains(b.SectionId)
                    && b.Kind == BreachKinds.Work
                    && b.Attended == false
                    && b.WithdrawnOn == null
                    && b.OccurredOn >= first
                    && b.OccurredOn <= last
                )
                .Select(b => new { b.SectionId, b.OccurredOn })
                .ToListAsync(ct)
        ).ToLookup(b => b.SectionId, b => b.OccurredOn);
        Rows =
        [
            .. lines.Select(l => new MonthRow(
                l.Name,
                l.Door.SectionHref(l.Section),
                l.Worked.Where(w => w.Value.HostEmployerId == host)
                    .ToDictionary(w => w.Key, w => w.Value.CreditedMinutes + w.Value.RefusedMinutes),
                l.Planned.Where(p => l.IsPlacedOn(p.Key)).ToDictionary(p => p.Key, p => p.Value),
                absent[l.Section].Where(l.IsPlacedOn).ToHashSet()
            )),
        ];
        CreditedMinutes = lines.Sum(l =>
            l.Worked.Values.Where(w => w.HostEmployerId == host).Sum(w => w.CreditedMinutes)
        );
        Signed = await db.Set<SignedMonth>()
            .AsNoTracking()
            .Where(s => s.HostEmployerId == host && s.Month == first)
            .OrderByDescending(s => s.Id)
            .FirstOrDefaultAsync(ct);
        if (Signed is { } signed)
        {
            SignedStillHolds = signed.Hash == HostWorkReader.HashOf(await signing.ReadAsync(host, First, Last, ct));
        }

        await views.ListAsync(WorkHoursModule.Enter, lines.Select(l => l.Client), ct);
        head.Title = texts["hostPages.month.title"];
        head.Wide = true;
        head.Crumb(texts["partners.menu"], "/partners")
            .Crumb(name, $"/partners/{Id}")
            .Crumb(texts["hostPages.month.title"]);
        return Page();
    }

    private CalendarDay? Drawn(DateOnly day)
    {
        var people = Rows.Count(r => r.Worked.ContainsKey(day));
        var minutes = Rows.Sum(r => r.Worked.GetValueOrDefault(day));
        var absent = Rows.Count(r => r.Absent.Contains(day));
        if (people + absent == 0)
        {
            return null;
        }

        var words = new List<string>();
        if (people > 0)
        {
            words.Add(texts["hostPages.month.day", ("people", people), ("hours", texts.Hours(minutes))]);
        }

        if (absent > 0)
        {
            words.Add(texts["hostPages.month.absentDay", ("people", absent)]);
        }

        return new CalendarDay(
            day,
            people == 0 ? 0 : Math.Clamp((minutes + MinutesOfALevel - 1) / MinutesOfALevel, 1, 4),
            string.Join("; ", words),
            absent > 0
        );
    }
}
