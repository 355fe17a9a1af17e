using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Applications;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Bans;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Applications.Deciding;

/// <summary>Decides on an application or takes note of a notice; only what fits is offered, with the reason why.</summary>
[RequiresPermission(ApplicationsModule.Work)]
[KeepsDraft("applications.decide", Subject = "id")]
internal sealed class DecidePage(
    SectionReader reader,
    RequestReader requests,
    DecideHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : RequestFormPage(reader, requests, views, heading), IAsksOfBan
{
    [BindProperty]
    public DecideInput Input { get; set; } = new();

    IBanInput IAsksOfBan.Input => Input;

    public bool IsFact => !Asked.NeedsDecision;

    public ApplicationNeed Need { get; private set; } = null!;

    public IReadOnlyList<Choice> Outcomes =>
        RequestWords.Choices(T, "law.application_outcome.", ApplicationOutcome.Of(Asked.NeedsDecision));

    protected override string StepKey => Asked.NeedsDecision ? "applications.decide.title" : "applications.note.title";

    protected override bool Fits => base.Fits && Asked.Outcome is null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.DecidedOn ??= clock.Today;
        (Input.From, Input.To) = (Asked.From, Asked.To);
        Input.Outcome = Asked.NeedsDecision ? "" : ApplicationOutcome.Noted;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ApplicationOutcome.All.Contains(Input.Outcome))
        {
            ModelState.AddModelError("Input.Outcome", "applications.decide.outcomeMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var decision = new Decision(
            Input.Outcome,
            Input.DecidedOn!.Value,
            Blank(Input.DecisionNumber),
            Input.From,
            Input.To,
            Blank(Input.Grounds),
            Blank(Input.Conditions)
        )
        {
            BanKnown = Input.BanKnown,
        };
        var done = await handler.DecideAsync(Id, decision, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("applications.decide.done");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Need = await Requests.NeedAsync(View.Section, Asked.Application, Ct);
        return true;
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>What the form asks.</summary>
internal sealed class DecideInput : IBanInput
{
    public string Outcome { get; set; } = "";

    [Required(ErrorMessage = "applications.decide.dayMissing")]
    public DateOnly? DecidedOn { get; set; }

    [StringLength(60)]
    public string? DecisionNumber { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [StringLength(4_000)]
    public string? Grounds { get; set; }

    [StringLength(2_000)]
    public string? Conditions { get; set; }

    public bool BanKnown { get; set; }
}
