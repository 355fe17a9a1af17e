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

/// <summary>What was learnt of the child's school.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("probationObservation.school", Subject = "id")]
internal sealed class SchoolPage(
    SectionReader reader,
    ChildReader children,
    ChildHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : ChildFormPage(reader, children, views, heading)
{
    [BindProperty]
    public SchoolInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Attendances =>
        Choices(ChildSchool.Attendances, "probationObservation.school.attends.");

    protected override string StepKey => "probationObservation.school.tell";

    /// <summary>What is known already is there to be changed.</summary>
    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input = new SchoolInput
        {
            Name = Child.School?.Name,
            Form = Child.School?.Form,
            Contact = Child.School?.Contact,
            Attendance = Child.School?.Attendance,
            AsOf = clock.Today,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Known(
            "Input.Attendance",
            Input.Attendance,
            ChildSchool.Attendances,
            "probationObservation.school.attendsMissing"
        );
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.TellSchoolAsync(
            Section,
            new ChildSchool(
                Section,
                Input.Name!.Trim(),
                Plain(Input.Form),
                Plain(Input.Contact),
                Input.Attendance!,
                Plain(Input.Note),
                Input.AsOf!.Value
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("probationObservation.school.told");
        return LocalRedirect(Href);
    }

    private static string? Plain(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>What the form asks.</summary>
internal sealed class SchoolInput
{
    [Required(ErrorMessage = "probationObservation.school.nameMissing")]
    [StringLength(300)]
    public string? Name { get; set; }

    [StringLength(60)]
    public string? Form { get; set; }

    [StringLength(500)]
    public string? Contact { get; set; }

    public string? Attendance { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }

    [Required(ErrorMessage = "probationObservation.dayMissing")]
    public DateOnly? AsOf { get; set; }
}
