using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Display;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Planning;

/// <summary>A line of a run with whom it is about.</summary>
internal sealed record ScheduleRunRow(ScheduleRunLine Line, ClientId Client, string Name, string Href);

/// <summary>How far a run is, and what became of each client. The page can be left; the work goes on.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class ScheduleRunPage(PlusDb db, FunctionDoors doors, StaffAccessor staff, ViewLog views, Texts texts)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkProgress Work { get; private set; } = null!;

    public IReadOnlyList<ScheduleRunRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        if (!await db.Set<ScheduleRun>().AnyAsync(r => r.Id == Id && r.StartedBy == me, ct))
        {
            return NotFound();
        }

        var found = await (
            from l in db.Set<ScheduleRunLine>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, WorkHoursModule.Enter) on l.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where l.RunId == Id
            orderby c.Surname, c.GivenName, l.Id
            select new
            {
                Line = l,
                c.Id,
                Name = c.Surname + " " + c.GivenName,
                s.Function,
            }
        ).ToListAsync(ct);
        Rows =
        [
            .. found.Select(f => new ScheduleRunRow(
                f.Line,
                f.Id,
                f.Name,
                doors.OfCode(f.Function).SectionHref(f.Line.SectionId)
            )),
        ];
        await views.ListAsync(WorkHoursModule.Enter, Rows.Select(r => r.Client), ct);
        var done = Rows.Count(r => r.Line.State != ScheduleRunLine.Waits);
        Work = new WorkProgress(
            texts["workHours.planning.making"],
            done,
            Rows.Count,
            Rows.Count(r => r.Line.State == ScheduleRunLine.Refused),
            done == Rows.Count
        );
        return Page();
    }
}
