using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Audit.Looking;
using Plus.Shared.Documents.Pdf;
using Plus.Shared.Documents.Printing;
using Plus.Shared.Files.Checking;
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
    SubjectPrint print,
    PdfProgram pdf,
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

    public bool MayBePdf => pdf.IsThere;

    public SubjectReport? Report { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Report = await MakeAsync(ct);
        return Report is null ? this.Unfinished() : Page();
    }

    /// <summary>The same as a file in the format of word processors.</summary>
    public async Task<IActionResult> OnPostDocxAsync(CancellationToken ct)
    {
        if (await MakeAsync(ct) is not { } report)
        {
            return this.Unfinished();
        }

        var docx = ReportDocx.Write(print.Of(report, WithTexts));
        return File(docx, MediaTypes.Docx, $"{report.CaseNumber}.docx");
    }

    /// <summary>The same as PDF/A, where LibreOffice is there to make it.</summary>
    public async Task<IActionResult> OnPostPdfAsync(CancellationToken ct)
    {
        if (!pdf.IsThere)
        {
            return NotFound();
        }

        if (await MakeAsync(ct) is not { } report)
        {
            return this.Unfinished();
        }

        var docx = new Dictionary<string, byte[]> { ["report"] = ReportDocx.Write(print.Of(report, WithTexts)) };
        if ((await pdf.ConvertAsync(docx, ct)).TryGetValue("report", out var made))
        {
            return File(made, MediaTypes.Pdf, $"{report.CaseNumber}.pdf");
        }

        ModelState.AddModelError("", "audit.subject.pdfFailed");
        return this.Unfinished();
    }

    // Whoever gets it, on a page or as a file: it is written down before.
    private async Task<SubjectReport?> MakeAsync(CancellationToken ct)
    {
        var number = CaseNumber?.Trim() ?? "";
        var client = number.Length == 0 ? null : await trail.ClientOfCaseAsync(number, ct);
        if (number.Length > 0 && client is null)
        {
            ModelState.AddModelError(nameof(CaseNumber), "audit.caseUnknown");
        }

        if (!ModelState.IsValid)
        {
            return null;
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
        return report;
    }
}
