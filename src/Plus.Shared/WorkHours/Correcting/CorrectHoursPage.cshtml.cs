using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Binding;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Correcting;

/// <summary>Corrects or withdraws one entry, with a reason.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.correct", Subject = "entry")]
internal sealed class CorrectHoursPage(
    PlusDb db,
    SectionReader reader,
    CorrectHoursHandler handler,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    [BindProperty(SupportsGet = true, Name = "entry")]
    public Guid EntryId { get; set; }

    [BindProperty]
    public CorrectInput Input { get; set; } = new();

    public WorkedDay Entry { get; private set; } = null!;

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.correct.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync()
    {
        if (Input.Worked is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.Worked", "workHours.correct.workedMissing");
        }

        return SaveAsync(Input.Worked, "workHours.correct.done");
    }

    public Task<IActionResult> OnPostWithdrawAsync()
    {
        ModelState.Remove("Input.Worked");
        return SaveAsync(null, "workHours.correct.withdrawn");
    }

    private async Task<IActionResult> SaveAsync(int? minutes, string said)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.HandleAsync(Door, Id, EntryId, minutes, false, Input.Reason!, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(said);
        return LocalRedirect(Href);
    }

    protected override string FieldOf(Plus.Kernel.Results.Refusal refusal) =>
        refusal.Field == "Reason" ? "Input.Reason" : "Input.Worked";

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var entry = Days.SingleOrDefault(d => d.Id == EntryId);
        if (entry is null || entry.WithdrawnAt is not null)
        {
            return false;
        }

        Entry = entry;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class CorrectInput
{
    [Hours]
    public int? Worked { get; set; }

    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }
}
