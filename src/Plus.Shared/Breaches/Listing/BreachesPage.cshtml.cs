using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Law.Rules;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;

namespace Plus.Shared.Breaches.Listing;

/// <summary>The violations of a section: how many, what lives, what happens by itself, what a court may do.</summary>
[RequiresPermission(BreachesModule.View)]
internal sealed class BreachesPage(
    SectionReader reader,
    BreachReader breaches,
    CurrentRules rules,
    ViewLog views,
    SectionHead heading,
    PlusClock clock,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<BreachLine> Lines { get; private set; } = [];

    public BreachCount Count { get; private set; } = null!;

    public LegalParameter WarningsNeeded { get; private set; } = null!;

    public string Last { get; private set; } = "";

    public RestOfMeasure? Rest { get; private set; }

    public DateOnly Today => clock.Today;

    public bool MayWork => View.Section.IsOpen && staff.Current.May(BreachesModule.Work);

    public BreachStanding StandingOf(BreachLine line) => BreachCourses.On(line.Breach.Course, Today);

    /// <summary>Violations that wait for something.</summary>
    public IEnumerable<BreachLine> Live => Lines.Where(l => StandingOf(l).Waits != BreachWait.Nothing);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (
            await reader.FindAsync(section, BreachesModule.View, ct) is not { } view
            || !BreachLadder.Has(view.Section.Measure)
        )
        {
            return NotFound();
        }

        await views.ConsultAsync(BreachesModule.View, view.Client.Id, section, ct);
        View = view;
        await heading.ShowAsync(view, texts["breaches.list.title"], ct);
        Lines = await breaches.OfSectionAsync(section, ct);
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        Count = BreachReader.Count(Lines, Today, parameters);
        WarningsNeeded = parameters.Get(ParameterCodes.WarningsBeforeSubmission, Today);
        Last = BreachLadder.Last(view.Section.Measure).Code;
        Rest = view.Section.IsOpen ? await breaches.RestAsync(view.Section, Today, parameters, ct) : null;
        return Page();
    }
}
