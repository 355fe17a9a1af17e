using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Sections;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Overview;

/// <summary>What was bought or co-financed for a client: stays in rehabilitation and consultations of specialists.</summary>
[RequiresPermission(SupportModule.View)]
internal sealed class SectionSupportPage(
    SectionReader reader,
    SupportReader support,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<RehabilitationView> Stays { get; private set; } = [];

    public IReadOnlyList<ConsultationView> Consultations { get; private set; } = [];

    public bool IsChild => SupportKinds.IsChild(View.Section.Function);

    public bool MayRefer => View.Section.IsOpen && staff.Current.May(SupportModule.Refer);

    public string Href => $"/sections/{View.Section.Id}/support";

    public TableView StayTable =>
        new Table<RehabilitationView>(
            "support.stays",
            [
                new("number", "support.number", s => s.Referral.Number)
                {
                    NamesRow = true,
                    Href = s => $"/support/rehabilitation/{s.Referral.Id}",
                },
                new("provider", "support.provider", s => s.Provider),
                new("referred", "support.referredOn", s => s.Referral.ReferredOn),
                new("entered", "support.enteredOn", s => s.Referral.EnteredOn),
                new("left", "support.leftOn", s => s.Referral.LeftOn),
                new("state", "support.state", s => texts["support.state." + s.Referral.State])
                {
                    Tag = s => SupportWords.ToneOf(s.Referral),
                },
            ]
        )
        {
            CaptionHidden = true,
        }.View(Stays);

    public TableView ConsultationTable =>
        new Table<ConsultationView>(
            "support.consultations",
            [
                new("number", "support.number", c => c.Consultation.Number)
                {
                    NamesRow = true,
                    Href = c => $"/support/consultations/{c.Consultation.Id}",
                },
                new("kind", "support.kind", c => texts["support.kind." + c.Consultation.Kind]),
                new("provider", "support.provider", c => c.Provider),
                new("funding", "support.funding", c => texts["support.funding." + c.Contract.Funding]),
                new(
                    "held",
                    "support.sessions.held",
                    c => texts["support.sessions.of", ("held", c.Held), ("ordered", c.Consultation.Ordered)]
                ),
                new("ended", "support.endedOn", c => c.Consultation.EndedOn),
            ]
        )
        {
            CaptionHidden = true,
        }.View(Consultations);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var section = new SectionId(id);
        if (
            await reader.FindAsync(section, SupportModule.View, ct) is not { } view
            || !SupportKinds.Fits(view.Section.Function)
        )
        {
            return NotFound();
        }

        await views.ConsultAsync(SupportModule.View, view.Client.Id, section, ct);
        View = view;
        await heading.ShowAsync(view, texts["support.section.title"], ct);
        Stays = await support.StaysAsync(section, ct);
        Consultations = await support.ConsultationsAsync(section, ct);
        return Page();
    }
}
