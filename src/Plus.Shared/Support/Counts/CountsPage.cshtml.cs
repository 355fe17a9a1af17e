using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Statistics;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Counts;

/// <summary>Consultations of a year: clients and sessions, by specialist and source of money; each number opens its rows.</summary>
[RequiresPermission(SupportModule.Figures)]
internal sealed class CountsPage(ConsultationCounts counts, StaffAccessor staff, PlusClock clock, Texts texts)
    : PageModel
{
    private const int FirstYear = 2005;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<CountLine> Lines { get; private set; } = [];

    public Table<CountLine> Table =>
        new(
            "support.counts.title",
            [
                new("kind", "support.kind", l => texts["support.kind." + l.Kind]) { NamesRow = true },
                new(
                    "funding",
                    "support.funding",
                    l =>
                        texts[
                            l.Funding == ConsultationCounts.All ? "support.counts.all" : "support.funding." + l.Funding
                        ]
                ),
                new("clients", "support.counts.clients", l => l.Clients)
                {
                    Numeric = true,
                    Href = l => RowsOf(l, CountRowsPage.Clients, l.Clients),
                },
                new("sessions", "support.counts.sessions", l => l.Sessions)
                {
                    Numeric = true,
                    Href = l => RowsOf(l, CountRowsPage.Sessions, l.Sessions),
                },
                new("missed", "support.counts.missed", l => l.Missed)
                {
                    Numeric = true,
                    Href = l => RowsOf(l, CountRowsPage.Missed, l.Missed),
                },
                new("clientsSoFar", "support.counts.clientsSoFar", l => l.ClientsSoFar) { Numeric = true },
                new("sessionsSoFar", "support.counts.sessionsSoFar", l => l.SessionsSoFar) { Numeric = true },
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) =>
        await ReadAsync(ct)
            ? new TableExport<CountLine>(
                format,
                string.Create(CultureInfo.InvariantCulture, $"konsultacijas-{Year}"),
                Table,
                Lines.ToAsyncEnumerable(),
                texts
            )
            : NotFound();

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Year ??= clock.Today.Year;
        if (Year < FirstYear || Year > clock.Today.Year)
        {
            return false;
        }

        Years = await counts.YearsAsync(clock.Today.Year, ct);
        Lines = await counts.ReadAsync(Year.Value, ct);
        return true;
    }

    private string? RowsOf(CountLine line, string what, int count) =>
        count > 0 && staff.Current.May(StatisticsModule.SeeRows)
            ? string.Create(CultureInfo.InvariantCulture, $"/support/counts/{Year}/{line.Kind}/{line.Funding}/{what}")
            : null;
}
