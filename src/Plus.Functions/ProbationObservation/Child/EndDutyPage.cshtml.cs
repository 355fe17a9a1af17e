using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>A representative's duty was carried out or was not.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("probationObservation.duty.end", Subject = "duty")]
internal sealed class EndDutyPage(
    SectionReader reader,
    ChildReader children,
    ChildHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : ChildFormPage(reader, children, views, heading)
{
    [BindProperty(SupportsGet = true)]
    public Guid Duty { get; set; }

    [BindProperty]
    public EndDutyInput Input { get; set; } = new();

    public DutyLine Line { get; private set; } = null!;

    public IReadOnlyList<Choice> Endings => Choices(RepresentativeDuty.Endings, "probationObservation.duty.state.");

    protected override string StepKey => "probationObservation.duty.end";

    protected override uint StoredVersion => Line.Duty.Version;

    public override Task<IActionResult> OnGetAsync()
    {
        Input.On ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.State", Input.State, RepresentativeDuty.Endings, "probationObservation.duty.howMissing");
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.EndDutyAsync(
            Section,
            Duty,
            Input.State!,
            Input.On!.Value,
            Input.Note!.Trim(),
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("probationObservation.duty.ended");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            !await base.LoadAsync()
            || Child.Duties.FirstOrDefault(d => d.Duty.Id == Duty) is not { Duty.State: RepresentativeDuty.Open } line
        )
        {
            return false;
        }

        Line = line;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EndDutyInput
{
    public string? State { get; set; }

    [Required(ErrorMessage = "probationObservation.dayMissing")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "probationObservation.duty.noteMissing")]
    [StringLength(2000)]
    public string? Note { get; set; }
}
