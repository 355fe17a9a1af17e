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

/// <summary>A session with the specialist: held, or the client did not come.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.session", Subject = "id")]
internal sealed class SessionPage(
    SectionReader reader,
    SupportReader support,
    ConsultationHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : ConsultationFormPage(reader, support, views, heading)
{
    private static readonly string[] AttendanceCodes = ["yes", "no"];

    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Attendances => SupportWords.Choices(T, "support.attended.", AttendanceCodes);

    protected override string StepKey => "support.session.add";

    public override Task<IActionResult> OnGetAsync()
    {
        Input.On ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AttendanceCodes.Contains(Input.Attended))
        {
            ModelState.AddModelError("Input.Attended", "support.session.attendedMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        var done = await handler.HoldAsync(Id, Input.On!.Value, Input.Attended == "yes", note, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.session.added");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SessionInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? On { get; set; }

    public string? Attended { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}
