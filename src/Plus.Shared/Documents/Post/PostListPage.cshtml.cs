using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Documents.Post;

/// <summary>The address list of what goes by post on a day: to be printed, and to be handed to the post with the letters.</summary>
[RequiresPermission(DocumentPermissions.Send)]
internal sealed class PostListPage(PostList list, ViewLog views, PlusClock clock, Texts texts) : PageModel
{
    private static readonly ListRules Rules = new("/documents/post", "number") { Filters = ["day"], PageSize = 100 };

    private const string OnTheirWay = "open";
    private const int DaysOffered = 14;

    public ListPage<PostRow> Rows { get; private set; } = null!;

    public IReadOnlyList<Choice> Days =>
        [
            .. Enumerable
                .Range(1, DaysOffered)
                .Select(back => clock.Today.AddDays(-back))
                .Select(d => new Choice(CodeOf(d), texts.Write(d))),
            new(OnTheirWay, texts["documents.post.open"]),
        ];

    public string Today => texts["documents.post.today", ("day", clock.Today)];

    public Table<PostRow> Columns =>
        new(
            "documents.post.caption",
            [
                new("number", "documents.field.number", r => r.Number) { Href = r => $"/documents/{r.Document}" },
                new("name", "documents.send.name", r => r.Name) { NamesRow = true },
                new("address", "documents.send.postal", r => r.Address),
                new("kind", "documents.field.kind", r => texts["documents.kind." + r.Kind]),
                new("sent", "documents.recipient.sentAt", r => r.SentAt),
                new(
                    "state",
                    "documents.field.state",
                    r => texts["documents.delivery." + CodeConversion.CodeOf(r.State)]
                ),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = await ListQuery.Read(HttpContext, Rules);
        var letters = list.On(DayOf(query));
        var total = await letters.CountAsync(ct);
        var rows = await letters.Skip(query.Skip).Take(Rules.PageSize).ToListAsync(ct);
        Rows = new ListPage<PostRow>(query, rows, total);
        await views.ListAsync(DocumentPermissions.Send, rows.Select(r => r.Client), ct);
    }

    public async Task<IActionResult> OnPostFilterAsync() => LocalRedirect(await ListQuery.Send(HttpContext, Rules));

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var rows = await list.On(DayOf(await ListQuery.Read(HttpContext, Rules))).ToListAsync(ct);
        await views.DiscloseAsync(DocumentPermissions.Send, rows.Select(r => r.Client), ct);
        return new TableExport<PostRow>(format, "post", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private DateOnly? DayOf(ListQuery query) =>
        query.Code("day") is not { } code ? clock.Today
        : code == OnTheirWay ? null
        : DateOnly.TryParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : clock.Today;

    private static string CodeOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
