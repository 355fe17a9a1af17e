using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Shared.Archive.Moving;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Archive.Overview;

/// <summary>The rule, how much rests in the archive, how much is due, and which tables became smaller by it.</summary>
[RequiresPermission(ArchiveModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ArchivePage(ArchiveDatabase archive, ArchiveNumbers numbers, DueCases due, Texts texts)
    : PageModel
{
    public bool IsThere => archive.IsThere;

    public int Years { get; private set; }

    public bool Confirmed { get; private set; }

    public WorkProgress Work { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    public TableView Tables { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Tables = new Table<ArchiveTable>("archive.tables")
        {
            new("name", "archive.table", t => texts.Maybe("archive.table." + t.Name) ?? t.Name) { NamesRow = true },
            new("here", "archive.here", t => t.Here) { Numeric = true },
            new("there", "archive.there", t => t.There) { Numeric = true },
        }.View(await numbers.TablesAsync(ct));
    }

    /// <summary>How far it has come, for the page that is open.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return new JsonResult(Work);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        (Years, Confirmed) = await due.YearsAsync(ct);
        var (state, waits) = (await numbers.StateAsync(ct), await due.CountAsync(ct));
        Work = new WorkProgress(
            texts["archive.progress", ("cases", state.Cases), ("due", waits)],
            state.Cases,
            state.Cases + waits,
            0,
            !state.Runs
        );
        Lines =
        [
            new SummaryLine(texts["archive.cases"], state.Cases),
            new SummaryLine(texts["archive.rows"], state.Rows),
            new SummaryLine(texts["archive.due"], waits),
            new SummaryLine(texts["archive.returning"], state.Returning),
            new SummaryLine(texts["archive.last"], state.Last),
        ];
    }
}
