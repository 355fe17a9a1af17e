using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Shared.Organisation.Records;
using Plus.Web.Charts;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Need;

/// <summary>An office's places against need for the weeks ahead: a shortage is seen before it is there.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class NeedPage(PlusDb db, PlacesNeed need, StaffAccessor staff, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "office")]
    public Guid? OfficeGuid { get; set; }

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public string Office { get; private set; } = "";

    public IReadOnlyList<PlacesWeek> Weeks { get; private set; } = [];

    public PlacesWeek? FirstShort => Weeks.FirstOrDefault(w => w.IsShort);

    public Chart? Picture { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = staff.Current.ScopeOf(WorkHoursModule.Enter) switch
        {
            AccessScope.Service => null,
            AccessScope.Region => staff.Current.RegionOffices,
            _ => staff.Current.Offices,
        };
        var reached = db.Set<Office>().AsNoTracking();
        if (mine?.ToList() is { } ids)
        {
            reached = reached.Where(o => ids.Contains(o.Id));
        }

        var offices = await reached.OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        Offices = [.. offices.Select(o => new Choice(o.Id.ToString(), o.Name))];
        var shown = OfficeGuid is { } asked
            ? offices.FirstOrDefault(o => o.Id.Value == asked)
            : offices.FirstOrDefault();
        if (shown is null)
        {
            return OfficeGuid is null ? Page() : NotFound();
        }

        (OfficeGuid, Office) = (shown.Id.Value, shown.Name);
        Weeks = await need.ReadAsync(shown.Id, ct);
        Picture = new Chart(
            texts["workHours.need.title"],
            [.. Weeks.Select(w => texts.Write(w.Monday, "day"))],
            [
                new ChartSeries(texts["workHours.need.places"], [.. Weeks.Select(w => (decimal?)w.Places)]),
                new ChartSeries(texts["workHours.need.need"], [.. Weeks.Select(w => (decimal?)w.Need)]),
            ]
        )
        {
            CategoryHead = texts["workHours.burnDown.week"],
        };
        return Page();
    }
}
