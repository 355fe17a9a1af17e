using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Organisation.Records;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Organisation.Territories;

/// <summary>Which office is competent where today, and which rows nobody has confirmed yet.</summary>
[RequiresPermission(OrganisationModule.View)]
internal sealed class TerritoriesPage(PlusDb db, StaffAccessor staff, PlusClock clock, Texts texts) : PageModel
{
    public TableView View { get; private set; } = null!;

    private Table<TerritoryLine> Table =>
        new("organisation.territories.title")
        {
            new("name", "organisation.territory.name", t => t.Name)
            {
                NamesRow = true,
                Href = t => staff.Current.May(OrganisationModule.Change) ? "/organisation/territories/" + t.Code : null,
            },
            new("code", "organisation.territory.code", t => t.Code),
            new("office", "organisation.territory.office", t => t.Office ?? texts["organisation.territory.nobody"])
            {
                Tag = t => t.Office is null ? "red" : null,
            },
            new("from", "organisation.from", t => t.From),
            new("standing", "organisation.territory.standing", t => Standing(t))
            {
                Tag = t => t.Assumed ? "yellow" : null,
            },
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var lines = await (
            from territory in db.Set<Territory>().AsNoTracking()
            where territory.From <= today && (territory.To == null || territory.To >= today)
            join row in db.Set<OfficeTerritory>().Where(t => t.From <= today && (t.To == null || t.To >= today))
                on territory.Code equals row.TerritoryCode
                into rows
            from row in rows.DefaultIfEmpty()
            orderby territory.Code
            select new TerritoryLine(
                territory.Code,
                territory.Name,
                db.Set<Office>().Where(o => row != null && o.Id == row.OfficeId).Select(o => o.Name).FirstOrDefault(),
                row != null ? row.From : null,
                row != null && row.Assumed
            )
        ).ToListAsync(ct);
        View = Table.View(lines) with { CaptionHidden = true };
    }

    private string? Standing(TerritoryLine line) =>
        line.Office is null ? null
        : line.Assumed ? texts["organisation.territory.assumed"]
        : texts["organisation.territory.confirmed"];
}

/// <param name="Office">Name of the competent office; null when there is none.</param>
internal sealed record TerritoryLine(string Code, string Name, string? Office, DateOnly? From, bool Assumed);
