using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Reminders.Records;
using Plus.Web.Display;
using Plus.Web.Language;

namespace Plus.Shared.Reminders.Sending;

/// <summary>A reminder that did not leave.</summary>
internal sealed record NotLeftLine(SectionId Section, ClientId Client, string Name, string Code);

/// <summary>How far the reminders of a day have left, and which did not. Only who asked for them sees it.</summary>
[RequiresPermission(RemindersModule.Send)]
internal sealed class BatchPage(PlusDb db, StaffAccessor staff, ViewLog views, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public WorkProgress Work { get; private set; } = null!;

    public IReadOnlyList<NotLeftLine> NotLeft { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var me = staff.Current.Id;
        var found = await (
            from r in db.Set<Reminder>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, RemindersModule.Send) on r.SectionId equals s.Id
            join c in db.Set<Client>() on s.ClientId equals c.Id
            where r.BatchId == Id && r.AskedBy == me
            orderby c.Surname, c.GivenName
            select new
            {
                Reminder = r,
                c.Id,
                Name = c.Surname + " " + c.GivenName,
            }
        ).ToListAsync(ct);
        if (found.Count == 0)
        {
            return NotFound();
        }

        NotLeft =
        [
            .. found
                .Where(f => f.Reminder.FailureCode is not null)
                .Select(f => new NotLeftLine(f.Reminder.SectionId, f.Id, f.Name, f.Reminder.FailureCode!)),
        ];
        await views.ListAsync(RemindersModule.Send, NotLeft.Select(l => l.Client), ct);
        var done = found.Count(f => f.Reminder.LeftAt is not null || f.Reminder.FailureCode is not null);
        Work = new WorkProgress(texts["reminders.leaving"], done, found.Count, NotLeft.Count, done == found.Count);
        return Page();
    }
}
