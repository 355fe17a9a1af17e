using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;

namespace Plus.Shared.Reminders.Sending;

/// <summary>Reminders of a day: who would get one and how, then sent at once.</summary>
[RequiresPermission(RemindersModule.Send)]
internal sealed class RemindersPage(
    PlusDb db,
    ReminderReader reader,
    SendRemindersHandler handler,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock
) : SectionFormPage
{
    // Longer ahead a reminder is forgotten again; over holidays the day before may be some days off.
    private const int MostDaysAhead = 7;

    [BindProperty]
    public RemindersInput Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Who is expected; null until it was asked.</summary>
    public IReadOnlyList<ReminderLine>? Lines { get; private set; }

    public int Ready => Lines?.Count(l => l.State == ReminderLine.Ready) ?? 0;

    public Task<IActionResult> OnGetAsync()
    {
        Input.Day = clock.Today.AddDays(1);
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync() || !Offices.Any(o => o.Value == Input.Office?.ToString()))
        {
            return NotFound();
        }

        if (Input.Day is { } typed && (typed <= clock.Today || typed > clock.Today.AddDays(MostDaysAhead)))
        {
            ModelState.AddModelError("Input.Day", "reminders.dayWrong");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var office = new OfficeId(Input.Office!.Value);
        if (Act == "send")
        {
            var done = await handler.SendAsync(office, Input.Day!.Value, Ct);
            if (done.Done)
            {
                return LocalRedirect($"/reminders/{done.Value}");
            }

            db.ChangeTracker.Clear();
            ModelState.AddModelError("", LawWords.Of(T, done.Refusal));
        }

        Lines = await reader.ReadAsync(office, Input.Day!.Value, Ct);
        await views.ListAsync(RemindersModule.Send, Lines.Select(l => l.Client), Ct);
        return Page();
    }

    protected override async Task<bool> LoadAsync()
    {
        var offices = staff.Current.ScopeOf(RemindersModule.Send) switch
        {
            AccessScope.Region => staff.Current.RegionOffices,
            AccessScope.Service => null,
            _ => staff.Current.Offices,
        };
        var today = clock.Today;
        var found = db.Set<Office>().AsNoTracking().Where(o => o.From <= today && (o.To == null || o.To >= today));
        if (offices is not null)
        {
            found = found.Where(o => offices.Contains(o.Id));
        }

        Offices =
        [
            .. (await found.OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(Ct)).Select(
                o => new Choice(o.Id.ToString(), o.Name)
            ),
        ];
        Input.Office ??= Guid.TryParse(Offices.FirstOrDefault()?.Value, out var first) ? first : null;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class RemindersInput
{
    public Guid? Office { get; set; }

    [Required(ErrorMessage = "reminders.dayMissing")]
    public DateOnly? Day { get; set; }
}
