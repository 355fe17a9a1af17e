using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Opportunities;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Opportunities.Showing;
using Plus.Web.Journeys;

namespace Plus.Shared.Opportunities.PuttingOff;

/// <summary>Puts an opportunity off: why, and until when.</summary>
[RequiresPermission(OpportunitiesModule.Work)]
[KeepsDraft("opportunities.putOff", Subject = "id")]
internal sealed class PutOffPage(
    SectionReader reader,
    OpportunityReader opportunities,
    PutOffHandler handler,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the opportunity.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Obligation { get; set; }

    [BindProperty]
    public PutOffInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public OpportunityCard Card { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.PutOffAsync(
            new SectionId(Id),
            What ?? "",
            Obligation,
            Input.Until!.Value,
            Input.Reason!.Trim(),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("opportunities.putOff.done");
        return LocalRedirect($"/sections/{Id}/opportunities");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (await reader.FindAsync(id, OpportunitiesModule.Work, Ct) is not { Section.IsOpen: true } view)
        {
            return false;
        }

        var card = (await opportunities.OfAsync(view.Section, Ct)).FirstOrDefault(c =>
            c.Opportunity.Code == What && c.Obligation?.Id == Obligation
        );
        if (card is not { PutOff: null } || card.Opportunity.State == OpportunityState.NotMet)
        {
            return false;
        }

        await views.ConsultAsync(OpportunitiesModule.Work, view.Client.Id, id, Ct);
        (View, Card) = (view, card);
        await heading.ShowAsync(view, T["opportunities.putOff.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class PutOffInput
{
    [Required(ErrorMessage = "opportunities.putOff.untilMissing")]
    public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2_000)]
    public string? Reason { get; set; }
}
