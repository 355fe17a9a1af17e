using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Audit.Looking;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;
using Plus.Web.Display;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Alarms;

/// <summary>One alarm: the rule in words, its events, and the verdict with its reason.</summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AlarmPage(
    AlarmQueue queue,
    EventDetails details,
    AuditTable table,
    AuditTrail trail,
    ViewLog views,
    CurrentRules rules,
    Flash flash,
    Texts texts
) : PageModel
{
    private const int MostEvents = 50;

    [BindProperty]
    [Required]
    public string? Verdict { get; set; }

    [BindProperty]
    [Required]
    [StringLength(1000)]
    public string? Reason { get; set; }

    /// <summary>As they were on the day of the alarm.</summary>
    public AlarmLimits Limits { get; private set; } = null!;

    public Alarm Alarm { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    public TableView Events { get; private set; } = null!;

    public IReadOnlyList<Choice> Verdicts =>
        [.. AlarmQueue.Verdicts.Select(v => new Choice(v, texts["audit.verdict." + v]))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await ShowAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ShowAsync(id, ct))
        {
            return NotFound();
        }

        if (Verdict is { Length: > 0 } && !AlarmQueue.Verdicts.Contains(Verdict))
        {
            ModelState.AddModelError(nameof(Verdict), "audit.alarm.verdictUnknown");
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        if (!await queue.JudgeAsync(Alarm, Verdict!, Reason!.Trim(), ct))
        {
            ModelState.AddModelError(nameof(Verdict), "audit.alarm.judgedMeanwhile");
            return this.Unfinished();
        }

        flash.Success("audit.alarm.judged");
        return LocalRedirect("/audit/alarms");
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await queue.FindAsync(id, ct) is not { } alarm)
        {
            return false;
        }

        Alarm = alarm;
        Limits = new AlarmLimits((await rules.ReadAsync(ct)).Parameters, alarm.Day);
        var events = new List<AuditEvent>();
        foreach (var one in alarm.Events.Take(MostEvents))
        {
            if (await details.FindAsync(alarm.Table, one, ct) is { } found)
            {
                events.Add(found.Event);
            }
        }

        await views.ListAsync(AuditModule.View, alarm.Clients.Select(ClientId.From), ct);
        var numbers = await trail.CaseNumbersAsync(alarm.Clients.Take(100), ct);
        Events = table.Of(linked: true).View([.. events.OrderByDescending(e => e.At)]);
        Lines =
        [
            new SummaryLine(texts["audit.alarms.employee"], alarm.Employee),
            new SummaryLine(texts["audit.alarms.day"], alarm.Day),
            new SummaryLine(texts["audit.alarms.number"], alarm.Number),
            .. alarm.Usual is { } usual ? [new SummaryLine(texts["audit.alarm.usual"], usual)] : (SummaryLine[])[],
            .. alarm.Detail is { } detail ? [new SummaryLine(texts["audit.alarm.detail"], detail)] : (SummaryLine[])[],
            new SummaryLine(texts["audit.event.cases"], numbers.Count == 0 ? null : string.Join(", ", numbers)),
            .. alarm.Verdict is { } verdict
                ?
                [
                    new SummaryLine(texts["audit.alarms.verdict"], texts["audit.verdict." + verdict]),
                    new SummaryLine(texts["audit.alarm.reason"], alarm.VerdictReason),
                ]
                : (SummaryLine[])[],
        ];
        return true;
    }
}
