using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Partners.Hosts;

/// <summary>Host employers by office, with the contract in force today.</summary>
[RequiresPermission(PartnersModule.View)]
internal sealed class HostsPage(
    PlusDb db,
    StaffAccessor staff,
    CurrentRules rules,
    TerritoryChoices territories,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private static readonly ListRules Rules = new("/partners", "name")
    {
        Filters = ["office", "contract", "territory", "kind", "training"],
        Typed = ["text"],
    };

    public ListPage<HostRow> Rows { get; private set; } = null!;

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [.. HostHandler.Kinds.Select(k => new Choice(k, texts["partners.kind." + k]))];

    public IReadOnlyList<Choice> Contracts { get; private set; } = [];

    public IReadOnlyList<Choice> Trainings =>
        [new("valid", texts["partners.training.isValid"]), new("none", texts["partners.training.isNot"])];

    public bool MayEdit => staff.Current.May(PartnersModule.Edit);

    public Table<HostRow> Columns =>
        new(
            "partners.list.caption",
            [
                new("name", "partners.host.name", h => h.Name)
                {
                    NamesRow = true,
                    Sortable = true,
                    Href = h => $"/partners/{h.Id}",
                },
                new("kind", "partners.host.kind", h => texts["partners.kind." + h.Kind]),
                new("address", "partners.host.address", h => h.Address),
                new("office", "partners.host.office", h => h.Office),
                new("contract", "partners.host.contract", h => h.Contract),
                new("until", "partners.host.until", h => h.Until),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var hosts = await FilteredAsync(query, ct);
        var total = await hosts.CountAsync(ct);
        var rows = await Read(hosts, query.Falls).Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct);
        Rows = new ListPage<HostRow>(query, rows, total);
        Territories = await territories.ReadAsync(ct);
        Contracts =
        [
            new("inForce", texts["partners.contract.inForce"]),
            new("ends", texts["partners.contract.ends", ("days", _ahead)]),
            new("none", texts["partners.contract.none"]),
        ];
        Offices =
        [
            .. (await db.Set<Office>().OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(
                o => new Choice(o.Id.ToString(), o.Name)
            ),
        ];
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await Read(await FilteredAsync(query, ct), query.Falls).ToListAsync(ct);
        return new TableExport<HostRow>(format, "partners", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private int _ahead;

    private async Task<IQueryable<HostEmployer>> FilteredAsync(ListQuery query, CancellationToken ct)
    {
        var today = clock.Today;
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        _ahead = parameters.Get(ParameterCodes.ContractEndsWarningDays, today).WholeNumber;
        var soon = today.AddDays(_ahead);
        var hosts = db.Set<HostEmployer>().AsNoTracking();
        if (OfficeId.TryParse(query.Code("office"), out var office))
        {
            hosts = hosts.Where(h => h.OfficeId == office);
        }

        var contracts = db.Set<HostContract>().Where(c => c.From <= today && (c.To == null || c.To >= today));
        hosts = query.Code("contract") switch
        {
            "inForce" => hosts.Where(h => contracts.Any(c => c.HostEmployerId == h.Id)),
            "none" => hosts.Where(h => !contracts.Any(c => c.HostEmployerId == h.Id)),
            "ends" => hosts.Where(h =>
                contracts.Any(c => c.HostEmployerId == h.Id && c.To <= soon)
                && !db.Set<HostContract>().Any(c => c.HostEmployerId == h.Id && (c.To == null || c.To > soon))
            ),
            _ => hosts,
        };
        if (query.Code("territory") is { } territory)
        {
            hosts = hosts.Where(h => h.TerritoryCode == territory);
        }

        if (query.Code("kind") is { } kind)
        {
            hosts = hosts.Where(h => h.Kind == kind);
        }

        // A list by today's number of years; the page of a host counts each training by the years in force when it was held.
        var oldest = today.AddYears(-parameters.Get(ParameterCodes.ChildRightsTrainingYears, today).WholeNumber);
        var trained = db.Set<HostTraining>()
            .Where(t => t.Kind == HostTraining.ChildRights && t.HeldOn >= oldest && t.HeldOn <= today);
        hosts = query.Code("training") switch
        {
            "valid" => hosts.Where(h => trained.Any(t => t.HostEmployerId == h.Id)),
            "none" => hosts.Where(h => !trained.Any(t => t.HostEmployerId == h.Id)),
            _ => hosts,
        };
        if (query.Text("text") is { Length: > 0 } text)
        {
            var pattern =
                "%"
                + text.Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
                + "%";
            hosts = hosts.Where(h =>
                EF.Functions.ILike(h.Name, pattern) || EF.Functions.ILike(h.Address ?? "", pattern)
            );
        }

        return hosts;
    }

    private IQueryable<HostRow> Read(IQueryable<HostEmployer> hosts, bool falls)
    {
        var today = clock.Today;
        var sorted = falls
            ? hosts.OrderByDescending(h => h.Name).ThenBy(h => h.Id)
            : hosts.OrderBy(h => h.Name).ThenBy(h => h.Id);
        return sorted.Select(h => new HostRow(
            h.Id,
            h.Name,
            h.Kind,
            h.Address,
            db.Set<Office>().Where(o => o.Id == h.OfficeId).Select(o => o.Name).First(),
            db.Set<HostContract>()
                .Where(c => c.HostEmployerId == h.Id && c.From <= today && (c.To == null || c.To >= today))
                .OrderBy(c => c.From)
                .Select(c => c.Number)
                .FirstOrDefault(),
            db.Set<HostContract>()
                .Where(c => c.HostEmployerId == h.Id && c.From <= today && (c.To == null || c.To >= today))
                .OrderBy(c => c.From)
                .Select(c => c.To)
                .FirstOrDefault()
        ));
    }
}

/// <summary>A host employer as the list shows it.</summary>
internal sealed record HostRow(
    HostEmployerId Id,
    string Name,
    string Kind,
    string? Address,
    string Office,
    string? Contract,
    DateOnly? Until
);
