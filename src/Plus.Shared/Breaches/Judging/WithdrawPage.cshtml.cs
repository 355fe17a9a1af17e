using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;

namespace Plus.Shared.Breaches.Judging;

/// <summary>Takes back a violation recorded in error; it stays in the history and counts no more.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.withdraw", Subject = "id")]
internal sealed class WithdrawPage(
    SectionReader reader,
    BreachReader breaches,
    JudgeBreachHandler handler,
    ViewLog views,
    SectionHead heading
) : BreachFormPage(reader, breaches, views, heading)
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    protected override string StepKey => "breaches.withdraw.title";

    protected override bool Fits => base.Fits && Breach.AnsweredOn is null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.WithdrawAsync(Id, Input.Reason!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.withdraw.done");
        return LocalRedirect($"/breaches/{Id}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class WithdrawInput
{
    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }
}
