using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Alarms;

/// <summary>What the rules have found and nobody has judged yet, the year's verdicts, and the rules in words.</summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AlarmsPage(AlarmQueue queue, CurrentRules rules, PlusClock clock, Texts texts) : PageModel
{
    public static readonly string[] Rules =
    [
        "massViewing",
        "nightWork",
        "relative",
        "relativeAddress",
        "colleague",
        "neverAssigned",
        "exports",
        "breakGlass",
        "banHunt",
        "outside",
        "unwatched",
    ];

    public TableView Waiting { get; private set; } = null!;

    public TableView OfYear { get; private set; } = null!;

    public int Year { get; private set; }

    public AlarmLimits Limits { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] int? year, CancellationToken ct)
    {
        Year = year is >= 2000 and <= 2200 ? year.Value : clock.Today.Year;
        Limits = new AlarmLimits((await rules.ReadAsync(ct)).Parameters, clock.Today);
        Waiting = new Table<Alarm>("audit.alarms.waiting")
        {
            new("found", "audit.alarms.found", a => new DateTimeOffset(a.FoundAt, TimeSpan.Zero))
            {
                NamesRow = true,
                Href = a => $"/audit/alarms/{a.Id}",
            },
            new("rule", "audit.alarms.rule", a => texts["audit.rule." + a.Rule]),
            new("employee", "audit.alarms.employee", a => a.Employee),
            new("day", "audit.alarms.day", a => a.Day),
            new("number", "audit.alarms.number", a => a.Number) { Numeric = true },
        }.View(await queue.WaitingAsync(ct));
        OfYear = new Table<AlarmYearLine>("audit.alarms.yearCaption")
        {
            new("rule", "audit.alarms.rule", l => texts["audit.rule." + l.Rule]) { NamesRow = true },
            new("verdict", "audit.alarms.verdict", l => texts["audit.verdict." + (l.Verdict ?? "waiting")]),
            new("number", "audit.alarms.number", l => l.Number) { Numeric = true },
        }.View(await queue.YearAsync(Year, ct));
    }
}
