using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Looking;
using Plus.Web.Errors;

namespace Plus.Shared.Audit.Subject;

/// <summary>
/// What PLUS tells a person of their own data, in plain words, to be printed: what is held, and which institutions and roles
/// collected, changed, saw and gave it away, and when. Other people's data are not in it. Making it is a disclosure.
/// </summary>
[RequiresPermission(AuditModule.SubjectReport)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SubjectPage(
    AuditTrail trail,
    SubjectReader reader,
    Processes processes,
    ViewLog views,
    PlusClock clock
) : PageModel
{
    public static readonly ProcessType Made = new("audit.subjectReportMade") { Kind = EventKind.Disclose };

    [BindProperty]
    [Required]
    [StringLength(20)]
    public string? CaseNumber { get; set; }

    [BindProperty]
    [Required]
    [StringLength(1000)]
    public string? Reason { get; set; }

    /// <summary>
    /// The words of journal and contacts too: ticked by who has read them and found nothing in them about other people and no
    /// ground in law to hold them back.
    /// </summary>
    [BindProperty]
    public bool WithTexts { get; set; }

    public SubjectReport? Report { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var number = CaseNumber?.Trim() ?? "";
        var client = number.Length == 0 ? null : await trail.ClientOfCaseAsync(number, ct);
        if (number.Length > 0 && client is null)
        {
            ModelState.AddModelError(nameof(CaseNumber), "audit.caseUnknown");
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var report = await reader.ReadAsync(client!.Value, number, WithTexts, clock.Today, ct);
        await processes.NoteAsync(
            new ProcessStart(Made)
            {
                Client = client,
                Reason = Reason!.Trim(),
                Values = new Dictionary<string, object?> { ["withTexts"] = WithTexts },
            },
            ct
        );
        await views.DiscloseAsync(AuditModule.SubjectReport, [client.Value], ct);
        Report = report;
        return Page();
    }
}
