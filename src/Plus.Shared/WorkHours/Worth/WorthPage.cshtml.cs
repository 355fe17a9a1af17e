using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Worth;

/// <summary>What the hours of a period are worth at the minimum hourly tariff, for the service, an office or a host.</summary>
[RequiresPermission(WorkHoursModule.Worth)]
internal sealed class WorthPage(PlusDb db, WorthReader reader, FunctionDoors doors, PlusClock clock, Texts texts)
    : PageModel
{
    /// <summary>Any day of the first month.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Any day of the last month.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Function { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Office { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Host { get; set; }

    public IReadOnlyList<Choice> Functions { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public WorthAnswer? Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        From ??= new DateOnly(clock.Today.Year, 1, 1);
        To ??= clock.Today;
        var work = doors.All.OfType<WorkDoor>().ToList();
        Functions = [.. work.Select(d => new Choice(d.Code, texts["law.function." + d.Code]))];
        Offices =
        [
            .. (await db.Set<Office>().OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(
                o => new Choice(o.Id.ToString(), o.Name)
            ),
        ];
        Hosts =
        [
            .. (
                await db.Set<HostEmployer>().OrderBy(h => h.Name).Select(h => new { h.Id, h.Name }).ToListAsync(ct)
            ).Select(h => new Choice(h.Id.ToString(), h.Name)),
        ];
        if (From > To)
        {
            ModelState.AddModelError("To", "workHours.worth.backwards");
        }

        if (!ModelState.IsValid || From is not { } from || To is not { } to)
        {
            return;
        }

        Answer = await reader.ReadAsync(
            new WorthQuestion(
                new MonthsAsked(
                    new DateOnly(from.Year, from.Month, 1),
                    new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1),
                    Office is { } office ? new OfficeId(office) : null,
                    Host is { } host ? new HostEmployerId(host) : null
                ),
                work.Exists(d => d.Code == Function) ? Function : null
            ),
            ct
        );
    }
}
