using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.ProbationObservation.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Facts;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Web.Journeys;

namespace Plus.Functions.ProbationObservation.Facts;

/// <summary>The function's own facts of a section: length of the observation.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("probationObservation.facts", Subject = "id")]
internal sealed class ProbationObservationFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<ObservationMeasure>(db, reader, editing, rules, doors, views, heading)
{
    [BindProperty]
    public ProbationObservationFactsInput Input { get; set; } = new();

    protected override void Fill(ObservationMeasure facts)
    {
        Input.Months = facts.Months;
    }

    protected override void Check()
    {
        Required("Input.Months", Input.Months);
    }

    protected override void Apply(ObservationMeasure facts, OpeningSection opening)
    {
        facts.Months = Input.Months!.Value;
        TermProgress.SetMonths(opening, opening.InForceOn, facts.Months);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ProbationObservationFactsInput
{
    [Range(1, 600)]
    public int? Months { get; set; }
}
