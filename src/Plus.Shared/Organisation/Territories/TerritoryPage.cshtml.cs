using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Organisation.Territories;

/// <summary>One territory: which office had it when, and giving it to another.</summary>
[RequiresPermission(OrganisationModule.Change)]
internal sealed class TerritoryPage(PlusDb db, GiveTerritoryHandler handler, PlusClock clock, Texts texts, Flash flash)
    : PageModel
{
    [BindProperty]
    [Required]
    public string Office { get; set; } = "";

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    public Territory Place { get; private set; } = null!;

    public TableView History { get; private set; } = null!;

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        From = clock.Today;
        return await LoadAsync(code, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var done = await handler.GiveAsync(
            code,
            OfficeId.TryParse(Office, out var office) ? office : default,
            From!.Value,
            ct
        );
        if (!done.Done)
        {
            return this.Refused(done.Refusal);
        }

        flash.Success("organisation.territory.given");
        return LocalRedirect("/organisation/territories");
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        var place = await db.Set<Territory>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, ct);
        if (place is null)
        {
            return false;
        }

        Place = place;
        var offices = await db.Set<Office>().AsNoTracking().OrderBy(o => o.Name).ToListAsync(ct);
        Offices = [.. offices.Where(o => o.OpenOn(clock.Today)).Select(o => new Choice(o.Id.ToString(), o.Name))];
        var names = offices.ToDictionary(o => o.Id, o => o.Name);
        var rows = await db.Set<OfficeTerritory>()
            .AsNoTracking()
            .Where(t => t.TerritoryCode == code)
            .OrderByDescending(t => t.From)
            .ToListAsync(ct);
        History = new Table<OfficeTerritory>("organisation.territory.history")
        {
            new("office", "organisation.territory.office", r => names[r.OfficeId]) { NamesRow = true },
            new("from", "organisation.from", r => r.From),
            new("to", "organisation.to", r => r.To),
            new("standing", "organisation.territory.standing", r => Standing(r)),
        }.View(rows);
        return true;
    }

    private string Standing(OfficeTerritory row) =>
        texts[row.Assumed ? "organisation.territory.assumed" : "organisation.territory.confirmed"];
}
