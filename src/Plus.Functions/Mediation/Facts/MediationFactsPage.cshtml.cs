using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Mediation.Records;
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

namespace Plus.Functions.Mediation.Facts;

/// <summary>The function's own facts of a section: who asked for it, at what stage, who leads it, settlement.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("mediation.facts", Subject = "id")]
internal sealed class MediationFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<MediationProcess>(db, reader, editing, rules, doors, views, heading)
{
    public static IReadOnlyList<string> SourceCodes { get; } = ["request", "proposal", "application"];

    public static IReadOnlyList<string> SourcePartyCodes { get; } =
    ["processDirector", "judge", "victim", "offender", "representative"];

    public static IReadOnlyList<string> StageCodes { get; } = ["pretrial", "trial", "execution", "educationalMeasure"];

    public static IReadOnlyList<string> MediatorKindCodes { get; } = ["official", "volunteer"];

    public static IReadOnlyList<string> ParticipantBandCodes { get; } = ["child", "youth", "adult"];

    [BindProperty]
    public MediationFactsInput Input { get; set; } = new();

    protected override void Fill(MediationProcess facts)
    {
        Input.Source = facts.Source;
        Input.SourceParty = facts.SourceParty;
        Input.Stage = facts.Stage;
        Input.MediatorKind = facts.MediatorKind;
        Input.ParticipantBand = facts.ParticipantBand;
        Input.AgreementOn = facts.AgreementOn;
    }

    protected override void Check()
    {
        Known("Input.Source", Input.Source, SourceCodes, required: true);
        Known("Input.SourceParty", Input.SourceParty, SourcePartyCodes, required: true);
        Known("Input.Stage", Input.Stage, StageCodes, required: true);
        Known("Input.MediatorKind", Input.MediatorKind, MediatorKindCodes, required: false);
        Known("Input.ParticipantBand", Input.ParticipantBand, ParticipantBandCodes, required: true);
    }

    protected override void Apply(MediationProcess facts, OpeningSection opening)
    {
        facts.Source = Input.Source!;
        facts.SourceParty = Input.SourceParty!;
        facts.Stage = Input.Stage!;
        facts.MediatorKind = Input.MediatorKind;
        facts.ParticipantBand = Input.ParticipantBand!;
        facts.AgreementOn = Input.AgreementOn;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class MediationFactsInput
{
    public string? Source { get; set; }

    public string? SourceParty { get; set; }

    public string? Stage { get; set; }

    public string? MediatorKind { get; set; }

    public string? ParticipantBand { get; set; }

    public DateOnly? AgreementOn { get; set; }
}
