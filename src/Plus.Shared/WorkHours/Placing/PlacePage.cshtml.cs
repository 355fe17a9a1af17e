using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.WorkHours.Overview;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Gives a host employer whose contract is in force on the first day.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.place", Subject = "section")]
internal sealed class PlacePage(
    PlusDb db,
    SectionReader reader,
    PlaceClientHandler handler,
    HostSearch hosts,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Found { get; private set; } = [];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.place.title";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Looks for host employers by what was typed.</summary>
    public Task<IActionResult> OnPostSearchAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.From is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.From", "workHours.place.fromMissing");
        }

        if (!HostEmployerId.TryParse(Input.Host, out var host))
        {
            ModelState.AddModelError("Input.Host", "workHours.place.hostMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.PlaceAsync(Door, Id, host, Input.From!.Value, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.place.done", ("from", Input.From));
        return LocalRedirect(Href);
    }

    protected override string FieldOf(Plus.Kernel.Results.Refusal refusal) => "Input." + (refusal.Field ?? "Host");

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Input.From ??= Today;
        var found = await hosts.FindAsync(Input.Query, Input.From.Value, View.Section.OfficeId, Ct);
        Found =
        [
            .. found.Select(h => new Choice(
                h.Id.ToString(),
                h.Name,
                T[
                    "workHours.place.hostHint",
                    ("address", h.Address ?? ""),
                    ("office", h.Office),
                    ("contract", h.ContractNo)
                ]
            )),
        ];
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class PlaceInput
{
    [System.ComponentModel.DataAnnotations.StringLength(100)]
    public string? Query { get; set; }

    public string? Host { get; set; }

    public DateOnly? From { get; set; }
}
