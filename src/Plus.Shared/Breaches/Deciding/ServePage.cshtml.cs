using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Breaches.Deciding;

/// <summary>The warning reached the client: which document, when and how.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.serve", Subject = "id")]
internal sealed class ServePage(
    SectionReader reader,
    BreachReader breaches,
    FollowStepHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : StepFormPage(reader, breaches, views, heading)
{
    [BindProperty]
    public ServeWarningInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    public IReadOnlyList<Choice> Ways => BreachWords.Choices(T, "breaches.servedHow.", BreachKinds.WaysOfServing);

    protected override string StepKey => "breaches.serve.title";

    protected override bool Fits => base.Fits && Step is { Response: BreachResponse.Warning, ServedOn: null };

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.ServedOn = clock.Today;
        Input.Document = Step.DocumentId;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!BreachKinds.WaysOfServing.Contains(Input.How))
        {
            ModelState.AddModelError("Input.How", "breaches.serve.howMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ServeAsync(Id, Input.ServedOn!.Value, Input.How, Input.Document!.Value, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.serve.done");
        return await LoadedHrefAsync();
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Documents =
        [
            .. (await Breaches.DocumentsAsync(View.Section.Id, Ct)).Select(d => new Choice(
                d.Id.ToString(),
                DocumentWords.Of(T, d)
            )),
        ];
        return true;
    }

    private async Task<IActionResult> LoadedHrefAsync() =>
        await FindAsync() is { } breach ? LocalRedirect($"/breaches/{breach.Id}") : LocalRedirect("/");
}

/// <summary>What the form asks.</summary>
internal sealed class ServeWarningInput
{
    [Required(ErrorMessage = "breaches.serve.documentMissing")]
    public Guid? Document { get; set; }

    public string How { get; set; } = "";

    [Required(ErrorMessage = "breaches.serve.dayMissing")]
    public DateOnly? ServedOn { get; set; }
}
