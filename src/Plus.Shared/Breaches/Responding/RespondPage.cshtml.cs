using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Breaches.Responding;

/// <summary>Chooses what follows a violation: the ladder proposes, the law allows or not, a person decides.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.respond", Subject = "id")]
internal sealed class RespondPage(
    SectionReader reader,
    BreachReader breaches,
    RespondHandler handler,
    CurrentRules rules,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : BreachFormPage(reader, breaches, views, heading)
{
    [BindProperty]
    public RespondInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    public RestOfMeasure? Rest { get; private set; }

    /// <summary>The response that goes to somebody.</summary>
    public string Submission { get; private set; } = "";

    protected override string StepKey => "breaches.respond.title";

    protected override bool Fits => base.Fits && Breach.Justified != true && !Breach.Undecided;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!BreachResponse.All.Contains(Input.Response))
        {
            ModelState.AddModelError("Input.Response", "breaches.respond.responseMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.RespondAsync(
            Id,
            new ChosenResponse(Input.Response, Input.Note, Input.Addressee, Input.Document),
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.respond.done");
        return LocalRedirect($"/breaches/{Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var parameters = (await rules.ReadAsync(Ct)).Parameters;
        var all = await Breaches.OfSectionAsync(View.Section.Id, Ct);
        var possible = await Breaches.ResponsesAsync(View.Section, Breach, all, clock.Today, parameters, Ct);
        Choices = [.. possible.Select(p => new Choice(p.Response, T["law.breach_response." + p.Response], Hint(p)))];
        Submission = BreachLadder.Last(View.Section.Measure).Code;
        Rest = await Breaches.RestAsync(View.Section, clock.Today, parameters, Ct);
        Documents =
        [
            .. (await Breaches.DocumentsAsync(View.Section.Id, Ct)).Select(d => new Choice(
                d.Id.ToString(),
                DocumentWords.Of(T, d)
            )),
        ];
        if (Input.Addressee is null && Request.Method == "GET")
        {
            Input.Addressee = View.Basis.IssuerName;
        }

        return true;
    }

    private string Hint(PossibleResponse possible) =>
        possible.Verdict is Verdict.Refused refused ? LawWords.Of(T, refused)
        : possible.Proposed ? T["breaches.respond.proposed", ("source", possible.Source.ToString().Trim())]
        : possible.Source.ToString().Trim();
}

/// <summary>What the form asks.</summary>
internal sealed class RespondInput
{
    public string Response { get; set; } = "";

    [StringLength(300)]
    public string? Addressee { get; set; }

    public Guid? Document { get; set; }

    [Required(ErrorMessage = "breaches.respond.noteMissing")]
    [StringLength(4000)]
    public string? Note { get; set; }
}
