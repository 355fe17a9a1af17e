using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Functions.CommunityWork.Records;
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

namespace Plus.Functions.CommunityWork.Facts;

/// <summary>The function's own facts of a section: kind of penalty, hours imposed, imprisonment served first.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("communityWork.facts", Subject = "id")]
internal sealed class CommunityWorkFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<CommunityWorkSentence>(db, reader, editing, rules, doors, views, heading)
{
    public static IReadOnlyList<string> PenaltyRoleCodes { get; } = ["main", "additional"];

    [BindProperty]
    public CommunityWorkFactsInput Input { get; set; } = new();

    protected override void Fill(CommunityWorkSentence facts)
    {
        Input.PenaltyRole = facts.PenaltyRole;
        Input.Hours = facts.ImposedMinutes / 60;
        Input.WithImprisonment = facts.WithImprisonment;
        Input.ReleasedOn = facts.ReleasedOn;
        Input.ReleasedEarly = facts.ReleasedEarly;
    }

    protected override void Check()
    {
        Known("Input.PenaltyRole", Input.PenaltyRole, PenaltyRoleCodes, required: true);
        Required("Input.Hours", Input.Hours);
    }

    protected override void Apply(CommunityWorkSentence facts, OpeningSection opening)
    {
        facts.PenaltyRole = Input.PenaltyRole!;
        facts.Impose(Input.Hours!.Value * 60);
        facts.WithImprisonment = Input.WithImprisonment;
        facts.ReleasedOn = Input.ReleasedOn;
        facts.ReleasedEarly = Input.ReleasedEarly;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class CommunityWorkFactsInput
{
    public string? PenaltyRole { get; set; }

    [Range(1, 400)]
    public int? Hours { get; set; }

    public bool WithImprisonment { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public bool ReleasedEarly { get; set; }
}
