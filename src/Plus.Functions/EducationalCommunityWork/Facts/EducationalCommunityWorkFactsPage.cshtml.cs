using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.EducationalCommunityWork.Records;
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

namespace Plus.Functions.EducationalCommunityWork.Facts;

/// <summary>The function's own facts of a section: ground of the measure and hours imposed.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("educationalCommunityWork.facts", Subject = "id")]
internal sealed class EducationalCommunityWorkFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<EducationalWorkMeasure>(db, reader, editing, rules, doors, views, heading)
{
    public static IReadOnlyList<string> GroundCodes { get; } = ["offence", "otherMeasureNotPerformed"];

    [BindProperty]
    public EducationalCommunityWorkFactsInput Input { get; set; } = new();

    protected override void Fill(EducationalWorkMeasure facts)
    {
        Input.Ground = facts.Ground;
        Input.Hours = facts.ImposedMinutes / 60;
    }

    protected override void Check()
    {
        Known("Input.Ground", Input.Ground, GroundCodes, required: true);
        Required("Input.Hours", Input.Hours);
    }

    protected override void Apply(EducationalWorkMeasure facts, OpeningSection opening)
    {
        facts.Ground = Input.Ground!;
        facts.Impose(Input.Hours!.Value * 60);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EducationalCommunityWorkFactsInput
{
    public string? Ground { get; set; }

    [Range(1, 400)]
    public int? Hours { get; set; }
}
