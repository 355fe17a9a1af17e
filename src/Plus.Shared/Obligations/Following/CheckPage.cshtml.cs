using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Following;

/// <summary>A check of an obligation: what was found and on what evidence.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.check", Subject = "id")]
internal sealed class CheckPage(
    SectionReader reader,
    ObligationReader obligations,
    FollowObligationHandler handler,
    ViewLog views,
    SectionHead heading
) : ObligationFormPage(reader, obligations, views, heading)
{
    [BindProperty]
    public CheckInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Findings =>
        ObligationWords.Choices(T, "obligations.finding.", ObligationWords.Findings);

    protected override string StepKey => "obligations.check.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ObligationWords.Findings.Contains(Input.Finding))
        {
            ModelState.AddModelError("Input.Finding", "obligations.check.findingMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.CheckAsync(
            Id,
            new CheckFound(Input.OnDay!.Value, Input.Finding, Input.Percent, Input.Note!.Trim()),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.check.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class CheckInput
{
    [Required(ErrorMessage = "obligations.check.dayMissing")]
    public DateOnly? OnDay { get; set; }

    public string Finding { get; set; } = "";

    [Range(0, 100)]
    public int? Percent { get; set; }

    [Required(ErrorMessage = "obligations.check.noteMissing")]
    [StringLength(4_000)]
    public string? Note { get; set; }
}
