using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Plans.Reading;
using Plus.Shared.Plans.Records;
using Plus.Web.Controls;

namespace Plus.Shared.Plans.Goals;

/// <summary>A form that ends with a step: what, who, by when.</summary>
internal abstract class StepFormPage(SectionReader reader, PlanReader plans, ViewLog views, SectionHead heading)
    : PlanFormPage(reader, plans, views, heading)
{
    [BindProperty]
    public StepInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Doers => Choices(PlanStep.Doers, "plans.doer.");

    protected abstract Task<Outcome<Unit>> SaveAsync();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.Doer", Input.Doer, PlanStep.Doers, "plans.step.doerMissing");
        Check();
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await SaveAsync();
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("plans.saved");
        return LocalRedirect(Href);
    }

    /// <summary>Adds what else is wrong.</summary>
    protected virtual void Check() { }
}

/// <summary>What the form asks of a step.</summary>
internal sealed class StepInput
{
    /// <summary>The goal, where a new one is set.</summary>
    [StringLength(1000)]
    public string? Goal { get; set; }

    [Required(ErrorMessage = "plans.step.wordingMissing")]
    [StringLength(1000)]
    public string? Step { get; set; }

    public string? Doer { get; set; }

    [Required(ErrorMessage = "plans.step.dueMissing")]
    public DateOnly? DueOn { get; set; }
}
