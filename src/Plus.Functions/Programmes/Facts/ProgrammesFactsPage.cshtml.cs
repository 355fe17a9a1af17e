using Microsoft.AspNetCore.Mvc;
using Plus.Functions.Programmes.Records;
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

namespace Plus.Functions.Programmes.Facts;

/// <summary>The function's own facts of a section: which programme, where and how, from when to when.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("programmes.facts", Subject = "id")]
internal sealed class ProgrammesFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<ProgrammeParticipation>(db, reader, editing, rules, doors, views, heading)
{
    public static IReadOnlyList<string> ProgrammeCodeCodes { get; } =
    [
        "autokontrole",
        "emocijuMenedzments",
        "motivacijaIzmainam",
        "uzmanibuGatavibuStarts",
        "cienpilnuAttiecibuVeidosana",
        "other",
    ];

    public static IReadOnlyList<string> SettingCodes { get; } = ["community", "prison"];

    public static IReadOnlyList<string> FormatCodes { get; } = ["group", "individual"];

    [BindProperty]
    public ProgrammesFactsInput Input { get; set; } = new();

    protected override void Fill(ProgrammeParticipation facts)
    {
        Input.ProgrammeCode = facts.ProgrammeCode;
        Input.Setting = facts.Setting;
        Input.Format = facts.Format;
        Input.Online = facts.Online;
        Input.StartedOn = facts.StartedOn;
        Input.EndedOn = facts.EndedOn;
    }

    protected override void Check()
    {
        Known("Input.ProgrammeCode", Input.ProgrammeCode, ProgrammeCodeCodes, required: true);
        Known("Input.Setting", Input.Setting, SettingCodes, required: true);
        Known("Input.Format", Input.Format, FormatCodes, required: true);
    }

    protected override void Apply(ProgrammeParticipation facts, OpeningSection opening)
    {
        facts.ProgrammeCode = Input.ProgrammeCode!;
        facts.Setting = Input.Setting!;
        facts.Format = Input.Format!;
        facts.Online = Input.Online;
        facts.StartedOn = Input.StartedOn;
        facts.EndedOn = Input.EndedOn;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ProgrammesFactsInput
{
    public string? ProgrammeCode { get; set; }

    public string? Setting { get; set; }

    public string? Format { get; set; }

    public bool Online { get; set; }

    public DateOnly? StartedOn { get; set; }

    public DateOnly? EndedOn { get; set; }
}
