using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>A duty of a legal representative.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("probationObservation.duty", Subject = "id")]
internal sealed class DutyPage(
    SectionReader reader,
    ChildReader children,
    ChildHandler handler,
    ViewLog views,
    SectionHead heading
) : ChildFormPage(reader, children, views, heading)
{
    [BindProperty]
    public DutyInput Input { get; set; } = new();

    public IReadOnlyList<Choice> People =>
        [.. Child.Representatives.Select(p => new Choice(p.Id.ToString(), p.GivenName + " " + p.Surname))];

    public IReadOnlyList<Choice> Kinds => Choices(RepresentativeDuty.Kinds, "probationObservation.duty.kind.");

    protected override string StepKey => "probationObservation.duty.add";

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.Kind", Input.Kind, RepresentativeDuty.Kinds, "probationObservation.duty.kindMissing");
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.SetDutyAsync(
            Section,
            Input.Representative!.Value,
            Input.Kind!,
            Input.Wording!.Trim(),
            Input.DueOn,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("probationObservation.duty.added");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DutyInput
{
    [Required(ErrorMessage = "probationObservation.duty.whoseMissing")]
    public Guid? Representative { get; set; }

    public string? Kind { get; set; }

    [Required(ErrorMessage = "probationObservation.duty.wordingMissing")]
    [StringLength(1000)]
    public string? Wording { get; set; }

    public DateOnly? DueOn { get; set; }
}
