using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Law.Assignment;
using Plus.Shared.Access.StaffDirectory;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Access.Trainings;

/// <summary>A training that a person of the Service has had.</summary>
[RequiresPermission(AccessPermissions.Trainings)]
[KeepsDraft("access.training", Subject = "id")]
internal sealed class NewTrainingPage(
    TrainingHandler handler,
    StaffScope scope,
    Flash flash,
    PageHead head,
    Texts texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TrainingInput Input { get; set; } = new();

    public string PersonName { get; private set; } = "";

    public IReadOnlyList<Choice> Kinds =>
        [.. StaffTrainings.Kinds.Select(k => new Choice(k, texts["law.staff_training." + k]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (!StaffTrainings.Kinds.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "access.training.kindMissing");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await handler.AddAsync(
            StaffId.From(Id),
            Input.Kind!,
            Input.HeldOn!.Value,
            Input.Hours,
            Input.ValidTo,
            string.IsNullOrWhiteSpace(Input.Certificate) ? null : Input.Certificate.Trim(),
            ct
        );
        if (!done.Done)
        {
            if (done.Refusal.Kind == RefusalKind.NotFound)
            {
                return NotFound();
            }

            ModelState.AddModelError("Input." + done.Refusal.Field, done.Refusal.TextKey);
            return Page();
        }

        flash.Success("access.training.added");
        return LocalRedirect($"/access/staff/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = StaffId.From(Id);
        var person = await scope
            .Visible(AccessPermissions.Trainings)
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return false;
        }

        PersonName = person.FullName;
        head.Title = texts["access.training.add"];
        head.Crumb(texts["access.menu.staff"], "/access/staff")
            .Crumb(texts["access.staff.person"], $"/access/staff/{Id}")
            .Crumb(texts["access.training.add"]);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TrainingInput
{
    public string? Kind { get; set; }

    [Required(ErrorMessage = "access.training.dayMissing")]
    public DateOnly? HeldOn { get; set; }

    [Range(1, 1_000)]
    public int? Hours { get; set; }

    public DateOnly? ValidTo { get; set; }

    [StringLength(60)]
    public string? Certificate { get; set; }
}
