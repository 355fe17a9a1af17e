using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law;
using Plus.Law.Obligations;
using Plus.Law.Opportunities;
using Plus.Shared.Cases.Sections;
using Plus.Web.Language;

namespace Plus.Shared.Opportunities.Showing;

/// <summary>What could be proposed for the client of a section, as cards: what holds, what nearly does, what is missing.</summary>
[RequiresPermission(OpportunitiesModule.View)]
internal sealed class OpportunitiesPage(
    SectionReader reader,
    OpportunityReader opportunities,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<OpportunityCard> Cards { get; private set; } = [];

    public bool MayWork => staff.Current.May(OpportunitiesModule.Work);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (
            await reader.FindAsync(section, OpportunitiesModule.View, ct) is not { Section.IsOpen: true } view
            || ObligationKinds.RegimeOf(view.Section.Measure) is null
        )
        {
            return NotFound();
        }

        await views.ConsultAsync(OpportunitiesModule.View, view.Client.Id, section, ct);
        View = view;
        await heading.ShowAsync(view, texts["opportunities.title"], ct);
        Cards = await opportunities.OfAsync(view.Section, ct);
        return Page();
    }

    public static string Tone(string state) =>
        state switch
        {
            OpportunityState.Met => "green",
            OpportunityState.Nearly => "yellow",
            _ => "grey",
        };

    /// <summary>A criterion in words, with the number it is measured by and the day time brings it.</summary>
    public string Words(OpportunityCriterion criterion)
    {
        var words = texts[
            "law.opportunity_criterion." + criterion.Code,
            [.. criterion.Values.Select(v => (v.Key, (object?)v.Value))]
        ];
        if (criterion.When is { } when)
        {
            words = texts["opportunities.when", ("words", words), ("day", when)];
        }

        return criterion.Parameter is not { } parameter
            ? words
            : texts[
                parameter.Standing == Standing.Unverified ? "applications.needUnverified" : "applications.needWhy",
                ("words", words),
                ("article", parameter.LegalSource.ToString())
            ];
    }

    /// <summary>Where what the card proposes is done.</summary>
    public string? Href(OpportunityCard card) =>
        card.Opportunity.Code switch
        {
            OpportunityRules.EarlyEnding when staff.Current.May("documents.work") =>
                $"/clients/{View.Client.Id}/documents/make?section={View.Section.Id}",
            OpportunityRules.EaseObligation when staff.Current.May("obligations.set") =>
                $"/obligations/{card.Obligation!.Id}/change",
            OpportunityRules.FewerContacts when staff.Current.May("contacts.record") =>
                $"/sections/{View.Section.Id}/contacts/norm",
            _ => null,
        };
}
