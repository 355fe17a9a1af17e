using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Terms;

namespace Plus.Shared.Cases.Sections;

/// <summary>One section of any function: what was imposed, where it stands, who carries it out, what can be done.</summary>
[RequiresPermission(CasePermissions.View)]
internal sealed class SectionPage(
    PlusDb db,
    SectionReader reader,
    SectionDetails details,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading,
    TermExplaining terms,
    StaffAccessor staff
) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public SectionMore More { get; private set; } = null!;

    public SectionProgress? Progress { get; private set; }

    /// <summary>How the last day of the term came about; null when no term runs.</summary>
    public SectionTerm? Term { get; private set; }

    public IReadOnlyList<SectionFact> Facts { get; private set; } = [];

    public string? FactsHref { get; private set; }

    public DateOnly Today => clock.Today;

    public SectionState State => View.Section.State;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (await reader.FindAsync(section, CasePermissions.View, ct) is not { } view)
        {
            return NotFound();
        }

        await views.ConsultAsync(CasePermissions.View, view.Client.Id, section, ct);
        View = view;
        var door = doors.OfCode(view.Section.Function);
        var client = await heading.ShowAsync(view, null, ct);
        Progress = client?.Sections.FirstOrDefault(s => s.Id == section)?.Progress;
        Facts = await door.ReadFactsAsync(db, section, ct);
        FactsHref = staff.Current.May(CasePermissions.Work) ? door.FactsHref(section) : null;
        Term = view.Section.TermStartsOn is null ? null : await terms.ExplainAsync(view.Section, ct);
        More = await details.ReadAsync(section, ct);
        return Page();
    }
}
