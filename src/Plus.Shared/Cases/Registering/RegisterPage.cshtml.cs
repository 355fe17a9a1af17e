using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Tasks.Records;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Registering;

/// <summary>The client came: the day of registration, beside the deadline and why it is that day.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("cases.register", Subject = "id")]
internal sealed class RegisterPage(
    PlusDb db,
    SectionReader reader,
    RegisterClientHandler register,
    FormCaseHandler form,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    /// <summary>The deadline with its explanation; null for measures that know none.</summary>
    public DueTaskRow? Deadline { get; private set; }

    /// <summary>Mediation, reports and programmes begin with the Service's work, not with the client's coming.</summary>
    public bool ClientComes =>
        View.Section.Measure is not (MeasureCode.Mediation or MeasureCode.AssessmentReport or MeasureCode.Programme);

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

        var done = await register.HandleAsync(new SectionId(Id), Input.Day!.Value, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.register.done", ("day", Input.Day));
        return LocalRedirect(doors.OfCode(done.Value.Function).SectionHref(done.Value.Id));
    }

    public async Task<IActionResult> OnPostCaseFormedAsync()
    {
        var done = await form.HandleAsync(new SectionId(Id), Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.formed.done");
        return await LoadAsync()
            ? LocalRedirect(doors.OfCode(View.Section.Function).SectionHref(View.Section.Id))
            : NotFound();
    }

    protected override async Task<bool> LoadAsync()
    {
        var section = new SectionId(Id);
        if (await reader.FindAsync(section, CasePermissions.Work, Ct) is not { } view)
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Work, view.Client.Id, section, Ct);
        View = view;
        Deadline = await db.Set<DueTaskRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(t => t.SectionId == section && t.Kind == TaskKinds.RegisterClient, Ct);
        await heading.ShowAsync(view, T[ClientComes ? "cases.register.title" : "cases.register.startTitle"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class RegisterInput
{
    [Required(ErrorMessage = "cases.register.dayMissing")]
    public DateOnly? Day { get; set; }
}
