using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;
using Plus.Shared.Cases;

namespace Plus.Shared.Access.Leaving;

/// <summary>The open sections of a person, to be handed over.</summary>
[RequiresPermission(AccessPermissions.StaffManage)]
internal sealed class WorkPage(StaffScope scope, OpenWork work, ViewLog views, StaffAccessor staff) : PageModel
{
    public Staff Person { get; private set; } = null!;

    public IReadOnlyList<OpenWorkLine> Work { get; private set; } = [];

    /// <summary>Handing work over is the office head's; an administrator only sees what is left.</summary>
    public bool MayHandOver => staff.Current.May(CasePermissions.Assign);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var staffId = StaffId.From(id);
        var person = await scope
            .Visible(AccessPermissions.StaffManage)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == staffId, ct);
        if (person is null)
        {
            return NotFound();
        }

        Person = person;
        Work = await work.OfAsync(staffId, ct);
        await views.ListAsync(AccessPermissions.StaffManage, Work.Select(w => w.Client), ct);
        return Page();
    }
}
