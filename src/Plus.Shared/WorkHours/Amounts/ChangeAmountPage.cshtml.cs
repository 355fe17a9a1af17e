using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.WorkHours.Overview;
using Plus.Web.Binding;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.WorkHours.Amounts;

/// <summary>The amount became another one by a later ruling or merged sentences; both rulings are kept.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.amount", Subject = "section")]
internal sealed class ChangeAmountPage(
    PlusDb db,
    SectionReader reader,
    ChangeAmountHandler handler,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    [BindProperty]
    public ChangeAmountInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds =>
        [.. AmountRules.Kinds.Select(k => new Choice(k, T["workHours.amount.kind." + k]))];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.amount.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AmountRules.Kinds.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "workHours.amount.kindMissing");
        }

        if (Input.Minutes is null && ModelState["Input.Minutes"]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError("Input.Minutes", "workHours.amount.minutesMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ChangeAsync(
            Door,
            Id,
            new LaterRuling(
                Input.Kind,
                Input.Minutes!.Value,
                Input.Number!,
                Input.DecidedOn!.Value,
                Input.InForceOn,
                Input.Issuer!,
                Input.Note
            ),
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.amount.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ChangeAmountInput
{
    public string Kind { get; set; } = "";

    [Hours]
    public int? Minutes { get; set; }

    [Required(ErrorMessage = "workHours.amount.issuerMissing")]
    [StringLength(300)]
    public string? Issuer { get; set; }

    [Required(ErrorMessage = "workHours.amount.numberMissing")]
    [StringLength(100)]
    public string? Number { get; set; }

    [Required(ErrorMessage = "workHours.amount.decidedOnMissing")]
    public DateOnly? DecidedOn { get; set; }

    public DateOnly? InForceOn { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}
