using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Binding;
using Plus.Web.Controls;

namespace Plus.Shared.WorkHours.Planning;

/// <summary>Schedules of a whole office: seen first, then made in the background.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class OfficePlanPage(
    PlusDb db,
    OfficePlanReader reader,
    CurrentRules rules,
    Processes processes,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock
) : SectionFormPage
{
    private const int Earlier = 10;

    [BindProperty]
    public OfficePlanInput Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Who is concerned; null until it was asked.</summary>
    public IReadOnlyList<OfficePlanLine>? Lines { get; private set; }

    public IReadOnlyList<ScheduleRun> Runs { get; private set; } = [];

    /// <summary>Who would get a schedule.</summary>
    public IReadOnlyList<OfficePlanLine> Wanted =>
        [
            .. (Lines ?? []).Where(l =>
                l.State == OfficePlanReader.Ready || (Input.Replace && l.State == OfficePlanReader.Planned)
            ),
        ];

    public async Task<IActionResult> OnGetAsync()
    {
        var today = clock.Today;
        Input.From = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        Input.Weekly = (await rules.ReadAsync(Ct))
            .Parameters.Get(ParameterCodes.WeeklyMinimumHours, Input.From.Value)
            .Minutes;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (!Offices.Any(o => o.Value == Input.Office?.ToString()))
        {
            return NotFound();
        }

        if (Input.From < clock.Today)
        {
            ModelState.AddModelError("Input.From", "workHours.refusal.schedulePast");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Lines = await reader.ReadAsync(new OfficeId(Input.Office!.Value), Input.From!.Value, Ct);
        await views.ListAsync(WorkHoursModule.Enter, Lines.Select(l => l.Client), Ct);
        if (Act != "make")
        {
            return Page();
        }

        if (Wanted.Count == 0)
        {
            ModelState.AddModelError("", "workHours.planning.nobody");
            return Page();
        }

        var run = new ScheduleRun(
            new OfficeId(Input.Office.Value),
            Input.From.Value,
            Input.Weekly ?? 0,
            staff.Current.Id!.Value,
            clock.Now
        );
        db.Add(run);
        db.AddRange(Wanted.Select(l => new ScheduleRunLine(run, l.Section)));
        await processes.SaveBookkeepingAsync(Ct);
        return LocalRedirect($"/work-hours/schedules/{run.Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var offices = staff.Current.ScopeOf(WorkHoursModule.Enter) switch
        {
            AccessScope.Region => staff.Current.RegionOffices,
            AccessScope.Service => null,
            _ => staff.Current.Offices,
        };
        var today = clock.Today;
        var found = db.Set<Office>().AsNoTracking().Where(o => o.From <= today && (o.To == null || o.To >= today));
        if (offices is not null)
        {
            found = found.Where(o => offices.Contains(o.Id));
        }

        Offices =
        [
            .. (await found.OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(Ct)).Select(
                o => new Choice(o.Id.ToString(), o.Name)
            ),
        ];
        Input.Office ??= Guid.TryParse(Offices.FirstOrDefault()?.Value, out var first) ? first : null;
        var me = staff.Current.Id;
        Runs = await db.Set<ScheduleRun>()
            .AsNoTracking()
            .Where(r => r.StartedBy == me)
            .OrderByDescending(r => r.StartedAt)
            .Take(Earlier)
            .ToListAsync(Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class OfficePlanInput
{
    public Guid? Office { get; set; }

    [Required(ErrorMessage = "workHours.planning.fromMissing")]
    public DateOnly? From { get; set; }

    [Hours]
    public int? Weekly { get; set; }

    public bool Replace { get; set; }
}
