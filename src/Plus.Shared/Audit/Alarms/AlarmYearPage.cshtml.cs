using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Audit.Looking;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Alarms;

/// <summary>The year's report: how many alarms each rule raised and what became of them. It names nobody.</summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AlarmYearPage(AlarmQueue queue, Processes processes, Texts texts) : PageModel
{
    public int Year { get; private set; }

    public TableView View { get; private set; } = null!;

    private Table<AlarmYearRow> Columns =>
        new("audit.alarms.yearCaption")
        {
            new("rule", "audit.alarms.rule", r => texts["audit.rule." + r.Rule]) { NamesRow = true },
            new("found", "audit.alarms.foundCount", r => r.Found) { Numeric = true },
            new("waiting", "audit.verdict.waiting", r => r.Waiting) { Numeric = true },
            new("justified", "audit.verdict.justified", r => r.Justified) { Numeric = true },
            new("notJustified", "audit.verdict.notJustified", r => r.NotJustified) { Numeric = true },
            new("furtherCheck", "audit.verdict.furtherCheck", r => r.FurtherCheck) { Numeric = true },
            new("people", "audit.alarms.employees", r => r.Employees) { Numeric = true },
            new("days", "audit.alarms.daysToVerdict", r => r.DaysToVerdict) { Numeric = true },
        };

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        if (year is < 2000 or > 2200)
        {
            return NotFound();
        }

        Year = year;
        View = Columns.View(await RowsAsync(ct));
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(int year, [FromQuery] string? format, CancellationToken ct)
    {
        if (year is < 2000 or > 2200 || format is not ("csv" or "xlsx"))
        {
            return NotFound();
        }

        Year = year;
        var rows = await RowsAsync(ct);
        await processes.NoteAsync(
            new ProcessStart(AuditPage.Looked)
            {
                Values = new Dictionary<string, object?> { ["kind"] = "alarms", ["from"] = year },
            },
            ct
        );
        return new TableExport<AlarmYearRow>(format, "alarms", Columns, rows.ToAsyncEnumerable(), texts);
    }

    private async Task<IReadOnlyList<AlarmYearRow>> RowsAsync(CancellationToken ct)
    {
        var counted = (await queue.YearReportAsync(Year, ct)).ToDictionary(r => r.Rule, StringComparer.Ordinal);
        return [.. AlarmsPage.Rules.Select(r => counted.GetValueOrDefault(r) ?? new AlarmYearRow { Rule = r })];
    }
}
