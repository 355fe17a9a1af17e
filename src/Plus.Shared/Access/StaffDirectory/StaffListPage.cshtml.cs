using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>Who works here, in which role and office.</summary>
[RequiresPermission(AccessPermissions.StaffView)]
internal sealed class StaffListPage(PlusDb db, StaffList list, StaffAccessor staff, Texts texts) : PageModel
{
    private static readonly string[] StateCodes = ["notYet", "locked", "left", "all"];

    public ListPage<StaffRow> Rows { get; private set; } = null!;

    public TableView View => Table.View(Rows) with { CaptionHidden = true };

    public bool MayManage => staff.Current.May(AccessPermissions.StaffManage);

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public IReadOnlyList<Choice> States => [.. StateCodes.Select(s => new Choice(s, texts["access.staff.state." + s]))];

    public IEnumerable<FilterChip> Chips =>
        Rows.Query.Filters.SelectMany(f =>
            f.Value.Select(code => new FilterChip(Words(f.Key, code), Rows.Query.WithoutHref(f.Key, code)))
        );

    private Table<StaffRow> Table =>
        new("access.staff.title")
        {
            new("surname", "access.staff.name", r => r.Name)
            {
                NamesRow = true,
                Sortable = true,
                Href = r => $"/access/staff/{r.Id}",
            },
            new("userName", "access.staff.userName", r => r.UserName) { Sortable = true },
            new("role", "access.post.role", r => string.Join(", ", r.Roles.Select(c => texts["role." + c]))),
            new("office", "access.post.office", r => r.Offices),
            new("lastLogIn", "access.staff.lastLogIn", r => r.LastLogIn) { Sortable = true },
            new("state", "access.staff.state", r => texts["access.staff.state." + r.State])
            {
                Tag = r =>
                    r.State switch
                    {
                        "left" => "grey",
                        "locked" => "red",
                        "notYet" => "yellow",
                        _ => null,
                    },
            },
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, StaffList.Rules);
        var people = list.Narrow(query);
        var rows = await list.RowsAsync(people.Skip(query.Skip).Take(query.Rules.PageSize), ct);
        Rows = new ListPage<StaffRow>(query, rows, await people.CountAsync(ct));
        Offices =
        [
            .. await db.Set<Office>()
                .AsNoTracking()
                .OrderBy(o => o.Name)
                .Select(o => new Choice(o.Id.ToString(), o.Name, null, false))
                .ToListAsync(ct),
        ];
        Roles =
        [
            .. (await db.Set<Role>().AsNoTracking().Select(r => r.Code).ToListAsync(ct))
                .Select(c => new Choice(c, texts["role." + c]))
                .OrderBy(c => c.Text, StringComparer.Create(texts.Language.Culture, ignoreCase: true)),
        ];
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, StaffList.Rules);
        var rows = await list.RowsAsync(list.Narrow(query), ct);
        return new TableExport<StaffRow>(format, "staff", Table, rows.ToAsyncEnumerable(), texts);
    }

    private string Words(string filter, string code) =>
        filter switch
        {
            "office" => Offices.FirstOrDefault(o => o.Value == code)?.Text ?? code,
            "role" => texts["role." + code],
            _ => texts.Maybe("access.staff.state." + code) ?? code,
        };
}
