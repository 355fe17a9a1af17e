using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Obligations.Following;

/// <summary>The decision was handed to the client: when and how.</summary>
[RequiresPermission(ObligationsModule.Set)]
[KeepsDraft("obligations.serve", Subject = "id")]
internal sealed class ServePage(
    SectionReader reader,
    ObligationReader obligations,
    FollowObligationHandler handler,
    SentDecision sent,
    ViewLog views,
    SectionHead heading
) : ObligationFormPage(reader, obligations, views, heading)
{
    [BindProperty]
    public ServeInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Ways =>
        ObligationWords.Choices(T, "obligations.servedHow.", ObligationWords.WaysOfServing);

    protected override string StepKey => "obligations.serve.title";

    /// <summary>The day and the way are those of the decision that was sent.</summary>
    public bool IsKnown { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var shown = await ShowAsync();
        if (
            shown is PageResult
            && Input.ServedOn is null
            && await sent.FindAsync(Obligation.ClientId, Obligation.DecisionNumber, Obligation.DecidedOn, Ct)
                is { } known
        )
        {
            (Input.ServedOn, Input.How, IsKnown) = (known.On, known.How, true);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ObligationWords.WaysOfServing.Contains(Input.How))
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
internal sealed class ServeInput
{
    [Required(ErrorMessage = "obligations.serve.dayMissing")]
    public DateOnly? ServedOn { get; set; }

    public string How { get; set; } = "";
}
