using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Entering;
using Plus.Web.Binding;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Sheets;

/// <summary>
/// The sheet of a host for a week: a row for each client, a field for each day. What the law takes is saved client by
/// client; what it does not stays in its field with the reason.
/// </summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.sheet", Subject = "id")]
internal sealed class SheetPage(
    PlusDb db,
    SheetReader reader,
    EnterHoursHandler handler,
    ViewLog views,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Any day of the week shown; last week on a Monday, when sheets come in.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Week { get; set; }

    public string HostName { get; private set; } = "";

    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    /// <summary>A part of a refused day could be credited.</summary>
    public bool CanSplit { get; private set; }

    public DateOnly Today => clock.Today;

    public DateOnly Monday =>
        WorkWeek.MondayOf(Week ?? (Today.DayOfWeek == DayOfWeek.Monday ? Today.AddDays(-7) : Today));

    public string Href => $"/partners/{Id}/sheet";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FieldOf(SectionId section, DateOnly day) => $"W-{section}-{Iso(day)}";

    public string? TypedIn(SectionId section, DateOnly day) =>
        ModelState.TryGetValue(FieldOf(section, day), out var entry) ? entry.AttemptedValue : null;

    public IReadOnlyList<string> ErrorsOf(SectionId section) =>
        [
            .. ModelState
                .Where(e => e.Key.StartsWith($"W-{section}-", StringComparison.Ordinal))
                .SelectMany(e => e.Value!.Errors)
                .Select(e => e.ErrorMessage),
        ];

    public bool IsWrong(SectionId section, DateOnly day) =>
        ModelState.TryGetValue(FieldOf(section, day), out var entry) && entry.Errors.Count > 0;

    /// <summary>The day is the client's here, has come and has no entry yet.</summary>
    public bool MayType(SheetLine line, DateOnly day) =>
        day <= Today && line.IsPlacedOn(day) && !line.Worked.ContainsKey(day);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(bool split)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var (clients, minutes, refused) = (0, 0, 0);
        foreach (var line in Lines)
        {
            var typed = Typed(line);
            if (typed.Count == 0)
            {
                continue;
            }

            if (ErrorsOf(line.Section).Count > 0)
            {
                refused++;
                continue;
            }

            var done = await handler.HandleAsync(line.Door, line.Section, typed, split, Ct);
            // Each client is a process of its own: nothing of one is saved with another.
            db.ChangeTracker.Clear();
            if (done.Done)
            {
                clients++;
                minutes += done.Value.CreditedMinutes;
                foreach (var day in typed)
                {
                    ModelState.Remove(FieldOf(line.Section, day.Day));
                }
            }
            else
            {
                refused++;
                Refuse(line, typed, done.Refusal);
            }
        }

        if (clients + refused == 0)
        {
            ModelState.AddModelError("", "workHours.sheet.nothingTyped");
        }

        if (refused > 0 || clients == 0)
        {
            ViewData["Saved"] = clients;
            return await ShowAsync();
        }

        Flash.Success("workHours.sheet.done", ("clients", clients), ("hours", T.Hours(minutes)));
        return LocalRedirect($"{Href}?week={Iso(Monday)}");
    }

    private void Refuse(SheetLine line, List<DayWorked> typed, Plus.Kernel.Results.Refusal refusal)
    {
        if (refusal is SomeDaysAreRefused some)
        {
            foreach (var day in some.Days)
            {
                ModelState.AddModelError(
                    FieldOf(line.Section, day.Worked.Day),
                    line.Name + ": " + LawWords.Of(T, day.Refusal!)
                );
            }

            CanSplit |= some.Days.Any(d => d.Splittable > 0);
            return;
        }

        ModelState.AddModelError(FieldOf(line.Section, typed[0].Day), line.Name + ": " + LawWords.Of(T, refusal));
    }

    private List<DayWorked> Typed(SheetLine line)
    {
        var days = new List<DayWorked>();
        for (var day = Monday; day < Monday.AddDays(7); day = day.AddDays(1))
        {
            var name = FieldOf(line.Section, day);
            var typed = Request.Form[name].ToString().Trim();
            if (typed.Length == 0)
            {
                continue;
            }

            ModelState.SetModelValue(name, typed, typed);
            if (ForgivingHours.TryRead(typed, out var minutes))
            {
                days.Add(new DayWorked(day, minutes));
            }
            else
            {
                ModelState.AddModelError(name, line.Name + ": " + T["web.error.hours"]);
                days.Add(new DayWorked(day, 0));
            }
        }

        return days;
    }

    protected override async Task<bool> LoadAsync()
    {
        var host = new HostEmployerId(Id);
        var name = await db.Set<HostEmployer>().Where(h => h.Id == host).Select(h => h.Name).SingleOrDefaultAsync(Ct);
        if (name is null)
        {
            return false;
        }

        HostName = name;
        Lines = await reader.ReadAsync(host, Monday, Ct);
        await views.ListAsync(WorkHoursModule.Enter, Lines.Select(l => l.Client), Ct);
        head.Title = T["workHours.sheet.title"];
        head.Wide = true;
        head.Crumb(T["partners.menu"], "/partners").Crumb(name, $"/partners/{Id}").Crumb(T["workHours.sheet.title"]);
        return true;
    }
}
