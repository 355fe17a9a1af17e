using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.AssessmentReports.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Facts;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Web.Journeys;

namespace Plus.Functions.AssessmentReports.Facts;

/// <summary>The function's own facts of a section: who asked, what for, by when, and what was answered.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("assessmentReports.facts", Subject = "id")]
internal sealed class AssessmentReportsFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<ReportRequest>(db, reader, editing, rules, doors, views, heading)
{
    public static IReadOnlyList<string> RequesterKindCodes { get; } = ["court", "prosecutor", "prison"];

    public static IReadOnlyList<string> PurposeCodes { get; } =
    ["sentencing", "parole", "paroleWithElectronicMonitoring"];

    [BindProperty]
    public AssessmentReportsFactsInput Input { get; set; } = new();

    protected override void Fill(ReportRequest facts)
    {
        Input.RequesterKind = facts.RequesterKind;
        Input.RequesterName = facts.RequesterName;
        Input.Purpose = facts.Purpose;
        Input.RespondBy = facts.RespondBy;
        Input.SexualOffenceAccused = facts.SexualOffenceAccused;
        Input.MinorAccused = facts.MinorAccused;
        Input.Supported = Tri(facts.Supported);
        Input.SentOn = facts.SentOn;
    }

    protected override void Check()
    {
        Known("Input.RequesterKind", Input.RequesterKind, RequesterKindCodes, required: true);
        Known("Input.Purpose", Input.Purpose, PurposeCodes, required: true);
    }

    protected override void Apply(ReportRequest facts, OpeningSection opening)
    {
        facts.RequesterKind = Input.RequesterKind!;
        facts.RequesterName = Input.RequesterName;
        facts.Purpose = Input.Purpose!;
        facts.RespondBy = Input.RespondBy;
        facts.SexualOffenceAccused = Input.SexualOffenceAccused;
        facts.MinorAccused = Input.MinorAccused;
        facts.Supported = Tri(Input.Supported);
        facts.SentOn = Input.SentOn;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class AssessmentReportsFactsInput
{
    public string? RequesterKind { get; set; }

    [StringLength(60)]
    public string? RequesterName { get; set; }

    public string? Purpose { get; set; }

    public DateOnly? RespondBy { get; set; }

    public bool SexualOffenceAccused { get; set; }

    public bool MinorAccused { get; set; }

    public string? Supported { get; set; }

    public DateOnly? SentOn { get; set; }
}
