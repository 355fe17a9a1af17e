using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Web.Controls;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Transfers;

/// <summary>
/// Hands sections over in bulk: choose whose, tick the sections, choose to whom; then the check-list with tasks and
/// planned contacts, and only then it is done - all of it or nothing.
/// </summary>
[RequiresPermission(CasePermissions.Assign)]
internal sealed class TransferPage(
    HandOver handOver,
    TransferTargets targets,
    TrainedReceivers trained,
    TransferHandler handler,
    ViewLog views,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    /// <summary>Whose sections: a person's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Manager { get; set; }

    /// <summary>Whose sections: an office's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Office { get; set; }

    /// <summary>One section alone.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    /// <summary>The office that is proposed to take the section over.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Why it is proposed: one of the reasons.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Why { get; set; }

    [BindProperty]
    public TransferInput Input { get; set; } = new();

    public bool Checking { get; private set; }

    public IReadOnlyList<HandOverLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Managers { get; private set; } = [];

    /// <summary>People of the chosen office, once one is chosen.</summary>
    public IReadOnlyList<Choice> Receivers { get; private set; } = [];

    /// <summary>What the clients ask of who takes them.</summary>
    public TrainedChoice Trained { get; private set; } = TrainedChoice.None;

    public string WantedWords => trained.Words(Trained.Wanted);

    /// <summary>What the chosen person lacks for these clients, in words; null when nothing or nobody is chosen.</summary>
    public string? LackingWords =>
        StaffId.TryParse(Input.ToManager, out var person) && Trained.Lacking(person) is { Count: > 0 } lacking
            ? trained.Words(lacking)
            : null;

    public IReadOnlyList<Choice> Reasons =>
        [.. Transfer.Reasons.Select(r => new Choice(r, T["cases.transferReason." + r]))];

    public bool IsChosen => Manager is not null || Office is not null || Section is not null;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>From the choice to the check-list.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        await CheckAsync();
        var chosen = Lines.Where(l => Input.Sections.Contains(l.Section.Value)).ToList();
        Trained = await trained.ReadAsync(chosen, clock.Today, Ct);
        if (LackingWords is not null && string.IsNullOrWhiteSpace(Input.Note))
        {
            ModelState.AddModelError("Input.Note", T["cases.transfer.untrained", ("trainings", LackingWords)]);
        }

        Checking = ModelState.IsValid;
        if (Checking)
        {
            Lines = chosen;
        }

        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync() => ShowAsync();

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (!OfficeId.TryParse(Input.ToOffice, out var office) || Input.Sections.Length == 0)
        {
            return await OnPostAsync();
        }

        var transfer = new Transfer(
            [.. Input.Sections.Select(s => new SectionId(s))],
            office,
            StaffId.TryParse(Input.ToManager, out var manager) ? manager : null,
            Transfer.Reasons.Contains(Input.Reason) ? Input.Reason! : "correction",
            string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim(),
            [.. Input.Cancelled.Select(c => new ContactId(c))]
        );
        var done = await handler.HandleAsync(transfer, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.transfer.done", ("count", done.Value));
        return LocalRedirect("/sections?office=" + office);
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field is { } field ? "Input.To" + field : "";

    private async Task CheckAsync()
    {
        if (Input.Sections.Length == 0)
        {
            ModelState.AddModelError("Input.Sections", "cases.transfer.nothingTicked");
        }

        if (!Transfer.Reasons.Contains(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", "cases.transfer.reasonMissing");
        }

        if (!OfficeId.TryParse(Input.ToOffice, out var office))
        {
            ModelState.AddModelError("Input.ToOffice", "cases.transfer.officeMissing");
            return;
        }

        StaffId? manager = StaffId.TryParse(Input.ToManager, out var person) ? person : null;
        if (await targets.RefuseAsync(office, manager, clock.Today, Ct) is { } refusal)
        {
            ModelState.AddModelError(FieldOf(refusal), LawWords.Of(T, refusal));
        }
    }

    protected override async Task<bool> LoadAsync()
    {
        head.Title = T["cases.transfer.title"];
        head.Crumb(T["cases.list.title"], "/sections").Crumb(T["cases.transfer.title"]);
        Offices = await targets.OfficesAsync(clock.Today, Ct);
        Managers = await targets.ManagersAsync(null, clock.Today, Ct);
        if (!IsChosen)
        {
            return true;
        }

        Lines = await handOver.ReadAsync(
            StaffId.TryParse(Manager, out var manager) ? manager : null,
            OfficeId.TryParse(Office, out var office) ? office : null,
            Section is { } section ? [new SectionId(section)] : null,
            clock.Today,
            Ct
        );
        if (Section is not null)
        {
            if (Lines.Count == 0)
            {
                return false;
            }

            Input.Sections = [.. Lines.Select(l => l.Section.Value)];
            Input.ToOffice ??= To ?? Lines[0].Office?.ToString();
            Input.Reason ??= Why;
        }

        Receivers = OfficeId.TryParse(Input.ToOffice, out var to)
            ? await targets.ManagersAsync(to, clock.Today, Ct)
            : Managers;
        Trained = await trained.ReadAsync(Lines, clock.Today, Ct);
        Receivers = trained.Proposed(Receivers, Trained);
        await views.ListAsync(CasePermissions.Assign, Lines.Select(l => l.Client), Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TransferInput
{
    public Guid[] Sections { get; set; } = [];

    public string? ToOffice { get; set; }

    public string? ToManager { get; set; }

    public string? Reason { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(2000)]
    public string? Note { get; set; }

    /// <summary>Planned contacts to cancel; the others go along.</summary>
    public Guid[] Cancelled { get; set; } = [];
}
