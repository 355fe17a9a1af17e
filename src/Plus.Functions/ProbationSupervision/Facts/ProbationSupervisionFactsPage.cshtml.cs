using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.ProbationSupervision.Records;
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

namespace Plus.Functions.ProbationSupervision.Facts;

/// <summary>The function's own facts of a section: kind of penalty, length, release, victim.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("probationSupervision.facts", Subject = "id")]
internal sealed class ProbationSupervisionFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<ProbationSupervisionSentence>(db, reader, editing, rules, doors, views, heading)
{
    public static IReadOnlyList<string> PenaltyRoleCodes { get; } = ["main", "additional"];

    [BindProperty]
    public ProbationSupervisionFactsInput Input { get; set; } = new();

    protected override void Fill(ProbationSupervisionSentence facts)
    {
        Input.PenaltyRole = facts.PenaltyRole;
        Input.Months = facts.Months;
        Input.ReleasedOn = facts.ReleasedOn;
        Input.VictimIdentified = Tri(facts.VictimIdentified);
    }

    protected override void Check()
    {
        Known("Input.PenaltyRole", Input.PenaltyRole, PenaltyRoleCodes, required: true);
        Required("Input.Months", Input.Months);
    }

    protected override void Apply(ProbationSupervisionSentence facts, OpeningSection opening)
    {
        facts.PenaltyRole = Input.PenaltyRole!;
        facts.Months = Input.Months!.Value;
        facts.ReleasedOn = Input.ReleasedOn;
        facts.VictimIdentified = Tri(Input.VictimIdentified);
        TermProgress.SetMonths(
            opening,
            facts.PenaltyRole == "main" ? opening.InForceOn : facts.ReleasedOn,
            facts.Months
        );
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ProbationSupervisionFactsInput
{
    public string? PenaltyRole { get; set; }

    [Range(1, 600)]
    public int? Months { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public string? VictimIdentified { get; set; }
}
