using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.ConditionalDischarge.Records;
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

namespace Plus.Functions.ConditionalDischarge.Facts;

/// <summary>The function's own facts of a section: length of the test period.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("conditionalDischarge.facts", Subject = "id")]
internal sealed class ConditionalDischargeFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<Discharge>(db, reader, editing, rules, doors, views, heading)
{
    [BindProperty]
    public ConditionalDischargeFactsInput Input { get; set; } = new();

    protected override void Fill(Discharge facts)
    {
        Input.TestMonths = facts.TestMonths;
    }

    protected override void Check()
    {
        Required("Input.TestMonths", Input.TestMonths);
    }

    protected override void Apply(Discharge facts, OpeningSection opening)
    {
        facts.TestMonths = Input.TestMonths!.Value;
        TermProgress.SetMonths(opening, opening.InForceOn, facts.TestMonths);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ConditionalDischargeFactsInput
{
    [Range(1, 600)]
    public int? TestMonths { get; set; }
}
