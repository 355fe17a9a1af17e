using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Cases.Terms;

/// <summary>Enters a decision that changes the term.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("cases.term", Subject = "id")]
internal sealed class ChangeTermPage(
    SectionReader reader,
    TermExplaining terms,
    ChangeTermHandler handler,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TermInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    private bool _named;

    /// <summary>A term until a named day is not set anew in months.</summary>
    public IReadOnlyList<Choice> Kinds =>
        [
            .. new[]
            {
                TermChangeRow.Extended,
                TermChangeRow.Replaced,
                TermChangeRow.CustodyCounted,
                TermChangeRow.EndedEarly,
            }
                .Where(k => !_named || k != TermChangeRow.Replaced)
                .Select(k => new Choice(k, T["cases.termChange." + k])),
        ];

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Read() is not { } row)
        {
            return Page();
        }

        var done = await handler.ChangeAsync(new SectionId(Id), row, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.term.changed");
        return LocalRedirect($"/sections/{Id}/term");
    }

    private TermChangeRow? Read()
    {
        if (!Kinds.Any(k => k.Value == Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "cases.term.kindMissing");
        }

        if (Input.Kind is TermChangeRow.Extended or TermChangeRow.Replaced && Input.Months is null)
        {
            Missing("Input.Months", "cases.term.monthsMissing");
        }

        if (Input.Kind == TermChangeRow.CustodyCounted && Input.Days is null)
        {
            Missing("Input.Days", "cases.term.daysMissing");
        }

        if (Input.Kind == TermChangeRow.EndedEarly && Input.LastDay is null)
        {
            Missing("Input.LastDay", "cases.term.lastDayMissing");
        }

        return ModelState.IsValid
            ? new TermChangeRow(
                new SectionId(Id),
                Input.Kind!,
                Input.DecidedOn!.Value,
                Input.Kind is TermChangeRow.Extended or TermChangeRow.Replaced ? Input.Months : null,
                Input.Kind == TermChangeRow.CustodyCounted ? Input.Days : null,
                Input.Kind == TermChangeRow.EndedEarly ? Input.LastDay : null,
                Input.Document!.Trim()
            )
            : null;
    }

    private void Missing(string field, string text)
    {
        if (ModelState[field] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(field, text);
        }
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, CasePermissions.Work, Ct) is not { } view
            || !view.Section.IsOpen
            || await terms.ExplainAsync(view.Section, Ct) is not { } term
        )
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Work, view.Client.Id, id, Ct);
        View = view;
        _named = term.Basis.Months is null;
        await heading.ShowAsync(view, T["cases.term.change"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TermInput
{
    public string? Kind { get; set; }

    [Required(ErrorMessage = "cases.term.decidedMissing")]
    public DateOnly? DecidedOn { get; set; }

    [Range(1, 600)]
    public int? Months { get; set; }

    [Range(1, 20_000)]
    public int? Days { get; set; }

    public DateOnly? LastDay { get; set; }

    [Required(ErrorMessage = "cases.term.documentMissing")]
    [StringLength(200)]
    public string? Document { get; set; }
}
