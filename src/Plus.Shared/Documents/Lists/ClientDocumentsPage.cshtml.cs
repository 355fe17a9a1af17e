using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Clients.Head;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Documents.Lists;

/// <summary>The documents of one client's case file.</summary>
[RequiresPermission(DocumentPermissions.View)]
internal sealed class ClientDocumentsPage(
    DocumentList list,
    ClientHead head,
    ViewLog views,
    StaffAccessor staff,
    Texts texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ListPage<DocumentRow> Rows { get; private set; } = null!;

    public bool MayWork => staff.Current.May(DocumentPermissions.Work);

    public Table<DocumentRow> Columns => DocumentColumns.Of(texts, withClient: false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var id = new ClientId(Id);
        if (await head.ShowAsync(id, DocumentPermissions.View, "documents", ct) is null)
        {
            return NotFound();
        }

        await views.ConsultAsync(DocumentPermissions.View, id, ct: ct);
        var query = await ListQuery.Read(HttpContext, Rules);
        var documents = list.Filtered(new DocumentFilter(Client: id));
        var total = await documents.CountAsync(ct);
        Rows = new ListPage<DocumentRow>(
            query,
            await list.Rows(documents, query.Sort, query.Falls).Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct),
            total
        );
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await list.Rows(list.Filtered(new DocumentFilter(Client: new ClientId(Id))), query.Sort, query.Falls)
            .ToListAsync(ct);
        await views.DiscloseAsync(DocumentPermissions.View, rows.Select(r => r.Client), ct);
        return new TableExport<DocumentRow>(format, "documents", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private ListRules Rules => new($"/clients/{Id}/documents", "day") { FallsByDefault = true, Sorts = ["number"] };
}
