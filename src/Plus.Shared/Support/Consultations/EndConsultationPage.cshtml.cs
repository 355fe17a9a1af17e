using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Consultations;

/// <summary>The consultations end, and how.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.consultation.end", Subject = "id")]
internal sealed class EndConsultationPage(
    SectionReader reader,
    SupportReader support,
    ConsultationHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : ConsultationFormPage(reader, support, views, heading)
{
    [BindProperty]
    public EndConsultationInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Endings => SupportWords.Choices(T, "support.ending.", SupportKinds.Endings);

    protected override string StepKey => "support.consultation.end";

    public override Task<IActionResult> OnGetAsync()
    {
        Input.On ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SupportKinds.Endings.Contains(Input.Ending))
        {
            ModelState.AddModelError("Input.Ending", "support.consultation.endingMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        var done = await handler.EndAsync(Id, Input.On!.Value, Input.Ending!, note, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.consultation.ended");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EndConsultationInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? On { get; set; }

    public string? Ending { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}
