using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Audit.Looking;

/// <summary>
/// Who did and saw what: about a client, by an employee, in a time, of a kind, for a purpose. What was typed stands on the
/// server under an id; every answer is itself written into the audit before it is shown.
/// </summary>
[RequiresPermission(AuditModule.View)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AuditPage(
    AuditTrail trail,
    AuditQuestions questions,
    AuditTable table,
    Processes processes,
    ViewLog views,
    PlusClock clock,
    Texts texts
) : PageModel
{
    public const int PageSize = 50;

    /// <summary>A file holds no more; who needs more narrows the time.</summary>
    public const int MostInFile = 100_000;

    public static readonly ProcessType Looked = new("audit.looked") { Kind = EventKind.Consult };

    [BindProperty]
    [StringLength(20)]
    public string? CaseNumber { get; set; }

    [BindProperty]
    [StringLength(100)]
    public string? UserName { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? From { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    [StringLength(40)]
    public string? Purpose { get; set; }

    /// <summary>Keeps the question under this name.</summary>
    [BindProperty]
    [StringLength(80)]
    public string? Name { get; set; }

    public IReadOnlyList<KeptQuestion> Kept { get; private set; } = [];

    public Guid? QuestionId { get; private set; }

    public bool IsKept => Kept.Any(k => k.Id == QuestionId);

    public TableView? View { get; private set; }

    public string? NextHref { get; private set; }

    public IReadOnlyList<Choice> Kinds =>
        [
            .. Enum.GetValues<EventKind>()
                .Select(k => CodeConversion.CodeOf(k))
                .Append(AuditSql.Outside)
                .Select(code => new Choice(code, texts["audit.eventKind." + code])),
        ];

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? q, [FromQuery] string? before, CancellationToken ct)
    {
        Kept = await questions.NamedAsync(ct);
        (From, To) = (clock.Today.AddDays(-6), clock.Today);
        if (q is null)
        {
            return Page();
        }

        if (await questions.FindAsync(q.Value, ct) is not { } asked)
        {
            return NotFound();
        }

        QuestionId = q;
        (CaseNumber, UserName, From, To) = (asked.CaseNumber, asked.UserName, asked.From, asked.To);
        (Kind, Purpose) = (asked.Kind, asked.Purpose);
        var (client, actor) = await WhoAsync(asked, ct);
        var events = await trail.ReadAsync(asked, client, actor, MarkOf(before), PageSize, ct);
        await NoteAsync(asked, client, actor, ct);
        await views.SearchAsync(AuditModule.View, events.SelectMany(e => e.Clients).Select(ClientId.From), ct);
        View = table.Of(linked: true).View(events);
        NextHref = events.Count == PageSize ? $"/audit?q={q}&before={events[^1].Mark}" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && To < From)
        {
            ModelState.AddModelError(nameof(To), "audit.toBeforeFrom");
        }

        if (!string.IsNullOrEmpty(Kind) && Kinds.All(k => k.Value != Kind))
        {
            ModelState.AddModelError(nameof(Kind), "audit.kindUnknown");
        }

        var asked = new AuditQuestion(From ?? default, To ?? default)
        {
            CaseNumber = Trimmed(CaseNumber),
            UserName = Trimmed(UserName),
            Kind = Trimmed(Kind),
            Purpose = Trimmed(Purpose),
        };
        var (client, actor) = await WhoAsync(asked, ct);
        if (asked.CaseNumber is not null && client is null)
        {
            ModelState.AddModelError(nameof(CaseNumber), "audit.caseUnknown");
        }

        if (asked.UserName is not null && actor is null)
        {
            ModelState.AddModelError(nameof(UserName), "audit.userUnknown");
        }

        if (!ModelState.IsValid)
        {
            Kept = await questions.NamedAsync(ct);
            return this.Unfinished();
        }

        return LocalRedirect($"/audit?q={await questions.KeepAsync(asked, Name, ct)}");
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] Guid q, CancellationToken ct)
    {
        await questions.ForgetAsync(q, ct);
        return LocalRedirect("/audit");
    }

    public async Task<IActionResult> OnGetExportAsync(
        [FromQuery] Guid q,
        [FromQuery] string? format,
        CancellationToken ct
    )
    {
        if (format is not ("csv" or "xlsx") || await questions.FindAsync(q, ct) is not { } asked)
        {
            return NotFound();
        }

        var (client, actor) = await WhoAsync(asked, ct);
        var events = await trail.ReadAsync(asked, client, actor, null, MostInFile, ct);
        await NoteAsync(asked, client, actor, ct);
        await views.DiscloseAsync(AuditModule.View, events.SelectMany(e => e.Clients).Select(ClientId.From), ct);
        return new TableExport<AuditEvent>(format, "audit", table.Of(linked: false), EachAsync(events, ct), texts);
    }

    private async Task<(ClientId?, StaffId?)> WhoAsync(AuditQuestion asked, CancellationToken ct) =>
        (
            asked.CaseNumber is { } number ? await trail.ClientOfCaseAsync(number, ct) : null,
            asked.UserName is { } user ? await trail.StaffOfUserNameAsync(user, ct) : null
        );

    private Task NoteAsync(AuditQuestion asked, ClientId? client, StaffId? actor, CancellationToken ct) =>
        processes.NoteAsync(
            new ProcessStart(Looked)
            {
                Client = client,
                Subject = actor?.Value,
                Values = new Dictionary<string, object?>
                {
                    ["from"] = asked.From,
                    ["to"] = asked.To,
                    ["kind"] = asked.Kind,
                },
            },
            ct
        );

    internal static (DateTime At, Guid Id)? MarkOf(string? before) =>
        before?.Split('-', 2) is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTime.MaxValue.Ticks
        && Guid.TryParse(id, out var guid)
            ? (new DateTime(at, DateTimeKind.Utc), guid)
            : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static async IAsyncEnumerable<AuditEvent> EachAsync(
        IReadOnlyList<AuditEvent> events,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        foreach (var one in events)
        {
            ct.ThrowIfCancellationRequested();
            yield return one;
        }

        await Task.CompletedTask;
    }
}
