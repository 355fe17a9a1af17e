using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Suspending;

/// <summary>Takes the execution up again; the end of the term moves.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("cases.resume", Subject = "id")]
internal sealed class ResumePage(
    SectionReader reader,
    SuspendHandlers handlers,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty]
    public ResumeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, View.Section.Id.Value);

    public Task<IActionResult> OnGetAsync()
    {
        Input.Day ??= clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handlers.ResumeAsync(new SectionId(Id), Input.Day!.Value, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.resume.done", ("day", Input.Day));
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
        await heading.ShowAsync(view, T["cases.resume.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ResumeInput
{
    [Required(ErrorMessage = "cases.resume.dayMissing")]
    public DateOnly? Day { get; set; }
}
