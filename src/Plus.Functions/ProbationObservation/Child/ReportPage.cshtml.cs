using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Documents.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>A report to the court; what was reported last is where the next period begins.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("probationObservation.report", Subject = "id")]
internal sealed class ReportPage(
    PlusDb db,
    SectionReader reader,
    ChildReader children,
    ChildHandler handler,
    ViewLog views,
    SectionHead heading,
    PlusClock clock
) : ChildFormPage(reader, children, views, heading)
{
    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => Choices(CourtReport.Kinds, "probationObservation.report.kind.");

    protected override string StepKey => "probationObservation.report.add";

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var last = Child.Reports.Count > 0 ? Child.Reports[0] : null;
        Input = new ReportInput
        {
            Court = last?.Court ?? View.Basis.IssuerName,
            From = last is null ? View.Section.OpenedOn : last.To.AddDays(1),
            To = clock.Today,
            SentOn = clock.Today,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Known("Input.Kind", Input.Kind, CourtReport.Kinds, "probationObservation.report.kindMissing");
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ReportAsync(
            Section,
            new CourtReport(
                Section,
                Input.Kind!,
                Input.Court!.Trim(),
                Input.From!.Value,
                Input.To!.Value,
                Input.SentOn!.Value,
                Input.Summary!.Trim(),
                Input.Document
            ),
            Input.Next,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("probationObservation.report.added");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var section = Section;
        var documents = await db.Set<Document>()
            .AsNoTracking()
            .Where(d => d.SectionId == section && d.Direction == DocumentDirection.Outgoing)
            .OrderByDescending(d => d.Id)
            .Select(d => new
            {
                d.Id,
                d.Number,
                d.Title,
                d.Kind,
            })
            .ToListAsync(Ct);
        Documents =
        [
            .. documents.Select(d => new Choice(
                d.Id.ToString(),
                string.Join(", ", new[] { T["documents.kind." + d.Kind], d.Number, d.Title }.OfType<string>())
            )),
        ];
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ReportInput
{
    public string? Kind { get; set; }

    [Required(ErrorMessage = "probationObservation.report.courtMissing")]
    [StringLength(300)]
    public string? Court { get; set; }

    [Required(ErrorMessage = "probationObservation.dayMissing")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "probationObservation.dayMissing")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "probationObservation.dayMissing")]
    public DateOnly? SentOn { get; set; }

    [Required(ErrorMessage = "probationObservation.report.summaryMissing")]
    [StringLength(4000)]
    public string? Summary { get; set; }

    public Guid? Document { get; set; }

    public DateOnly? Next { get; set; }
}
