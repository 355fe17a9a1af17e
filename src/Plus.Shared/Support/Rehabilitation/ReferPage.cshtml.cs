using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>Refers a client to a provider of social rehabilitation.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.stay", Subject = "id")]
internal sealed class ReferPage(
    SectionReader reader,
    SupportReader support,
    ReferStayHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : ReferralFormPage(reader, support, views, clock, heading)
{
    [BindProperty]
    public ReferInput Input { get; set; } = new();

    protected override bool OffersStays => true;

    protected override string TitleKey => "support.stay.refer";

    public Task<IActionResult> OnGetAsync()
    {
        Input.ReferredOn ??= Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ReferAsync(
            new NewStay(
                new SectionId(Id),
                Input.Contract!.Value,
                Input.ReferredOn!.Value,
                Input.ReleasedOn,
                Input.NeedsHousing,
                Input.Purpose!.Trim()
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.stay.referred");
        return LocalRedirect($"/support/rehabilitation/{done.Value}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ReferInput
{
    [Required(ErrorMessage = "support.contractMissing")]
    public Guid? Contract { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? ReferredOn { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public bool NeedsHousing { get; set; }

    [Required(ErrorMessage = "support.purposeMissing")]
    [StringLength(2000)]
    public string? Purpose { get; set; }
}
