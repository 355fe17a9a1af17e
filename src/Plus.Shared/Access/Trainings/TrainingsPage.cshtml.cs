using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Assignment;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Trainings;

/// <summary>What a person is trained in: it decides which cases are proposed, and sexual offences at all.</summary>
[RequiresPermission(AccessPermissions.Train)]
internal sealed class TrainingsPage(
    PlusDb db,
    TrainingHandler handler,
    StaffScope scope,
    PlusClock clock,
    Texts texts,
    Flash flash
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TrainingInput Input { get; set; } = new();

    public Staff Person { get; private set; } = null!;

    public IReadOnlyList<StaffTraining> Trainings { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public IReadOnlyList<Choice> Subjects =>
        [.. TrainingSubjects.All.Select(s => new Choice(s, texts["law.training." + s]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (!TrainingSubjects.All.Contains(Input.Subject))
        {
            ModelState.AddModelError("Input.Subject", "access.training.subjectMissing");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await handler.AddAsync(
            new StaffId(Id),
            Input.Subject,
            Input.From!.Value,
            Input.To,
            Input.Evidence!.Trim(),
            ct
        );
        if (!done.Done)
        {
            return Refuse(done.Refusal);
        }

        flash.Success("access.training.done");
        return LocalRedirect($"/access/staff/{Id}/trainings");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid training, CancellationToken ct)
    {
        var done = await handler.EndAsync(new StaffId(Id), training, ct);
        if (!done.Done)
        {
            return NotFound();
        }

        flash.Success("access.training.ended");
        return LocalRedirect($"/access/staff/{Id}/trainings");
    }

    private IActionResult Refuse(Refusal refusal)
    {
        if (refusal.Field is null)
        {
            return this.Refused(refusal);
        }

        ModelState.AddModelError("Input." + refusal.Field, refusal.TextKey);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new StaffId(Id);
        var person = await scope
            .Visible(AccessPermissions.Train)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return false;
        }

        Person = person;
        Trainings = await db.Set<StaffTraining>()
            .AsNoTracking()
            .Where(t => t.StaffId == id)
            .OrderByDescending(t => t.From)
            .ToListAsync(ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TrainingInput
{
    public string Subject { get; set; } = "";

    [Required(ErrorMessage = "access.training.fromMissing")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "access.training.evidenceMissing")]
    [StringLength(300)]
    public string? Evidence { get; set; }
}
