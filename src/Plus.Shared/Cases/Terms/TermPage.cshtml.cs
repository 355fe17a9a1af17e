using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Law.Terms;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;

namespace Plus.Shared.Cases.Terms;

/// <summary>
/// The term of a section: how its last day came about, step by step; all that changed it; and for probation supervision
/// the unserved rest from a day, as a court would be told it.
/// </summary>
[RequiresPermission(CasePermissions.View)]
internal sealed class TermPage(
    PlusDb db,
    SectionReader reader,
    TermExplaining terms,
    CurrentRules rules,
    ViewLog views,
    SectionHead heading,
    PlusClock clock,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    /// <summary>First day that is not served, for the unserved rest.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    public SectionView View { get; private set; } = null!;

    public SectionTerm? Term { get; private set; }

    public UnservedRest? Rest { get; private set; }

    public bool MayChange => View.Section.IsOpen && Term is not null && staff.Current.May(CasePermissions.Work);

    /// <summary>The stored end is another one than the rules give: taken over from elsewhere, or rules that changed since.</summary>
    public bool Differs => Term?.Counted.LastDay is { } last && View.Section.TermEndsOn is { } stored && stored != last;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (await reader.FindAsync(section, CasePermissions.View, ct) is not { } view)
        {
            return NotFound();
        }

        await views.ConsultAsync(CasePermissions.View, view.Client.Id, section, ct);
        View = view;
        await heading.ShowAsync(view, texts["cases.term.title"], ct);
        Term = await terms.ExplainAsync(view.Section, ct);
        if (view.Section.Measure == MeasureCode.ProbationSupervision && Term?.Counted.LastDay is { } last)
        {
            From ??= clock.Today;
            var suspensions = db.Set<Records.Suspension>()
                .Local.Where(s => s.SectionId == section)
                .Select(s => new Suspension(s.From, s.To));
            Rest = UnservedRest.Compute(From.Value, last, suspensions, (await rules.ReadAsync(ct)).Parameters);
        }

        return Page();
    }
}
