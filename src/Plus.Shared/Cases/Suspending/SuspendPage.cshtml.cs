using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Suspending;

/// <summary>Interrupts the execution from a day, with a reason.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("cases.suspend", Subject = "id")]
internal sealed class SuspendPage(
    SectionReader reader,
    SuspendHandlers handlers,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty]
    public SuspendInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Reasons =>
        [.. SuspendHandlers.Reasons.Select(r => new Choice(r, T["cases.suspendReason." + r]))];

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, View.Section.Id.Value);

    public Task<IActionResult> OnGetAsync()
    {
        Input.Day ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!string.IsNullOrEmpty(Input.Reason) && !SuspendHandlers.Reasons.Contains(Input.Reason))
        {
            ModelState.AddModelError("Input.Reason", "cases.suspend.reasonMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handlers.SuspendAsync(
            new SectionId(Id),
            Input.Day!.Value,
            Input.Reason!,
            Input.Note,
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.suspend.done", ("day", Input.Day));
        return await LoadAsync()
            ? LocalRedirect(doors.OfCode(View.Section.Function).SectionHref(View.Section.Id))
            : LocalRedirect("/");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (await reader.FindAsync(id, CasePermissions.Work, Ct) is not { } view)
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Work, view.Client.Id, id, Ct);
        View = view;
        await heading.ShowAsync(view, T["cases.suspend.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SuspendInput
{
    [Required(ErrorMessage = "cases.suspend.dayMissing")]
    public DateOnly? Day { get; set; }

    [Required(ErrorMessage = "cases.suspend.reasonMissing")]
    public string? Reason { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}
