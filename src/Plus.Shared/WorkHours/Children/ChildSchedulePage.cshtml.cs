using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Children;

/// <summary>The schedule in words a child reads: which day, from when to when, where, whom to ask. To print and hand over.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class ChildSchedulePage(
    PlusDb db,
    SectionReader reader,
    SectionDetails details,
    StaffAccessor staff,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private readonly PlusDb _db = db;

    public IReadOnlyList<PlannedDay> Planned { get; private set; } = [];

    public string? Place { get; private set; }

    public string? Contact { get; private set; }

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.childSchedule.title";

    public static string Time(int minutes) => $"{minutes / 60:00}.{minutes % 60:00}";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (!staff.Current.May(SpecialCategories.Minors) || !await base.LoadAsync())
        {
            return false;
        }

        var more = await details.ReadAsync(Id, Ct);
        if (!ChildReader.Concerns(View, more.Offences, Today))
        {
            return false;
        }

        Planned = await _db.Set<PlannedDay>()
            .AsNoTracking()
            .Where(d => d.SectionId == Id && d.Day >= Today)
            .OrderBy(d => d.Day)
            .ToListAsync(Ct);
        var site = Planned.FirstOrDefault()?.SiteId;
        Place = await _db.Set<HostSite>()
            .Where(s => s.Id == site)
            .Select(s => s.Name + ", " + s.Address)
            .SingleOrDefaultAsync(Ct);
        Contact = Measure.HostEmployerId is { } host
            ? await _db.Set<HostContact>()
                .Where(c => c.HostEmployerId == host && (c.To == null || c.To >= Today))
                .OrderByDescending(c => c.GivesBriefing)
                .Select(c => c.Phone == null ? c.Name : c.Name + ", " + c.Phone)
                .FirstOrDefaultAsync(Ct)
            : null;
        return true;
    }
}
