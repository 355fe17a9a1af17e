using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Documents.Lists;

/// <summary>All documents within reach, by what waits for whom, state, kind and year.</summary>
[RequiresPermission(DocumentPermissions.View)]
internal sealed class DocumentsPage(DocumentList list, StaffAccessor staff, ViewLog views, PlusClock clock, Texts texts)
    : PageModel
{
    private static readonly ListRules Rules = new("/documents", "day")
    {
        FallsByDefault = true,
        Sorts = ["number"],
        Filters = ["of", "state", "kind", "year"],
    };

    private const int YearsOffered = 5;

    public bool MaySend => staff.Current.May(DocumentPermissions.Send);

    public bool MayWork => staff.Current.May(DocumentPermissions.Work);

    public ListPage<DocumentRow> Rows { get; private set; } = null!;

    public Table<DocumentRow> Columns => DocumentColumns.Of(texts, withClient: true);

    public IReadOnlyList<Choice> Whose =>
        [.. new[] { "mine", "agree", "sign" }.Select(o => new Choice(o, texts["documents.list.of." + o]))];

    public IReadOnlyList<Choice> States =>
        [
            .. Enum.GetValues<DocumentState>()
                .Select(CodeConversion.CodeOf)
                .Select(s => new Choice(s, texts["documents.state." + s])),
        ];

    public IReadOnlyList<Choice> Kinds =>
        [.. AddDocumentHandler.Kinds.Select(k => new Choice(k, texts["documents.kind." + k]))];

    public IReadOnlyList<Choice> Years =>
        [
            .. Enumerable
                .Range(0, YearsOffered)
                .Select(back => (clock.Today.Year - back).ToString(CultureInfo.InvariantCulture))
                .Select(y => new Choice(y, y)),
        ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var documents = list.Filtered(FilterOf(query));
        var total = await documents.CountAsync(ct);
        var rows = await list.Rows(documents, query.Sort, query.Falls)
            .Skip(query.Skip)
            .Take(Rules.PageSize)
            .ToListAsync(ct);
        Rows = new ListPage<DocumentRow>(query, rows, total);
        await views.ListAsync(DocumentPermissions.View, rows.Select(r => r.Client), ct);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var rows = await list.Rows(list.Filtered(FilterOf(query)), query.Sort, query.Falls).ToListAsync(ct);
        await views.DiscloseAsync(DocumentPermissions.View, rows.Select(r => r.Client), ct);
        return new TableExport<DocumentRow>(format, "documents", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private static DocumentFilter FilterOf(ListQuery query)
    {
        var state = Enum.GetValues<DocumentState>()
            .Cast<DocumentState?>()
            .FirstOrDefault(s => CodeConversion.CodeOf(s!.Value) == query.Code("state"));
        var year =
            int.TryParse(query.Code("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && y is > 1990 and < 2200
                ? y
                : (int?)null;
        return new DocumentFilter(
            State: state,
            Kind: query.Code("kind"),
            Of: query.Code("of"),
            From: year is { } from ? new DateOnly(from, 1, 1) : null,
            To: year is { } to ? new DateOnly(to, 12, 31) : null
        );
    }
}
