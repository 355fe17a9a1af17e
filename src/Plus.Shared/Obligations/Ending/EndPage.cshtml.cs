using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Ending;

/// <summary>Ends an obligation with its reason.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.end", Subject = "id")]
internal sealed class EndPage(
    SectionReader reader,
    ObligationReader obligations,
    EndObligationHandler handler,
    ViewLog views,
    SectionHead heading
) : ObligationFormPage(reader, obligations, views, heading)
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Reasons =>
        ObligationWords.Choices(T, "obligations.endReason.", ObligationWords.EndReasons);

    protected override string StepKey => "obligations.end.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ObligationWords.EndReasons.Contains(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", "obligations.end.reasonMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(Id, Input.EndedOn!.Value, Input.Reason, Input.Note, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.end.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EndInput
{
    public string Reason { get; set; } = "";

    [Required(ErrorMessage = "obligations.end.dayMissing")]
    public DateOnly? EndedOn { get; set; }

    [StringLength(2_000)]
    public string? Note { get; set; }
}
