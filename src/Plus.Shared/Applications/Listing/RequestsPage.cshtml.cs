using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Sections;
using Plus.Web.Language;

namespace Plus.Shared.Applications.Listing;

/// <summary>What the client of a section asked and told, and what came of it.</summary>
[RequiresPermission(ApplicationsModule.View)]
internal sealed class RequestsPage(
    SectionReader reader,
    RequestReader requests,
    ViewLog views,
    SectionHead heading,
    PlusClock clock,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<ClientRequest> Requests { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public bool MayWork => View.Section.IsOpen && staff.Current.May(ApplicationsModule.Work);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (
            await reader.FindAsync(section, ApplicationsModule.View, ct) is not { } view
            || !ApplicationKinds.Bind(view.Section.Measure)
        )
        {
            return NotFound();
        }

        await views.ConsultAsync(ApplicationsModule.View, view.Client.Id, section, ct);
        View = view;
        await heading.ShowAsync(view, texts["applications.list.title"], ct);
        Requests = await requests.OfSectionAsync(section, ct);
        return Page();
    }
}
