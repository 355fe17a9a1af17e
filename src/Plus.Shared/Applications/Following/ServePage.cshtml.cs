using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Following;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Applications.Following;

/// <summary>The decision reached the client: when and how; known where the document was sent.</summary>
[RequiresPermission(ApplicationsModule.Work)]
[KeepsDraft("applications.serve", Subject = "id")]
internal sealed class ServePage(
    SectionReader reader,
    RequestReader requests,
    FollowRequestHandler handler,
    SentDecision sent,
    ViewLog views,
    SectionHead heading
) : RequestFormPage(reader, requests, views, heading)
{
    [BindProperty]
    public ServeRequestInput Input { get; set; } = new();

    /// <summary>The day and the way are those of the decision that was sent.</summary>
    public bool IsKnown { get; private set; }

    public IReadOnlyList<Choice> Ways => RequestWords.Choices(T, "obligations.servedHow.", RequestWords.WaysOfServing);

    protected override string StepKey => "applications.serve.title";

    protected override bool Fits => base.Fits && Asked is { NeedsDecision: true, DecidedOn: not null, ServedOn: null };

    public async Task<IActionResult> OnGetAsync()
    {
        var shown = await ShowAsync();
        if (
            shown is PageResult
            && await sent.FindAsync(View.Client.Id, Asked.DecisionNumber, Asked.DecidedOn!.Value, Ct) is { } known
        )
        {
            (Input.ServedOn, Input.How, IsKnown) = (known.On, known.How, true);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!RequestWords.WaysOfServing.Contains(Input.How))
        {
            ModelState.AddModelError("Input.How", "obligations.serve.howMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ServeAsync(Id, Input.ServedOn!.Value, Input.How, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.serve.done");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ServeRequestInput
{
    [Required(ErrorMessage = "obligations.serve.dayMissing")]
    public DateOnly? ServedOn { get; set; }

    public string How { get; set; } = "";
}
