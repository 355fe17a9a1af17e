using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Shared.Plans.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Plans.Agreeing;

/// <summary>The client agrees on the plan, or does not: it is kept as a version, and the next review is set.</summary>
[RequiresPermission(PlansModule.Work)]
[KeepsDraft("plans.agree", Subject = "id")]
internal sealed class AgreePage(
    SectionReader reader,
    PlanReader plans,
    PlanHandler handler,
    CurrentRules rules,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : PlanFormPage(reader, plans, views, heading)
{
    [BindProperty]
    public AgreeInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Agreements => Choices(PlanVersion.Agreements, "plans.agreement.");

    protected override string StepKey => "plans.agree.title";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var set = await rules.ReadAsync(Ct);
        var months = set.Parameters.Get(ParameterCodes.PlanReviewMonths, clock.Today).WholeNumber;
        Input.AgreedOn = clock.Today;
        Input.ReviewOn = set.Calendar.WorkingDayOnOrAfter(clock.Today.AddMonths(months));
        Input.Strengths = Plan.Last?.Strengths;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.Agreement", Input.Agreement, PlanVersion.Agreements, "plans.agree.agreementMissing");
        if (Input.Agreement is "reservations" or "refused" && string.IsNullOrWhiteSpace(Input.Remarks))
        {
            ModelState.AddModelError("Input.Remarks", "plans.agree.remarksMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AgreeAsync(
            Section,
            new PlanAgreement(
                Input.AgreedOn!.Value,
                Input.Agreement!,
                string.IsNullOrWhiteSpace(Input.Remarks) ? null : Input.Remarks.Trim(),
                Input.Strengths!.Trim(),
                Input.ReviewOn!.Value
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("plans.agree.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class AgreeInput
{
    [Required(ErrorMessage = "plans.agree.dayMissing")]
    public DateOnly? AgreedOn { get; set; }

    public string? Agreement { get; set; }

    [StringLength(2000)]
    public string? Remarks { get; set; }

    [Required(ErrorMessage = "plans.agree.strengthsMissing")]
    [StringLength(2000)]
    public string? Strengths { get; set; }

    [Required(ErrorMessage = "plans.agree.reviewMissing")]
    public DateOnly? ReviewOn { get; set; }
}
