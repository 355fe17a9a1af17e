using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>By which day the court waits for the next report: a task comes of it.</summary>
[RequiresPermission(CasePermissions.Work)]
internal sealed class ReportDuePage(
    SectionReader reader,
    ChildReader children,
    ChildHandler handler,
    ViewLog views,
    SectionHead heading
) : ChildFormPage(reader, children, views, heading)
{
    [BindProperty]
    public ReportDueInput Input { get; set; } = new();

    protected override string StepKey => "probationObservation.reportDue.title";

    public override async Task<IActionResult> OnGetAsync()
    {
        var shown = await ShowAsync();
        Input.By ??= Child?.ReportBy;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ExpectAsync(Section, Input.By!.Value, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("probationObservation.reportDue.saved");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ReportDueInput
{
    [Required(ErrorMessage = "probationObservation.dayMissing")]
    public DateOnly? By { get; set; }
}
