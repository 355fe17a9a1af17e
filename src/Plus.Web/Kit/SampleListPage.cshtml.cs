using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Web.Kit;

/// <summary>A list with all it can do: sort, filter by code and by typed text, pages, files.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class SampleListPage(Texts texts, PlusClock clock) : PageModel
{
    private readonly SampleData data = new(texts, clock.Today);

    public ListPage<SampleRow> Rows { get; private set; } = null!;

    public TableView View => data.Table.View(Rows);

    public IReadOnlyList<Choice> States =>
        [new("open", texts["web.kit.state.open"]), new("closed", texts["web.kit.state.closed"])];

    public IEnumerable<FilterChip> Chips
    {
        get
        {
            var query = Rows.Query;
            if (query.Text("text") is { } text)
            {
                yield return new FilterChip(text, query.WithoutTypedHref);
            }

            foreach (var code in query.Codes("state"))
            {
                yield return new FilterChip(texts["web.kit.state." + code], query.WithoutHref("state", code));
            }
        }
    }

    public async Task OnGet() => Rows = data.Page(await ListQuery.Read(HttpContext, SampleData.Rules));

    public async Task<IActionResult> OnPostFilter() =>
        LocalRedirect(await ListQuery.Send(HttpContext, SampleData.Rules));

    public async Task<IActionResult> OnGetExport(string? format)
    {
        var rules = SampleData.Rules with { PageSize = int.MaxValue };
        var page = data.Page(await ListQuery.Read(HttpContext, rules));
        return new TableExport<SampleRow>(format, "kit", data.Table, page.Rows.ToAsyncEnumerable(), texts);
    }
}
