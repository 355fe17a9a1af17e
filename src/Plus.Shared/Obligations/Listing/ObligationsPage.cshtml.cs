using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Obligations;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Conflicts;
using Plus.Web.Language;

namespace Plus.Shared.Obligations.Listing;

/// <summary>The obligations of a section: what binds, how far it is, what was found.</summary>
[RequiresPermission(ObligationsModule.View)]
internal sealed class ObligationsPage(
    SectionReader reader,
    ObligationReader obligations,
    ConflictReader conflicts,
    ViewLog views,
    SectionHead heading,
    PlusClock clock,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<ObligationLine> Lines { get; private set; } = [];

    /// <summary>Places of the client that conflict with a ban of the section and wait.</summary>
    public int Conflicts { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MaySet => View.Section.IsOpen && staff.Current.May(ObligationsModule.Set);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (
            await reader.FindAsync(section, ObligationsModule.View, ct) is not { } view
            || ObligationKinds.RegimeOf(view.Section.Measure) is null
        )
        {
            return NotFound();
        }

        await views.ConsultAsync(ObligationsModule.View, view.Client.Id, section, ct);
        View = view;
        await heading.ShowAsync(view, texts["obligations.list.title"], ct);
        Conflicts = await conflicts.Within().CountAsync(c => c.SectionId == section && c.SettledAt == null, ct);
        Lines = await obligations.OfSectionAsync(section, ct);
        return Page();
    }
}
